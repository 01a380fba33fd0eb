import { createHash } from 'node:crypto'
import { oddsOfWord, type WordScorer } from '../../src/summaries/checker/words/suspicions.ts'
import { wordFeatureNames } from '../../src/summaries/checker/words/word-features.ts'
import {
  type BoostingOptions,
  growTree,
  Histograms,
  scaledTree,
  type Tree,
} from '../training/boosting.ts'
import type { DescribedRow } from '../reports/describe.ts'
import { seeded } from '../random.ts'
import { treeValues } from '../training/tree-values.ts'
import type { LabelledWord } from './word-labels.ts'

/**
 * Learns which word of a sentence was made wrong, from the rows where that is known. What it says
 * of a word is a feature of the sentence, and trees that had seen the sentence would say it too
 * surely: three forests are grown, each without a third of the articles, and a sentence that is
 * learnt from is told only what the one says that has not seen it.
 */
const options: BoostingOptions = {
  trees: 60,
  depth: 4,
  rate: 0.15,
  penalty: 5,
  leastWeight: 3,
  sample: 0.5,
  features: 0.6,
}

/** How much the words of a source count, and with them its label of each kind. */
const sourceWeights: Readonly<Record<string, number>> = {
  synthetic: 1,
  'synthetic-reference': 2,
  bump: 2,
  invented: 2,
}
const wrongWords = 600
const rightWords = 1800
const heaviestWord = 3
/** Of the right words of invented rows, which are many, one in so many is learnt from. */
const everyInvented = 3
/** Log odds to start from: most words are right. */
const startOdds = -1.5
const parts = 3

export interface WordSet {
  words: readonly LabelledWord[]
  data: Histograms
}

export function wordSet(words: readonly LabelledWord[]): WordSet {
  const values = words.map((word) => word.values)
  return {
    words,
    data: new Histograms(
      values,
      wordFeatureNames.map(() => 0),
    ),
  }
}

export interface Suspicious {
  /** Log odds of every word of the set, in its order. */
  odds: Float64Array
  scorer: WordScorer
}

export function learnWords(set: WordSet, isTrainedOn: (row: DescribedRow) => boolean): Suspicious {
  const rows = new Map<DescribedRow, number | undefined>()
  for (const { row } of set.words)
    if (!rows.has(row)) rows.set(row, isTrainedOn(row) ? partOf(row.article) : undefined)
  const forests = Array.from({ length: parts }, (_, part) =>
    growForest(set, (row) => rows.get(row) !== undefined && rows.get(row) !== part),
  )
  const odds = Float64Array.from(set.words, ({ row, values }) => {
    const own = rows.get(row)
    const told = own === undefined ? forests : [forests[own] as WordScorer]
    return told.reduce((sum, forest) => sum + oddsOfWord(values, forest), 0) / told.length
  })
  return { odds, scorer: meanOf(forests) }
}

/** Which third an article belongs to; no matter to which fold. */
function partOf(article: string): number {
  const digest = createHash('md5')
    .update(`part ${article.slice(0, 2000)}`)
    .digest()
  return (digest[0] as number) % parts
}

function meanOf(forests: readonly WordScorer[]): WordScorer {
  return {
    features: wordFeatureNames,
    base: startOdds,
    trees: forests.flatMap(({ trees }) => trees.map((tree) => scaledTree([...tree], 1 / parts))),
  }
}

function growForest({ words, data }: WordSet, isOwn: (row: DescribedRow) => boolean): WordScorer {
  const members = words.flatMap(({ row, wrong }, number) => {
    const isMany = row.source === 'invented' && wrong === false && number % everyInvented > 0
    return wrong !== undefined && row.source in sourceWeights && !isMany && isOwn(row)
      ? [number]
      : []
  })
  const weights = weightsOf(words, members)
  const values = members.map((number) => (words[number] as LabelledWord).values)
  const odds = new Float64Array(members.length).fill(startOdds)
  const [first, second] = [new Float64Array(words.length), new Float64Array(words.length)]
  const trees: Tree[] = []
  const random = seeded(101)
  for (let step = 0; step < options.trees; step++) {
    for (const [at, number] of members.entries()) {
      const chance = 1 / (1 + Math.exp(-(odds[at] as number)))
      const weight = weights[at] as number
      first[number] = weight * (chance - Number((words[number] as LabelledWord).wrong))
      second[number] = weight * Math.max(0.02, chance * (1 - chance))
    }
    const sample = members.filter(() => random() < options.sample)
    const tree = scaledTree(growTree(data, sample, first, second, options, random), options.rate)
    for (const [at, value] of treeValues(tree, values).entries())
      odds[at] = (odds[at] as number) + value
    trees.push(tree)
  }
  return { features: wordFeatureNames, base: startOdds, trees }
}

function weightsOf(words: readonly LabelledWord[], members: readonly number[]): Float64Array {
  const counts = new Map<string, number>()
  const nameOf = (number: number) => {
    const { row, wrong } = words[number] as LabelledWord
    return `${row.source} ${wrong}`
  }
  for (const number of members) counts.set(nameOf(number), (counts.get(nameOf(number)) ?? 0) + 1)
  return Float64Array.from(members, (number) => {
    const { row, wrong } = words[number] as LabelledWord
    const share = (wrong ? wrongWords : rightWords) / (counts.get(nameOf(number)) as number)
    return Math.min(heaviestWord, (sourceWeights[row.source] as number) * share)
  })
}
