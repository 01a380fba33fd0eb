import { sentencesOf } from '../../src/summaries/language/sentences.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import { articleOf } from '../data.ts'

/** Pieces of an article from which wrong sentences are made. */
export interface Material {
  sentences: string[]
  names: string[]
  numbers: string[]
  /** By their endings, so that a verb's past takes the place of another. */
  words: ReadonlyMap<string, string[]>
  /** By their prepositions. */
  phrases: ReadonlyMap<string, string[]>
}

/** Not where a capital letter may be the sentence's. */
export const namePattern =
  /(?<![.!?:]["'”’]? )(?<!^)(?<!^["'“‘])\b\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*/gu
export const numberPattern =
  /\b\d[\d,.]*\d\b|\b\d\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand|million|billion|first|second|third)\b/g
export const wordPattern = /(?<![\p{L}'’-])\p{Ll}{4,}(?![\p{L}'’-])/gu
export const phrasePattern =
  /\b(in|at|on|for|with|from|by|after|before|during|to|of|against|over) (?:(?:the|a|an|his|her|their|its) )?(?:[\p{L}\d$£'’-]+ ){0,2}?[\p{L}\d$£'’-]{3,}(?=[,.;]| (?:and|but|when|who|which|that|in|at|on|for|with|from|by|after|to|of|was|is|were|has|had|said)\b)/gu

export function materialOf(article: string): Material {
  const sentences = articleOf(article).paragraphs.flatMap((p) =>
    sentencesOf(p, english).map(({ text }) => text),
  )
  const words = new Map<string, string[]>()
  const phrases = new Map<string, string[]>()
  const names = new Set<string>()
  const numbers = new Set<string>()
  for (const sentence of sentences) {
    for (const [name] of sentence.matchAll(namePattern)) names.add(name)
    for (const [number] of sentence.matchAll(numberPattern)) numbers.add(number)
    for (const [word] of sentence.matchAll(wordPattern))
      if (!isSmall(word)) add(words, shapeOf(word), word)
    for (const [phrase, head = ''] of sentence.matchAll(phrasePattern)) add(phrases, head, phrase)
  }
  return { sentences, names: [...names], numbers: [...numbers], words, phrases }
}

/** A word of a closed class. */
export function isSmall(word: string): boolean {
  return Object.entries(english.words).some(
    ([name, list]) => name !== 'reporting' && list.has(word),
  )
}

export function shapeOf(word: string): string {
  return /(ed|ing|ly|s|er|ion|al)$/.exec(word)?.[0] ?? ''
}

function add(map: Map<string, string[]>, key: string, value: string) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
