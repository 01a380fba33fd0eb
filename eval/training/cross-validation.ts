import { featureNames } from '../../src/summaries/checker/features.ts'
import { logOdds, type Scorer } from '../../src/summaries/checker/scorer.ts'
import { scoreOfSummary } from '../../src/summaries/checker/summary-score.ts'
import { folds } from '../data.ts'
import type { DescribedRow } from '../reports/describe.ts'
import type { Scored } from '../measures/metrics.ts'
import { isInvented } from '../invented/invented-errors.ts'
import { learnScorer, type TrainingSet } from './train-scorer.ts'

export interface CheckedRow extends DescribedRow, Scored {
  /** What a checker by shared word pairs alone would say: bigram precision, mean of sentences. */
  pairScore: number
}

/** Every labelled row scored by trees that never saw its article. */
export function crossValidate(set: TrainingSet): CheckedRow[] {
  return Array.from({ length: folds }, (_, fold) => {
    const { scorer, rows } = learnScorer(set, (row) => row.fold !== fold)
    return labelled(rows)
      .filter((row) => row.fold === fold)
      .map((row) => checked(row, scorer))
  }).flat()
}

/** Sets that are made alike, and about the same articles. */
const kindred = [
  ['synthetic', 'synthetic-reference'],
  ['frank-cnndm'],
  ['frank-xsum', 'xsumfaith', 'fib'],
  ['bump'],
  ['summedits-news'],
  ['falke-pairs'],
]

/** Every labelled row scored by trees that saw neither its article nor any row of its source. */
export function leaveSourcesOut(set: TrainingSet): CheckedRow[] {
  return kindred.flatMap((sources) => {
    const isOwn = ({ source }: DescribedRow) => sources.includes(source)
    const articles = new Set(set.rows.filter(isOwn).map(({ article }) => article))
    const isStrange = (row: DescribedRow) => !isOwn(row) && !articles.has(row.article)
    const { scorer, rows } = learnScorer(set, isStrange)
    return labelled(rows)
      .filter(isOwn)
      .map((row) => checked(row, scorer))
  })
}

function labelled(rows: readonly DescribedRow[]): DescribedRow[] {
  return rows.filter(({ source }) => !isInvented(source))
}

function checked(row: DescribedRow, scorer: Scorer): CheckedRow {
  const pairs = row.claims.reduce((sum, claim) => sum + (claim[pairsAt] as number), 0)
  return {
    ...row,
    cluster: row.article,
    score: scoreOf(row, scorer),
    pairScore: pairs / row.claims.length,
  }
}

const pairsAt = featureNames.indexOf('known pairs')

function scoreOf(row: DescribedRow, scorer: Scorer): number {
  const scores = row.claims.map((claim) => 1 / (1 + Math.exp(-logOdds(claim, scorer))))
  return scoreOfSummary(scores, row.nounStayedBehind)
}
