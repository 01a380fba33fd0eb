import { logOdds, type Scorer } from '../src/summaries/checker/scorer.ts'
import { scoreOfSummary } from '../src/summaries/checker/summary-score.ts'
import { folds } from './data.ts'
import type { DescribedRow } from './describe.ts'
import type { Scored } from './metrics.ts'
import { learnScorer, trainingSet } from './train-scorer.ts'

export interface CheckedRow extends DescribedRow, Scored {
  /** What a checker by shared word pairs alone would say: bigram precision, mean of sentences. */
  pairScore: number
}

/** Every row scored by trees that never saw its article. */
export function crossValidate(rows: readonly DescribedRow[], pairsAt: number): CheckedRow[] {
  const set = trainingSet(rows)
  return Array.from({ length: folds }, (_, fold) => {
    const scorer = learnScorer(set, (row) => row.fold !== fold)
    return rows
      .filter((row) => row.fold === fold)
      .map((row) => ({
        ...row,
        cluster: row.article,
        score: scoreOf(row, scorer),
        pairScore:
          row.claims.reduce((sum, claim) => sum + (claim[pairsAt] as number), 0) /
          row.claims.length,
      }))
  }).flat()
}

function scoreOf(row: DescribedRow, scorer: Scorer): number {
  const scores = row.claims.map((claim) => 1 / (1 + Math.exp(-logOdds(claim, scorer))))
  return scoreOfSummary(scores, row.nounStayedBehind)
}
