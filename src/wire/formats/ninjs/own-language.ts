import type { WireItem } from '../../item.ts'
import type { Json } from '../../reading/json.ts'
import { asObject, lowerKeys, textAt } from '../../reading/json.ts'

/** Of texts that say their language those in the item's, and those that say none; all, where none is. */
export function inItsLanguage({ language }: WireItem, list: readonly Json[]): readonly Json[] {
  const own = primaryOf(language)
  const statedIn = (one: Json): string | undefined =>
    primaryOf(textAt(lowerKeys(asObject(one) ?? {}), 'language'))
  if (own === undefined || !list.some((one) => statedIn(one) === own)) return list
  return list.filter((one) => (statedIn(one) ?? own) === own)
}

function primaryOf(tag: string | undefined): string | undefined {
  return tag?.replace(/[-_].*$/s, '').toLowerCase()
}
