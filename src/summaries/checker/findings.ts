import type { Comparison } from './comparison.ts'

/** Something about a claim that speaks against it, in words for an editor. */
export interface Finding {
  rule: RuleName
  /** How much it speaks against the claim where all the rest is the article's own: 0…1. */
  weight: number
  text: string
}

export type Rule = (comparison: Comparison) => Finding[]

export const ruleNames = [
  'number',
  'unit',
  'date',
  'name',
  'role',
  'quotation',
  'speaker',
  'negation',
  'modality',
  'opposite',
  'comparison',
  'substitution',
  'addition',
  'pronoun',
] as const

export type RuleName = (typeof ruleNames)[number]
