/**
 * EFE writes its slug, in capitals, where a sub-headline belongs ("INDIA SUCESOS"), in NITF and in
 * the NewsML around it; the keyword of the NITF repeats it.
 */
import type { WireItem } from '../item.ts'
import type { Element } from '../xml/xml-tree.ts'
import { attribute, descendants } from '../xml/xml-tree.ts'

/** Whether a sub-headline of this item is EFE's slug; `nitf` where there is one to compare with. */
export function isEfeSlug(out: WireItem, text: string | undefined, nitf?: Element): boolean {
  if (text === undefined) return false
  const keys = descendants(nitf, 'keyword').map((one) => attribute(one, 'key'))
  if (keys.includes(text)) return true
  const words = text.replace(/^\([^)]*\)/, '')
  return /\befe(?:servicios)?\.(?:com|es)\b/.test(out.uri) && words === words.toUpperCase()
}
