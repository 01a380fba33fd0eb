import type { Comment, Order } from './comment.ts'

export interface Ranked {
  createdAt: string
  id: string
  recommended: number
  /** Recommendations given anywhere in the conversation since this comment was there. */
  chances: number
}

/** The normal quantile for a one-sided bound of 80 %. */
const z = 1.281551565545

/**
 * The lower bound of Wilson's score interval (E. B. Wilson, JASA 22, 1927, p. 209) for the share of
 * the recommendations it could have had that a comment did have. Measured against its chances, an
 * early comment has no lead over a late one.
 */
export function score({ recommended, chances }: { recommended: number; chances: number }): number {
  const n = Math.max(chances, recommended)
  if (n === 0) return 0
  const p = recommended / n
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return (p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n)
}

const byAge = (a: Ranked, b: Ranked) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id)

const comparisons: Record<Order, (a: Ranked, b: Ranked) => number> = {
  newest: (a, b) => byAge(b, a),
  oldest: byAge,
  best: (a, b) => score(b) - score(a) || byAge(b, a),
}

/** Sorts the openings of threads; replies stay in the order in which they were said. */
export function sorted<T extends Ranked & Comment>(threads: T[], order: Order): T[] {
  return threads.toSorted(comparisons[order])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
