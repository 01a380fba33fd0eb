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
  return sumOfTrees(trees, features, base + ruleOdds(features) + companyOdds(features))
}

/** What the trees say of a row of features, added to a beginning one after the other. */
export function sumOfTrees(
  trees: readonly (readonly number[])[],
  features: Float64Array,
  beginning: number,
): number {
  const { feature, number, left, right, roots } = forestOf(trees)
  let sum = beginning
  for (const root of roots) {
    let node = root
    let asked = feature[node] as number
    while (asked >= 0) {
      const isLeft = (features[asked] as number) <= (number[node] as number)
      node = (isLeft ? left[node] : right[node]) as number
      asked = feature[node] as number
    }
    sum += number[node] as number
  }
  return sum
}

/** The nodes of all trees in one row, column by column: every claim asks hundreds of trees. */
interface Forest {
  /** -1 in a leaf. */
  feature: Int16Array
  /** The threshold; in a leaf, its value. */
  number: Float64Array
  left: Int32Array
  right: Int32Array
  roots: Int32Array
}

const forests = new WeakMap<readonly (readonly number[])[], Forest>()

function forestOf(trees: readonly (readonly number[])[]): Forest {
  let forest = forests.get(trees)
  if (!forest) forests.set(trees, (forest = planted(trees)))
  return forest
}

function planted(trees: readonly (readonly number[])[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length / 4, 0)
  const roots = new Int32Array(trees.length)
  const feature = new Int16Array(size)
  const number = new Float64Array(size)
  const left = new Int32Array(size)
  const right = new Int32Array(size)
  let root = 0
  for (const [which, tree] of trees.entries()) {
    roots[which] = root
    for (let at = 0; at < tree.length / 4; at++) {
      feature[root + at] = tree[at * 4] as number
      number[root + at] = tree[at * 4 + 1] as number
      left[root + at] = root + (tree[at * 4 + 2] as number)
      right[root + at] = root + (tree[at * 4 + 3] as number)
    }
    root += tree.length / 4
  }
  return { feature, number, left, right, roots }
}

/** What one tree says. */
export function valueOf(tree: readonly number[], features: Float64Array): number {
  let node = 0
  for (;;) {
    const feature = tree[node * 4] as number
    const number = tree[node * 4 + 1] as number
    if (feature < 0) return number
    node = tree[node * 4 + ((features[feature] as number) <= number ? 2 : 3)] as number
  }
}
