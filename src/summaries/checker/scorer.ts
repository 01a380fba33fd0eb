import { companyOdds, ruleOdds } from './features.ts'
import scorer from './scorer-trees.json' with { type: 'json' }

/**
 * Boosted regression trees over the features of `features.ts`, trained by `eval/training/train-scorer.ts`.
 * A tree is a row of nodes of four numbers: feature, threshold (values up to it go left), left
 * node, right node; a leaf is -1, value, 0, 0.
 */
export interface Scorer {
  features: readonly string[]
  base: number
  trees: readonly (readonly number[])[]
}

export const shippedScorer: Scorer = scorer

/** The log odds, as far as the trees know, that a claim with these features is supported. */
export function logOdds(features: Float64Array, { base, trees }: Scorer): number {
  return trees.reduce(
    (sum, tree) => sum + valueOf(tree, features),
    base + ruleOdds(features) + companyOdds(features),
  )
}

export function valueOf(tree: readonly number[], features: Float64Array): number {
  let node = 0
  for (;;) {
    const feature = tree[node * 4] as number
    const number = tree[node * 4 + 1] as number
    if (feature < 0) return number
    node = tree[node * 4 + ((features[feature] as number) <= number ? 2 : 3)] as number
  }
}
