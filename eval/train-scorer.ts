import { writeFileSync } from 'node:fs'
import { featureNames, featureSigns, ruleOdds } from '../src/summaries/checker/features.ts'
import type { Scorer } from '../src/summaries/checker/scorer.ts'
import { type BoostingOptions, growTree, Histograms, type Tree } from './boosting.ts'
import { type LabelledRow, readLabelled } from './data.ts'
import { describe, type DescribedRow } from './describe.ts'
import { Fit, type Instance } from './fit.ts'
import { inventedErrors } from './invented-errors.ts'
import { seeded } from './random.ts'
import { treeValues } from './tree-values.ts'

/**
 * Learns from the labelled sets how much each feature of a claim speaks for or against it, and
 * writes src/summaries/checker/scorer-trees.json.
 *
 * A summary is faithful when all its sentences are, so the loss of a row is the log loss of the
 * product of its sentences' chances (multiple instances). Every source has an intercept of its
 * own, which is thrown away: that nine of ten XSum summaries are wrong is no property of language.
 */
const target = new URL('../src/summaries/checker/scorer-trees.json', import.meta.url)

const options: BoostingOptions = {
  trees: 100,
  depth: 4,
  rate: 0.1,
  penalty: 5,
  leastWeight: 3,
  sample: 0.7,
  features: 0.5,
}

/** How much a source counts: what looks like a newsroom's own summaries counts most. */
const sourceWeights: Record<string, number> = {
  synthetic: 1.5,
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
}
/** The weight of each label of a source of weight 1, in rows; and of one row at most. */
const rowsPerLabel = 150
const heaviestRow = 3

if (process.argv[1] === import.meta.filename) {
  const scorer = learnScorer(trainingSet(describe(rowsToLearnFrom())), () => true)
  writeFileSync(target, `${JSON.stringify(scorer)}\n`)
}

/** What people labelled, and what is invented beside it. */
export function rowsToLearnFrom(): LabelledRow[] {
  return [...readLabelled(), ...inventedErrors()]
}

/** What all folds share. */
export interface TrainingSet {
  rows: readonly DescribedRow[]
  claims: readonly Float64Array[]
  data: Histograms
}

export function trainingSet(rows: readonly DescribedRow[]): TrainingSet {
  const claims = rows.flatMap((row) => row.claims)
  return { rows, claims, data: new Histograms(claims, Object.values(featureSigns)) }
}

export function learnScorer(
  { rows, claims, data }: TrainingSet,
  isTrainedOn: (row: DescribedRow) => boolean,
): Scorer {
  const numbers = new Map(claims.map((claim, number) => [claim, number]))
  const own = rows.filter(isTrainedOn)
  const partners = partnersIn(own)
  const instances = own.flatMap((row) => instancesOf(row, partners, numbers))
  const weights = weightsOf(instances)
  const state = new Fit(instances, weights, Float64Array.from(claims, ruleOdds))
  const trees: Tree[] = []
  const random = seeded(1)
  for (let step = 0; step < options.trees; step++) {
    const { first, second } = state.derivatives()
    const sample = state.members.filter(() => random() < options.sample)
    const tree = growTree(data, sample, first, second, options, random)
    for (let at = 0; at < tree.length; at += 4)
      if (tree[at] === -1)
        tree[at + 1] = Math.round((tree[at + 1] as number) * options.rate * 1e4) / 1e4
    state.add(treeValues(tree, claims))
    trees.push(tree)
  }
  return { features: featureNames, base: Math.round(state.base() * 1e4) / 1e4, trees }
}

/** The right text of each pair. */
function partnersIn(rows: readonly DescribedRow[]): ReadonlyMap<string, DescribedRow> {
  const right = rows.filter(({ faithful, pair }) => faithful && pair !== undefined)
  return new Map(right.map((row) => [row.pair as string, row]))
}

/** The rows of bump say which sentence was made wrong: each sentence is an instance there. */
function instancesOf(
  row: DescribedRow,
  partners: ReadonlyMap<string, DescribedRow>,
  numbers: ReadonlyMap<Float64Array, number>,
): Instance[] {
  const claims = row.claims.map((claim) => numbers.get(claim) as number)
  if (row.source !== 'bump') return [{ source: row.source, faithful: row.faithful, claims }]
  const partner = partners.get(row.pair ?? '')
  if (!partner) return []
  if (row === partner)
    return claims.map((claim) => ({ source: row.source, faithful: true, claims: [claim] }))
  return claims
    .filter((_, at) => !partner.texts.includes(row.texts[at] as string))
    .map((claim) => ({ source: row.source, faithful: false, claims: [claim] }))
}

function weightsOf(instances: readonly Instance[]): Float64Array {
  const counts = new Map<string, number>()
  const name = ({ source, faithful }: Instance) => `${source} ${faithful}`
  for (const instance of instances)
    counts.set(name(instance), (counts.get(name(instance)) ?? 0) + 1)
  return Float64Array.from(instances, (instance) => {
    const share = rowsPerLabel / (counts.get(name(instance)) as number)
    return Math.min(heaviestRow, (sourceWeights[instance.source] ?? 1) * share)
  })
}
