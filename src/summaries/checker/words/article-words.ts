import type { Term } from '../../language/terms.ts'
import { alike } from '../aligning/align.ts'
import { type Comparison, isSourceName } from '../comparison.ts'
import { familyOf, kindFamily } from '../families.ts'
import { positionsOf } from '../aligning/positions.ts'
import type { Source } from '../source.ts'

/** How far apart, in terms, two words may stand and still follow one another. */
const followWithin = 5

/** Does one of these places come soon after one of those? */
export function follows(first: readonly number[], second: readonly number[]): boolean {
  return first.some((from) => second.some((to) => to > from && to - from <= followWithin))
}

/** Places of a neighbour that are looked at, and more of those than this say no more. */
const placesLookedAt = 16
const mostOthers = 3

/**
 * How often the article has another word of the same sort directly beside this neighbour, up to 3:
 * 0 where it has the word itself there, -1 where the neighbour says nothing. `step` is 1 for a
 * neighbour on the left, -1 for one on the right.
 */
export function othersBeside(
  neighbour: Term | undefined,
  term: Term,
  step: 1 | -1,
  comparison: Comparison,
): number {
  if (!neighbour || silent.has(neighbour.kind)) return -1
  const { source } = comparison
  let others = 0
  for (const position of positionsOf(neighbour, source).slice(0, placesLookedAt)) {
    const other = source.terms[position + step]
    if (!other) continue
    if (alike(other, term) > 0) return 0
    if (isOfSameSort(other, term, comparison)) others += 1
  }
  return Math.min(mostOthers, others)
}

const silent: ReadonlySet<Term['kind']> = new Set(['function', 'filler', 'pronoun'])

function isOfSameSort(other: Term, term: Term, comparison: Comparison): boolean {
  const isName = familyOf(term, comparison) === 'name'
  return isSourceName(other, comparison) === isName && kindFamily(other) === kindFamily(term)
}

/** Two words that stand so close, in terms, frame what is between them. */
const frameWidth = 4

/**
 * What the article has between the word's two neighbours: 0 the word, 1 it has them nowhere so
 * close, 2 something else, -1 the word stands at an end of the claim.
 */
export function framed(
  left: Term | undefined,
  right: Term | undefined,
  term: Term,
  source: Source,
): number {
  if (!left || !right) return -1
  const ends = positionsOf(right, source)
  let found = 1
  for (const start of positionsOf(left, source).slice(0, placesLookedAt))
    for (const end of ends) {
      if (end <= start + 1 || end > start + frameWidth) continue
      for (let place = start + 1; place < end; place++) {
        const other = source.terms[place]
        if (other && alike(other, term) > 0) return 0
      }
      found = 2
    }
  return found
}
