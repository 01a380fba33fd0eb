/**
 * Limits of use in prose ("TURKEY OUT", "NO ARCHIVAL USE", "Broadcasters: NONE"): which phrases an
 * item carries. No machine reads them; a person says once for each what it means (rule 23).
 */
import type { WireItem } from '../item.ts'
import type { RightsTerms } from '../rights/rights-expression.ts'
import { phraseOf } from '../rights/rights-expression.ts'

/** One limit in words. */
export interface Phrase {
  /** Without case, marks and spaces, so that "No archival use." is "NO ARCHIVAL USE". */
  key: string
  /** As the source wrote it. */
  words: string
  /** What it means, where it is a rights expression that a machine can read. */
  terms?: RightsTerms
}

/** More than these many phrases of one item, and more characters of one phrase, tell nothing new. */
const mostPhrases = 30
const longestPhrase = 400

/** Where one limit ends and the next one begins. */
const between =
  /\s*(?:[;|\n\u2022]|\s\/\s|\s[-\u2013\u2014]\s|\.(?=\s|$)|,\s*(?=(?:NO|NOT|ONLY|MANDATORY|EDITORIAL)\s))\s*/u

/** Limits in notes to editors stand in capitals, or nobody would see them. */
const inNotes =
  /\b(?:\p{Lu}[\p{Lu} ]{2,30} OUT|NO (?:ARCHIV\p{Lu}*|INTERNET|WEB|ONLINE|MOBILE|SALES|RESALE|USE)\b[\p{Lu} ]*|ARCHIV\p{Lu}* (?:USE )?(?:BARRED|OUT)|NOT FOR (?:USE|PUBLICATION) IN [\p{Lu}, ]+|(?:EDITORIAL|PRINT|NEWSPAPER) USE ONLY)\b/gu

/** The limits that these terms name, each once. */
export function phrasesOf(terms: readonly string[]): Phrase[] {
  const found = new Map<string, Phrase>()
  for (const words of terms.flatMap((term) => term.split(between))) {
    const key = keyOf(words)
    if (key !== '' && !found.has(key))
      found.set(key, { key, words: words.trim().slice(0, longestPhrase) })
  }
  return [...found.values()].slice(0, mostPhrases)
}

/** What the text of an item itself is bound by. */
export function phrasesOfText(item: WireItem): Phrase[] {
  const { usageTerms = '', edNote = '' } = item
  const inWords = phrasesOf([usageTerms, ...(edNote.match(inNotes) ?? [])])
  return [...expressed([rightsExpressionOf(item)]), ...inWords]
}

/** The rights expression of an item as it was sent. */
export function rightsExpressionOf({ rightsInfo }: WireItem): string | undefined {
  const expression = rightsInfo?.['encodedRights']
  return typeof expression === 'string' ? expression : undefined
}

function expressed(expressions: readonly (string | undefined)[]): Phrase[] {
  return expressions.flatMap((expression) => {
    const phrase = expression === undefined ? undefined : phraseOf(expression)
    return phrase ? [{ ...phrase, key: keyOf(phrase.words) }] : []
  })
}

/** All that an item says, with the terms of its pictures. */
export function phrasesIn(item: WireItem): Phrase[] {
  const pictures = (item.associations ?? []).map(({ usageTerms }) => usageTerms ?? '')
  const ofPictures = expressed((item.associations ?? []).map((one) => one.encodedRights))
  const all = [...phrasesOfText(item), ...ofPictures, ...phrasesOf(pictures)]
  return [...new Map(all.map((phrase) => [phrase.key, phrase])).values()].slice(0, mostPhrases)
}

function keyOf(words: string): string {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return plain?.join(' ').slice(0, longestPhrase) ?? ''
}
