import type { Comparison } from '../comparison.ts'
import { sumOfTrees } from '../scorer.ts'
import { describedWords } from './word-features.ts'
import trees from './word-trees.json' with { type: 'json' }

/**
 * Boosted trees, rows of nodes as in `scorer.ts`, over the features of `word-features.ts`: how
 * likely a word is what was made wrong in its claim. Trained by `eval/training/train-scorer.ts`.
 */
export interface WordScorer {
  features: readonly string[]
  base: number
  trees: readonly (readonly number[])[]
}

export const shippedWordScorer: WordScorer = trees

/** A word of a claim, by its number among the claim's terms, and the log odds that it is wrong. */
export interface Suspicion {
  at: number
  odds: number
}

export function suspicionsOf(comparison: Comparison): Suspicion[] {
  return describedWords(comparison).map(({ at, values }) => ({
    at,
    odds: oddsOfWord(values, shippedWordScorer),
  }))
}

export function oddsOfWord(values: Float64Array, { base, trees: all }: WordScorer): number {
  return sumOfTrees(all, values, base)
}
