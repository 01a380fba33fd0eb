/**
 * Letters by HTML's names (`&nbsp;`, `&eacute;`) in XML that declares none. Wires send them, every
 * reader means the same by them, and each stands for a fixed letter, so nothing can be smuggled in.
 */
import { parseFragment } from 'parse5'

/** HTML knows two thousand names; a text that uses more than this is no text. */
const MAX_NAMES = 500

/** Every parser of XML knows these five. */
const nameOfLetter = /&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});/g

const nothing: ReadonlyMap<string, string> = new Map()

/** The names that occur in a text and that HTML knows, with their letters. */
export function htmlLettersIn(text: string): ReadonlyMap<string, string> {
  if (!text.includes('&')) return nothing
  const names = new Set<string>()
  for (const [, name = ''] of text.matchAll(nameOfLetter)) {
    names.add(name)
    if (names.size > MAX_NAMES) break
  }
  const found = new Map<string, string>()
  for (const name of names) {
    const letter = letterOf(name)
    if (letter !== undefined) found.set(name, letter)
  }
  return found
}

/** Those asked for before; HTML's list of names bounds it. */
const letters = new Map<string, string>()

/** What HTML writes as `&name;`, undefined where it knows no such name. */
export function letterOf(name: string): string | undefined {
  const known = letters.get(name)
  if (known !== undefined) return known
  const node = parseFragment(`&${name};`).childNodes[0]
  const text = node && 'value' in node ? node.value : ''
  if (text === '' || text.includes(';')) return undefined
  letters.set(name, text)
  return text
}
