import type { Comparison } from './comparison.ts'
import type { Finding, Rule } from './findings.ts'
import { speakersAreTheArticles } from './rules/attribution.ts'
import { datesAreTheArticles } from './rules/dates.ts'
import { governingClausesAreKept } from './rules/governing.ts'
import { markersAreKept } from './rules/markers.ts'
import { namesAreTheArticles } from './rules/names.ts'
import { numbersAreTheArticles, unitsAreTheArticles } from './rules/numbers.ts'
import { certaintyIsKept, negationIsKept } from './rules/polarity.ts'
import { pronounsAreTheArticles } from './rules/pronouns.ts'
import { quotationsAreExact } from './rules/quotations.ts'
import { comparisonsAreKept, nothingIsTurnedRound, wordsAreTheArticles } from './rules/wording.ts'

/** Every rule sees every claim; the order is that of the findings an editor reads. */
export const rules: readonly Rule[] = [
  quotationsAreExact,
  speakersAreTheArticles,
  numbersAreTheArticles,
  unitsAreTheArticles,
  datesAreTheArticles,
  namesAreTheArticles,
  negationIsKept,
  certaintyIsKept,
  governingClausesAreKept,
  markersAreKept,
  nothingIsTurnedRound,
  comparisonsAreKept,
  wordsAreTheArticles,
  pronounsAreTheArticles,
]

export function findingsOf(comparison: Comparison): Finding[] {
  return rules.flatMap((rule) => rule(comparison))
}
