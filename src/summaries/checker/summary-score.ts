/** Between the product of the sentences' chances (0) and their geometric mean (1). */
const towardsMean = 0.75
/** What a summary is worth whose first word is a pronoun for a noun that stayed in the article. */
const openingWithoutNoun = 0.05

/** The score of a summary, 0…1, from those of its sentences. */
export function scoreOfSummary(scores: readonly number[], nounStayedBehind: boolean): number {
  if (scores.length === 0) return 0
  const logs = scores.reduce((sum, score) => sum + Math.log(Math.max(score, 1e-12)), 0)
  const score = Math.exp(logs / scores.length ** towardsMean)
  return nounStayedBehind ? score * openingWithoutNoun : score
}
