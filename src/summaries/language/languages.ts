import { english } from './english.ts'
import type { Language } from './language.ts'

const known = new Map([english].map((language) => [language.tag, language]))

/** The language of a BCP 47 tag (`en-PH` → English), or nothing where it is not known here. */
export function languageOf(tag = 'en'): Language | undefined {
  return known.get(tag.toLowerCase().split(/[-_]/)[0] ?? '')
}
