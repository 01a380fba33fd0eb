import { writeFileSync } from 'node:fs'
import { candidatesOf } from '../../src/summaries/extract/candidates.ts'
import { keysOf, modelInputs, wordFacts } from '../../src/summaries/extract/word-chances.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import { lexiconOf } from '../../src/summaries/language/lexicon.ts'
import { articleOf, foldOf, readSummaries, type SummaryRow } from '../data.ts'

/**
 * Learns which words of an article people use when they sum it up: a logistic regression by
 * Newton's method over all words of summaries-dev, written to src/summaries/extract/word-weights.ts.
 * With `--without FOLD` it leaves one fifth of the articles out and writes nothing, for `eval`.
 */
const target = new URL('../../src/summaries/extract/word-weights.ts', import.meta.url)
const steps = 12
const penalty = 1
/** Daily Mail articles are few here and many in CNN/DailyMail as a whole. */
const dailyMailWeight = 12

if (process.argv[1] === import.meta.filename) {
  const weights = learnWordWeights(readSummaries())
  writeFileSync(target, sourceText(weights))
}

export function learnWordWeights(rows: readonly SummaryRow[]): number[] {
  const examples = rows.flatMap(examplesOf)
  const size = examples[0]?.inputs.length ?? 0
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => -penalty * weight)
    const curvature = weights.map((_, row) => weights.map((_, at) => (row === at ? penalty : 0)))
    for (const { inputs, used, weight } of examples) {
      const sum = inputs.reduce((total, input, at) => total + input * (weights[at] as number), 0)
      const chance = 1 / (1 + Math.exp(-sum))
      for (const [row, input] of inputs.entries()) {
        if (input === 0) continue
        gradient[row] = (gradient[row] as number) + weight * (used - chance) * input
        const line = curvature[row] as number[]
        for (const [at, other] of inputs.entries())
          line[at] = (line[at] as number) + weight * chance * (1 - chance) * input * other
      }
    }
    const change = solve(curvature, gradient)
    weights = weights.map((weight, at) => weight + (change[at] as number))
  }
  return weights
}

export function learnWithout(rows: readonly SummaryRow[], fold: number): number[] {
  return learnWordWeights(rows.filter((row) => foldOf(row.article) !== fold))
}

interface Example {
  inputs: number[]
  used: 0 | 1
  weight: number
}

function examplesOf(row: SummaryRow): Example[] {
  const lexicon = lexiconOf(english)
  const reference = new Set(keysOf(row.reference, lexicon))
  const candidates = candidatesOf(articleOf(row.article).paragraphs, lexicon)
  const weight = /^(frank|bump)-cnndm$/.test(row.source) ? dailyMailWeight : 1
  return [...wordFacts(candidates, '', lexicon)].map(([key, facts]) => ({
    inputs: modelInputs(facts),
    used: reference.has(key) ? 1 : 0,
    weight,
  }))
}

/** Gauss's elimination with pivoting. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] as number])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .map((line, at) => ({ at, value: Math.abs(line[column] as number) }))
      .filter(({ at }) => at >= column)
      .reduce((best, next) => (next.value > best.value ? next : best)).at
    ;[rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]]
    const top = rows[column] as number[]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const line = rows[row] as number[]
      const factor = (line[column] as number) / (top[column] as number)
      for (let at = column; at <= size; at++)
        line[at] = (line[at] as number) - factor * (top[at] as number)
    }
  }
  return rows.map((line, at) => (line[size] as number) / (line[at] as number))
}

function sourceText(weights: readonly number[]): string {
  const list = weights.map((weight) => `  ${weight.toFixed(4)},\n`).join('')
  return `/** Written by \`eval/training/train-extract.ts\`; see there. In the order of \`modelInputs\`. */\nexport const wordWeights: readonly number[] = [\n${list}]\n`
}
