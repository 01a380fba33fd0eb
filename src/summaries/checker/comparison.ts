import type { Term } from '../language/terms.ts'
import { findPassage, type Passage } from './aligning/passage.ts'
import { isNameThere, type Source } from './source.ts'

/** A place where claim and passage part: what the one has where the other has something else. */
export interface Edit {
  /** Terms of the claim that the passage has not in this place. */
  added: Term[]
  /** Terms of the passage that the claim has not in this place. */
  dropped: Term[]
  /** Position of the edit among the claim's terms. */
  at: number
}

/** A claim beside the passage it rests on. */
export interface Comparison {
  text: string
  claim: Term[]
  passage: Passage
  edits: Edit[]
  source: Source
  /** Does the claim use capital letters at all? Where not, they say nothing about names. */
  cased: boolean
}

/** Where more is exchanged, it is a rewriting, in which no word answers to another. */
const exchangedUpTo = 6

export function compare(text: string, claim: Term[], source: Source): Comparison | undefined {
  const passage = findPassage(claim, source)
  if (!passage) return undefined
  const cased = claim.some((term) => term.capital)
  return { text, claim, passage, edits: editsOf(claim, passage), source, cased }
}

function editsOf(claim: Term[], { alignment, anchor }: Passage): Edit[] {
  const edits: Edit[] = []
  let claimFrom = 0
  let anchorFrom = 0
  for (let i = 0; i <= claim.length; i++) {
    const partner = i === claim.length ? anchor.terms.length : (alignment.pairs[i] ?? -1)
    if (partner < 0) continue
    if (claimFrom < i || anchorFrom < partner) {
      const dropped = anchor.terms.slice(anchorFrom, partner)
      edits.push({ added: claim.slice(claimFrom, i), dropped, at: claimFrom })
    }
    claimFrom = i + 1
    anchorFrom = partner + 1
  }
  return edits
}

/** What stands in the anchor in the place of what the claim has added, at either end of it. */
export function replaced({ added, dropped }: Edit): Term[] {
  if (added.length === 0 || added.length > exchangedUpTo) return []
  if (dropped.length <= 2 * exchangedUpTo) return dropped
  return [...dropped.slice(0, exchangedUpTo), ...dropped.slice(-exchangedUpTo)]
}

/** Is it the name of somebody or something, as far as letters and the article tell? */
export function isName(term: Term, { source, cased }: Comparison): boolean {
  if (term.kind !== 'content') return false
  if (!cased) return isNameThere(term.key, source)
  return term.capital && (!term.opening || isNameThere(term.key, source))
}

/** The same of a term of the article. */
export function isSourceName(term: Term, { source }: Comparison): boolean {
  return (
    term.kind === 'content' && ((term.capital && !term.opening) || isNameThere(term.key, source))
  )
}
