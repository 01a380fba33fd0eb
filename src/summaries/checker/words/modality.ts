import type { Term } from '../../language/terms.ts'
import { alike } from '../aligning/align.ts'
import type { Judged } from '../features/surroundings.ts'
import type { Source } from '../source.ts'

/** How far before a word, in terms, the article may say how sure it is. */
const reach = 4
/** Among so many words behind a modal one is the word it governs. */
const governedWithin = 2

/**
 * A modal word of the claim beside what the article has before the word it governs, at its best
 * place: 0 the word itself, 0.5 one of its kind, 1 none, 2 one of the other kind (`will` for
 * `could`, `convicted` for `accused`); -1 where the article has not the governed word, -2 for
 * words that are not modal.
 */
export function modalityOf(term: Term, after: readonly Judged[], source: Source): number {
  if (!isModal(term)) return -2
  const governed = after
    .slice(0, governedWithin)
    .find(({ word }) => word.family !== 'possibility' && word.family !== 'certainty')
  if (!governed || governed.word.positions.length === 0) return -1
  return Math.min(...governed.word.positions.map((place) => besideOf(term, place, source)))
}

function besideOf(term: Term, governed: number, source: Source): number {
  for (let place = governed - 1; place >= governed - reach; place--) {
    const other = source.terms[place]
    if (!other) break
    if (alike(other, term) > 0) return 0
    if (isModal(other)) return other.kind === term.kind ? 0.5 : 2
  }
  return 1
}

function isModal({ kind }: Term): boolean {
  return kind === 'possibility' || kind === 'certainty'
}
