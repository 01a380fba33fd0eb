import type { Lexicon } from '../language/lexicon.ts'
import { remembered } from '../language/remembered.ts'
import type { Candidate } from './candidates.ts'

/** A word of the article and what is known of it; the inputs of the model in `word-weights.ts`. */
export interface WordFacts {
  /** How often it occurs. */
  count: number
  /** In how many sentences. */
  sentences: number
  /** The first sentence that has it, from 0, and the last. */
  first: number
  last: number
  name: boolean
  figure: boolean
  small: boolean
  headline: boolean
  /** Sentences of the article. */
  of: number
  letters: number
}

/** Shorter words keep their endings. */
const shortWord = 3

/** The words of a text in order, those that say something by their stems. */
export function keysOf(text: string, lexicon: Lexicon): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) =>
    keyOf(word, lexicon),
  )
}

const keyOf = remembered((word: string, lexicon: Lexicon): string =>
  word.length <= shortWord || isSmall(word, lexicon) ? word : lexicon.language.stem(word),
)

/** An article, a preposition, a pronoun: it says little by itself. */
function isSmall(word: string, lexicon: Lexicon): boolean {
  const kind = lexicon.classOf(lexicon.keyOf(word))
  return kind === 'function' || kind === 'pronoun' || kind === 'filler'
}

/** What is known of every word of an article. */
export function wordFacts(
  candidates: readonly Candidate[],
  headline: string,
  lexicon: Lexicon,
): Map<string, WordFacts> {
  const facts = new Map<string, WordFacts>()
  const names = new Set(candidates.flatMap(({ text }) => namesIn(text, lexicon)))
  const inHeadline = new Set(keysOf(headline, lexicon))
  for (const { keys, position } of candidates) {
    for (const key of keys) {
      let known = facts.get(key)
      if (!known) facts.set(key, (known = factsOf(key, position, candidates.length)))
      known.count += 1
      if (known.last < position) known.sentences += 1
      known.last = position
    }
  }
  function factsOf(key: string, first: number, of: number): WordFacts {
    return {
      count: 0,
      sentences: 0,
      first,
      last: -1,
      name: names.has(key),
      figure: /^\p{N}/u.test(key),
      small: isSmall(key, lexicon),
      headline: inHeadline.has(key),
      of,
      letters: key.length,
    }
  }
  return facts
}

/** Words with a capital letter in the middle of a sentence. */
function namesIn(text: string, lexicon: Lexicon): string[] {
  const found = text.matchAll(/(?<=[\p{L},;] )\p{Lu}[\p{L}\p{M}]+/gu)
  return [...found].flatMap((match) => keysOf(match[0], lexicon))
}

/** A word of an article, by its number among them, and the chance, 0…1, that a summary has it. */
export interface LikelyWord {
  number: number
  chance: number
}

/** By key, in the order in which the article has them. */
export type LikelyWords = ReadonlyMap<string, LikelyWord>

export function likelyWords(
  facts: ReadonlyMap<string, WordFacts>,
  weights: readonly number[],
): LikelyWords {
  const words = new Map<string, LikelyWord>()
  for (const [key, known] of facts)
    words.set(key, { number: words.size, chance: chanceOf(known, weights) })
  return words
}

/** The chance, 0…1, that somebody who sums the article up uses the word. */
function chanceOf(facts: WordFacts, weights: readonly number[]): number {
  const sum = modelInputs(facts).reduce((total, input, at) => total + input * (weights[at] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum - (facts.headline && !facts.small ? headlineWeight : 0)))
}

/** Not learned: the training articles have no headlines. About what twice the mentions are worth. */
const headlineWeight = 1

/** In the order of `wordWeights`. */
export function modelInputs(facts: WordFacts): number[] {
  const large = facts.small ? 0 : 1
  const often = Math.log1p(facts.count)
  return [
    1,
    1 - large,
    large * often,
    large * often * often,
    facts.first === 0 ? large : 0,
    facts.first === 1 ? large : 0,
    facts.first === 2 ? large : 0,
    large * Math.log1p(facts.first),
    facts.name ? large : 0,
    facts.figure ? 1 : 0,
    (1 - large) * often,
    large * Math.log(facts.of),
    facts.name ? often : 0,
    (large * Math.min(facts.letters, 8)) / 8,
    large * (facts.sentences / facts.of),
  ]
}
