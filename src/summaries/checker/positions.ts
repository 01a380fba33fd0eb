import type { Term } from '../language/terms.ts'
import type { Source } from './source.ts'

/** Where a word, or one used for it, stands in the article, counted in terms from its beginning. */
export function positionsOf(term: Term, source: Source): readonly number[] {
  const own = source.positions.get(term.key)
  if (own) return own
  for (const group of term.groups) {
    const positions = source.groupPositions.get(group)
    if (positions) return positions
  }
  return nowhere
}

const nowhere: readonly number[] = []
