import type { Term } from '../../language/terms.ts'
import { hasLike } from './align.ts'
import type { Comparison } from '../comparison.ts'
import { placesOf } from './positions.ts'
import type { Source } from '../source.ts'

/** Does the article have the word, or one used for it, anywhere? */
export function inArticle(term: Term, source: Source): boolean {
  return placesOf(term, source).length > 0
}

/** Does the sentence compared with have it, wherever in it? */
export function inAnchor(term: Term, { passage }: Comparison): boolean {
  return hasLike(term, passage.anchor.terms)
}

/** Does the second sentence of the passage have it? */
export function inSecond(term: Term, { passage }: Comparison): boolean {
  return passage.second !== undefined && hasLike(term, passage.second.terms)
}

/** Within this many sentences of the anchor is near. */
const nearby = 2

/** Places of a word that are looked at; a word in more sentences is what the article is about. */
const placesLookedAt = 100

export function somePlacesOf(term: Term, source: Source): readonly number[] {
  return placesOf(term, source).slice(0, placesLookedAt)
}

/** Does the article have it in or close to the passage? */
export function isNear(term: Term, { passage, source }: Comparison): boolean {
  return placesOf(term, source).some((place) => Math.abs(place - passage.anchor.number) <= nearby)
}

/** Does the article have these two one after the other? */
export function adjacentInArticle(first: Term, second: Term, source: Source): boolean {
  return somePlacesOf(first, source).some((place) => {
    const terms = source.sentences[place]?.terms ?? []
    return terms.some((term, at) => term.key === first.key && terms[at + 1]?.key === second.key)
  })
}
