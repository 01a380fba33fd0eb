/**
 * AFP Core: limits of use come in four forms beside each other, and a message that takes a story back
 * begins with a line that says so.
 */
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { Json, JsonObject } from '../reading/json.ts'
import { asList, asObject, asText, isStated, textAt } from '../reading/json.ts'

/** The keys that are read here. */
export const afpRights =
  'copyright rules usageRight country_out country_only exclusion disclaimer expires'.split(' ')

export function readAfpRights(out: WireItem, json: JsonObject): void {
  fill.give(out, 'copyrightNotice', textAt(json, 'copyright'))
  if (isStated(json['expires'])) fill.expiry(out, textAt(json, 'expires'))
  const phrases = [
    ...asList(json['rules']).map(asText),
    ...asList(json['usageRight']).map((one) => textAt(asObject(one), 'phrase') ?? asText(one)),
    ...countries(json['country_out'], (name) => `${name} OUT`),
    ...countries(json['country_only'], (name) => `${name} ONLY`),
    ...asList(json['exclusion']).map(exclusionOf),
    ...asList(json['disclaimer']).map(asText),
  ].filter((phrase) => phrase !== undefined)
  fill.give(out, 'usageTerms', [...new Set(phrases.map((one) => one.trim()))].join('. '))
}

/** "ALL" in the list of the countries that may use it is no limit. */
function countries(list: Json | undefined, phrase: (name: string) => string): string[] {
  return asList(list).flatMap((one) => {
    const name = asText(one)
    return name === undefined || /^all$/i.test(name) ? [] : [phrase(name)]
  })
}

function exclusionOf(one: Json): string | undefined {
  const exclusion = asObject(one)
  const name = textAt(exclusion, 'name')
  const until = textAt(exclusion, 'untilDate')
  return name && `${name.toUpperCase()} OUT${until === undefined ? '' : ` until ${until}`}`
}

/** In the languages of AFP's services, alone on the first line. */
const cancellations =
  /^(?:ANNULATION|ANULACI[OÓ]N|ANULA[CÇ][AÃ]O|ANNULLIERUNG|ANNULLIERT|KILL|إلغاء)\s*:?$/iu

/** A message that takes a story back is none itself, whatever its status says. */
export function holdCancellation(out: WireItem, lines: (string | undefined)[]): void {
  const line = lines.find((one) => one !== undefined && one.trim() !== '')?.trim()
  if (line === undefined || !cancellations.test(line)) return
  fill.signal(out, 'withdraw', line)
  fill.hold(out, 'it is a message to editors that stops another story')
}
