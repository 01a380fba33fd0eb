import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'

/** A sentence that opens with a pronoun where the article has a noun leaves its reader asking who. */
export function pronounsAreTheArticles(comparison: Comparison): Finding[] {
  if (!leavesNounBehind(comparison)) return []
  const text = `The article does not say “${comparison.claim[0]?.text}” here: the noun stayed behind.`
  return [{ rule: 'pronoun', weight: 0.4, text }]
}

export function leavesNounBehind({ claim, passage, source }: Comparison): boolean {
  const { pronouns } = source.lexicon.language.leaningOpenings
  const opening = claim[0]?.text.toLowerCase() ?? ''
  return pronouns.has(opening) && (passage.alignment.pairs[0] ?? -1) < 0
}
