import { valueOf } from '../../src/summaries/checker/scorer.ts'
import type { Tree } from './boosting.ts'

/** What a tree says of each of these rows. */
export function treeValues(tree: Tree, rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows, (row) => valueOf(tree, row))
}
