import { english } from './words/english/english.ts'
import { filipino } from './words/filipino.ts'
import { french } from './words/french.ts'
import { german } from './words/german.ts'
import type { Language } from './language.ts'
import { spanish } from './words/spanish.ts'

/** Every language that summaries can be made and checked in. */
export const languages: readonly Language[] = [english, spanish, french, german, filipino]

const byTag = new Map(languages.map((language) => [language.tag, language]))
/** Tags that name the same language. */
const aliases: Record<string, string> = { tl: 'fil' }

/** The language of a BCP 47 tag (`en-PH` → English), or nothing where it is not known here. */
export function languageOf(tag = 'en'): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? ''
  return byTag.get(aliases[primary] ?? primary)
}
