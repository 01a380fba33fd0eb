import type { Term } from '../../language/terms.ts'
import type { Occurrences, Source } from '../source.ts'

/** Where a word, or one used for it, stands in the article, counted in terms from its beginning. */
export function positionsOf(term: Term, source: Source): readonly number[] {
  return occurrencesOf(term, source)?.positions ?? nowhere
}

/** The sentences that have a word, or one used for it, counted from the article's beginning. */
export function placesOf(term: Term, source: Source): readonly number[] {
  return occurrencesOf(term, source)?.places ?? nowhere
}

const nowhere: readonly number[] = []

function occurrencesOf({ key, groups }: Term, source: Source): Occurrences | undefined {
  const found = source.words.get(key)
  if (found) return found
  for (const group of groups) {
    const synonyms = source.groups.get(group)
    if (synonyms) return synonyms
  }
  return undefined
}

/** Does a sentence of the article have these very words one right after the other? */
export function areNeighbours(first: Term, second: Term, { words, terms }: Source): boolean {
  const before = words.get(first.key)?.positions ?? nowhere
  const after = words.get(second.key)?.positions ?? nowhere
  return before.length < after.length
    ? before.some((at) => terms[at + 1]?.key === second.key && terms[at + 1]?.opening === false)
    : after.some((at) => terms[at]?.opening === false && terms[at - 1]?.key === first.key)
}
