import { writeFileSync } from 'node:fs'
import {
  featureNames,
  featureSigns,
  ruleOdds,
  withSuspicions,
} from '../../src/summaries/checker/features.ts'
import type { Scorer } from '../../src/summaries/checker/scorer.ts'
import type { WordScorer } from '../../src/summaries/checker/words/suspicions.ts'
import { type BoostingOptions, growTree, Histograms, scaledTree, type Tree } from './boosting.ts'
import { type LabelledRow, readLabelled } from '../data.ts'
import { describe, type DescribedRow } from '../reports/describe.ts'
import { Fit, type Instance } from './fit.ts'
import { ofContexts } from '../invented/invented-contexts.ts'
import { inventedErrors } from '../invented/invented-errors.ts'
import { seeded } from '../random.ts'
import { treeValues } from './tree-values.ts'
import { learnWords, type WordSet, wordSet } from '../words/train-words.ts'
import { labelledWords } from '../words/word-labels.ts'

/**
 * Learns from the labelled sets how much each feature of a claim speaks for or against it, and
 * writes src/summaries/checker/scorer-trees.json; before that, of words/word-trees.json beside it,
 * which of a claim's words is likely to be wrong.
 *
 * A summary is faithful when all its sentences are, so the loss of a row is the log loss of the
 * product of its sentences' chances (multiple instances). Every source has an intercept of its
 * own, which is thrown away: that nine of ten XSum summaries are wrong is no property of language.
 */
const target = new URL('../../src/summaries/checker/scorer-trees.json', import.meta.url)
const wordTarget = new URL('../../src/summaries/checker/words/word-trees.json', import.meta.url)

const options: BoostingOptions = {
  trees: 100,
  depth: 4,
  rate: 0.1,
  penalty: 5,
  leastWeight: 3,
  sample: 0.7,
  features: 0.5,
}

type SourceWeights = Readonly<Record<string, number>>

/** How much a source counts: what looks like a newsroom's own summaries counts most. */
const everything: SourceWeights = {
  synthetic: 2,
  'synthetic-reference': 2,
  'frank-cnndm': 3,
  'frank-xsum': 0.3,
  xsumfaith: 0.3,
  fib: 0.5,
  bump: 2,
  'summedits-news': 3,
  'falke-pairs': 0.7,
  invented: 1.5,
  'invented-copy': 1,
  [ofContexts]: 1,
}

/** Without the sets of text that was cut out of an article: what is wrong in free wording. */
const freeWording: SourceWeights = {
  synthetic: 1.2,
  'synthetic-reference': 2,
  'frank-xsum': 0.4,
  xsumfaith: 0.4,
  fib: 0.6,
  bump: 3,
  'summedits-news': 3,
  invented: 2,
  [ofContexts]: 1,
}

/** Each makes a forest, and the score is their mean: what one learns of its sets alone, the other corrects. */
const views = [everything, freeWording]

/**
 * How much those forests count that are told what the words are suspected of. The suspicions are learnt
 * from errors of known kinds, and what is told of them is believed too much about texts of other kinds.
 */
const toldShare = 1 / 3

/** The weight of each label of a source of weight 1, in rows; and of one row at most. */
const rowsPerLabel = 150
const heaviestRow = 3

if (process.argv[1] === import.meta.filename) {
  const { scorer, words } = learnScorer(trainingSet(describe(rowsToLearnFrom())), () => true)
  writeFileSync(target, `${JSON.stringify(scorer)}\n`)
  writeFileSync(wordTarget, `${JSON.stringify(words)}\n`)
}

/** What people labelled, and what is invented beside it. */
export function rowsToLearnFrom(): LabelledRow[] {
  return [...readLabelled(), ...inventedErrors()]
}

/** What all folds share. */
export interface TrainingSet {
  rows: readonly DescribedRow[]
  words: WordSet
}

export function trainingSet(rows: readonly DescribedRow[]): TrainingSet {
  return { rows, words: wordSet(labelledWords(rows)) }
}

export interface Learnt {
  scorer: Scorer
  words: WordScorer
  /** All rows, with what their words are suspected of; of a row learnt from, by who never saw it. */
  rows: readonly DescribedRow[]
}

export function learnScorer(set: TrainingSet, isTrainedOn: (row: DescribedRow) => boolean): Learnt {
  const { odds, scorer: words } = learnWords(set.words, isTrainedOn)
  const suspected = suspectedRows(set, odds)
  const rows = [...suspected.values()]
  const own = set.rows.filter(isTrainedOn).map((row) => suspected.get(row) as DescribedRow)
  const claims = rows.flatMap((row) => row.claims)
  const signs = Object.values(featureSigns)
  const untold = claims.map((claim) => withSuspicions(claim, []))
  const told = { share: toldShare, claims, data: new Histograms(claims, signs) }
  const blind = { share: 1 - toldShare, claims: untold, data: new Histograms(untold, signs) }
  const numbers = new Map(claims.map((claim, number) => [claim, number]))
  const partners = partnersIn(own)
  const instances = own.flatMap((row) => instancesOf(row, partners, numbers))
  const forests = [told, blind].flatMap(({ share, ...known }) =>
    views.map((view) => ({ share: share / views.length, ...growForest(known, instances, view) })),
  )
  const scorer = {
    features: featureNames,
    base: rounded(forests.reduce((sum, { share, base }) => sum + share * base, 0)),
    trees: forests.flatMap(({ share, trees }) => trees.map((tree) => scaledTree(tree, share))),
  }
  return { scorer, words, rows }
}

function suspectedRows(
  { rows, words: { words } }: TrainingSet,
  odds: Float64Array,
): Map<DescribedRow, DescribedRow> {
  const byRow = new Map(rows.map((row) => [row, row.claims.map((): number[] => [])]))
  for (const [number, { row, claim }] of words.entries())
    byRow.get(row)?.[claim]?.push(odds[number] as number)
  return new Map(
    rows.map((row) => {
      const claims = row.claims.map((claim, at) =>
        withSuspicions(claim, byRow.get(row)?.[at] ?? []),
      )
      return [row, { ...row, claims }]
    }),
  )
}

/** Every claim, and in which bin each of its features is. */
interface Claims {
  claims: readonly Float64Array[]
  data: Histograms
}

function growForest(
  { claims, data }: Claims,
  all: readonly Instance[],
  view: SourceWeights,
): { base: number; trees: Tree[] } {
  const instances = all.filter(({ source }) => (view[source] ?? 0) > 0)
  const weights = weightsOf(instances, view)
  const state = new Fit(instances, weights, Float64Array.from(claims, ruleOdds))
  const trees: Tree[] = []
  const random = seeded(1)
  for (let step = 0; step < options.trees; step++) {
    const { first, second } = state.derivatives()
    const sample = state.members.filter(() => random() < options.sample)
    const tree = scaledTree(growTree(data, sample, first, second, options, random), options.rate)
    state.add(treeValues(tree, claims))
    trees.push(tree)
  }
  return { base: state.base(), trees }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** The right text of each pair. */
function partnersIn(rows: readonly DescribedRow[]): ReadonlyMap<string, DescribedRow> {
  const right = rows.filter(({ faithful, pair }) => faithful && pair !== undefined)
  return new Map(right.map((row) => [row.pair as string, row]))
}

/**
 * The rows of bump say which sentence was made wrong: each sentence is an instance there. Of an
 * invented context only the last sentence is; the one before it is no part of the question.
 */
function instancesOf(
  row: DescribedRow,
  partners: ReadonlyMap<string, DescribedRow>,
  numbers: ReadonlyMap<Float64Array, number>,
): Instance[] {
  const claims = row.claims.map((claim) => numbers.get(claim) as number)
  if (row.source === ofContexts)
    return [{ source: row.source, faithful: row.faithful, claims: claims.slice(-1) }]
  if (row.source !== 'bump') return [{ source: row.source, faithful: row.faithful, claims }]
  const partner = partners.get(row.pair ?? '')
  if (!partner) return []
  if (row === partner)
    return claims.map((claim) => ({ source: row.source, faithful: true, claims: [claim] }))
  return claims
    .filter((_, at) => !partner.texts.includes(row.texts[at] as string))
    .map((claim) => ({ source: row.source, faithful: false, claims: [claim] }))
}

function weightsOf(instances: readonly Instance[], view: SourceWeights): Float64Array {
  const counts = new Map<string, number>()
  const name = ({ source, faithful }: Instance) => `${source} ${faithful}`
  for (const instance of instances)
    counts.set(name(instance), (counts.get(name(instance)) ?? 0) + 1)
  return Float64Array.from(instances, (instance) => {
    const share = rowsPerLabel / (counts.get(name(instance)) as number)
    return Math.min(heaviestRow, (view[instance.source] as number) * share)
  })
}
