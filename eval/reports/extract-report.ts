import { english } from '../../src/summaries/language/words/english/english.ts'
import { sentencesOf } from '../../src/summaries/language/sentences.ts'
import { summarizeWith } from '../../src/summaries/extract/summarize.ts'
import type { SummarySentence } from '../../src/summaries/summary.ts'
import { type Interval, meanInterval } from '../measures/bootstrap.ts'
import { articleOf, foldOf, folds, readSummaries, type SummaryRow } from '../data.ts'
import { mean } from '../measures/metrics.ts'
import { type Rouge, rouge } from '../measures/rouge.ts'
import { hundredths, percent, table } from './tables.ts'
import { learnWithout } from '../training/train-extract.ts'

interface Result {
  row: SummaryRow
  ours: Rouge
  lead: Rouge
  words: number
  sentences: SummarySentence[]
  faults: number
}

/** Everything about the summarizer, as Markdown. */
export function extractReport(): { bars: string[][]; text: string } {
  const rows = readSummaries()
  const results = Array.from({ length: folds }, (_, fold) => {
    const weights = learnWithout(rows, fold)
    return rows.filter((row) => foldOf(row.article) === fold).map((row) => resultOf(row, weights))
  }).flat()
  const text = [
    '## The summarizer, per source\n',
    'ROUGE F1 of at most three sentences and 70 words against what people wrote, beside the first',
    'three sentences of the same article. The word model never saw the article (five folds).',
    'A brief has no summary and counts as 0.\n',
    table(perSource(results)),
  ].join('\n')
  const all = meanInterval(results.map(difference))
  const faulty = mean(results.map(({ faults }) => (faults > 0 ? 1 : 0)))
  const bars = [
    ['ROUGE-1 over lead-3, ≤ 70 words', '+0.5', '+1.5', percent(all)],
    [
      'summaries with a dangling opening, half a quotation or page furniture',
      '0.5',
      '0',
      hundredths(faulty),
    ],
  ]
  return { bars, text }
}

function resultOf(row: SummaryRow, weights: readonly number[]): Result {
  const article = articleOf(row.article)
  const { sentences } = summarizeWith(article, {}, weights)
  const all = article.paragraphs.flatMap((text) =>
    sentencesOf(text, english).map((one) => one.text),
  )
  const text = sentences.map((sentence) => sentence.text)
  return {
    row,
    ours: rouge(row.reference, text.join('\n')),
    lead: rouge(row.reference, all.slice(0, 3).join('\n')),
    words: text.join(' ').split(/\s+/).length,
    sentences,
    faults: text.filter((one, at) => isFaulty(one, text[at - 1], all)).length,
  }
}

/** Written apart from the summarizer's own rules, so that they do not judge themselves. */
const leaning =
  /^["'“‘]?(he|she|it|they|his|her|its|their|this|that|these|those|but|however|and|so|also|meanwhile|instead)\b/i
const furniture = /click here|scroll down|read more|follow us|photo:|getty images|e-mail us|\s\.$/i

function isFaulty(text: string, previous: string | undefined, all: readonly string[]): boolean {
  const at = all.findIndex((sentence) => sentence.includes(text))
  const followsOn = previous !== undefined && all[at - 1]?.includes(previous)
  const quotes = (text.match(/["“”]/g) ?? []).length
  return (leaning.test(text) && !followsOn) || quotes % 2 === 1 || furniture.test(text)
}

function perSource(results: readonly Result[]): string[][] {
  const summed = results.filter(({ sentences }) => sentences.length > 0)
  const groups = [
    ...Map.groupBy(results, ({ row }) => row.source),
    ['**all**', results] as const,
    ['**all but briefs**', summed] as const,
  ]
  const head = [
    'source',
    'articles',
    'ROUGE-1 / 2 / Lsum',
    'lead-3',
    'ROUGE-1 over lead-3',
    'words',
  ]
  const lines = groups.map(([source, some]) => [
    source,
    String(some.length),
    rouges(some.map(({ ours }) => ours)),
    rouges(some.map(({ lead }) => lead)),
    signed(meanInterval(some.map(difference))),
    mean(some.map(({ words }) => words)).toFixed(0),
  ])
  return [head, ...lines]
}

function rouges(scores: readonly Rouge[]): string {
  return (['rouge1', 'rouge2', 'rougeLsum'] as const)
    .map((kind) => hundredths(mean(scores.map((score) => score[kind]))))
    .join(' / ')
}

function difference({ row, ours, lead }: Result) {
  return { cluster: row.article, value: ours.rouge1 - lead.rouge1 }
}

function signed(interval: Interval): string {
  return `${interval.value > 0 ? '+' : ''}${percent(interval)}`
}
