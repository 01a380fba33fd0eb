import type { Term } from '../language/terms.ts'
import { findPassage, type Passage } from './passage.ts'
import type { Source } from './source.ts'

/** A place where claim and passage part: what the one has where the other has something else. */
export interface Edit {
  /** Terms of the claim that the passage has not in this place. */
  added: Term[]
  /** Terms of the passage that the claim has not in this place. */
  dropped: Term[]
  /** Position of the edit among the claim's terms. */
  at: number
  /** Position among the passage's terms. */
  passageAt: number
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

export function compare(text: string, claim: Term[], source: Source): Comparison | undefined {
  const passage = findPassage(claim, source)
  if (!passage) return undefined
  const cased = claim.some((term) => term.capital)
  return { text, claim, passage, edits: editsOf(claim, passage), source, cased }
}

function editsOf(claim: Term[], passage: Passage): Edit[] {
  const edits: Edit[] = []
  const { pairs } = passage.alignment
  let claimFrom = 0
  let passageFrom = 0
  for (let i = 0; i <= claim.length; i++) {
    const partner = i === claim.length ? passage.anchor.terms.length : (pairs[i] as number)
    if (partner < 0) continue
    const added = claim.slice(claimFrom, i)
    const dropped = passage.anchor.terms.slice(passageFrom, partner)
    if (added.length > 0 || dropped.length > 0)
      edits.push({ added, dropped, at: claimFrom, passageAt: passageFrom })
    claimFrom = i + 1
    passageFrom = partner + 1
  }
  return edits
}

/** Is it the name of somebody or something, as far as letters and the article tell? */
export function isName(term: Term, comparison: Comparison): boolean {
  if (term.kind !== 'content') return false
  const { names } = comparison.source
  if (!comparison.cased) return names.has(term.key)
  return term.capital && (!term.opening || names.has(term.key))
}
