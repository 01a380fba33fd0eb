/**
 * How agencies number the versions of a running story in words: "3rd Ld-Writethru" replaces what
 * went before, "1st Add" and "Take 2" go on from it, "2ND LEAD" and "3RD NET" are new versions.
 */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'

const replacing =
  /\b\d+(?:st|nd|rd|th)\s?(?:ld|lead|net)\b(?:[- ]?writethru)?|\b(?:ld[- ])?writethru\b/i
const adding = /\b\d+(?:st|nd|rd|th)\s?(?:add|take)\b|\b(?:take|add)\s?\d+\b(?:\s?of\s?\d+)?/i
const correcting = /\bcorrect(?:ion|ed|s)\b|\bc'?x'?n\b|\bsub\b/i

/**
 * What the line says that the text does to one sent before: `renews` it, or `continues` it;
 * undefined where it says neither.
 */
export function takeOrWritethru(
  out: WireItem,
  line: string | undefined,
): 'renews' | 'continues' | undefined {
  const text = line ?? ''
  const replaces = replacing.exec(text)?.[0]
  const adds = adding.exec(text)?.[0]
  const corrects = correcting.exec(text)?.[0]
  fill.signal(out, 'replace', replaces)
  fill.signal(out, 'take', adds)
  fill.signal(out, 'correction', corrects)
  if (replaces !== undefined) return 'renews'
  if (adds !== undefined) return 'continues'
  return corrects === undefined ? undefined : 'renews'
}
