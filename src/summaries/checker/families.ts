import type { Term } from '../language/terms.ts'
import { type Comparison, isName } from './comparison.ts'

/** Kinds of words that are judged alike. */
export const families = [
  'name',
  'number',
  'date',
  'day',
  'unit',
  'negation',
  'possibility',
  'certainty',
  'comparison',
  'quantifier',
  'reporting',
  'pronoun',
  'content',
  'function',
] as const

export type Family = (typeof families)[number]

const familyOfKind = {
  number: 'number',
  ordinal: 'number',
  year: 'date',
  month: 'date',
  weekday: 'date',
  day: 'day',
  unit: 'unit',
  negation: 'negation',
  nearNegation: 'negation',
  possibility: 'possibility',
  certainty: 'certainty',
  comparison: 'comparison',
  quantifier: 'quantifier',
  reporting: 'reporting',
  pronoun: 'pronoun',
  filler: 'function',
  function: 'function',
  content: 'content',
} as const satisfies Record<Term['kind'], Family>

/** The family of a word of the claim. */
export function familyOf(term: Term, comparison: Comparison): Family {
  return isName(term, comparison) ? 'name' : kindFamily(term)
}

export function kindFamily(term: Term): Exclude<Family, 'name'> {
  return familyOfKind[term.kind]
}
