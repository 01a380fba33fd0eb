import type { Term } from '../../language/terms.ts'
import type { Source } from '../source.ts'

/** Where a word, or one used for it, stands in the article, counted in terms from its beginning. */
export function positionsOf(term: Term, source: Source): readonly number[] {
  return listedFor(term, source.positions, source.groupPositions)
}

/** The sentences that have a word, or one used for it, counted from the article's beginning. */
export function placesOf(term: Term, source: Source): readonly number[] {
  return listedFor(term, source.places, source.groupPlaces)
}

type Lists<Key> = ReadonlyMap<Key, readonly number[]>

const nowhere: readonly number[] = []

function listedFor(
  { key, groups }: Term,
  own: Lists<string>,
  ofGroups: Lists<number>,
): readonly number[] {
  const found = own.get(key)
  if (found) return found
  for (const group of groups) {
    const list = ofGroups.get(group)
    if (list) return list
  }
  return nowhere
}
