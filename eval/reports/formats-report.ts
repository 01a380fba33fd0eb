import { check, summarize } from '../../src/summaries/summaries-tools.ts'
import { articleOf, readLabelled, readSummaries } from '../data.ts'
import { auc, mean } from '../measures/metrics.ts'
import { rouge } from '../measures/rouge.ts'
import { hundredths, table } from './tables.ts'

/** One way to write the same text. */
interface Format {
  name: string
  article: (text: string) => string
  summary: (text: string) => string
}

const asGiven = (text: string): string => text
const small = (text: string): string => text.toLowerCase()
const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** As the Penn Treebank's tokenizer would write it, roughly. */
function tokenized(text: string): string {
  return text
    .replace(/[;!?()"“”]|[.,:](?=["”')]*(?:\s|$))/g, ' $& ')
    .replace(/\(/g, '-lrb-')
    .replace(/\)/g, '-rrb-')
    .replace(/["“”]/g, '``')
    .replace(/n't\b|'s\b/g, ' $&')
    .replace(/ {2,}/g, ' ')
}

function withoutGaps(text: string): string {
  return text.replace(/([a-z][.!?]["”']?)\s+(?=["“]?[A-Z])/g, '$1')
}

const formats: Format[] = [
  { name: 'as given', article: asGiven, summary: asGiven },
  { name: 'small letters', article: small, summary: small },
  { name: 'only the summary in small letters', article: asGiven, summary: small },
  { name: 'tokenized', article: tokenized, summary: tokenized },
  { name: 'only the summary tokenized', article: asGiven, summary: tokenized },
  {
    name: 'tokenized, small letters, on one line',
    article: (text) => onOneLine(small(tokenized(text))),
    summary: (text) => onOneLine(small(tokenized(text))),
  },
  { name: 'no space between sentences', article: withoutGaps, summary: asGiven },
]

/** The sets of which the summaries are of several sentences. */
const sources = ['frank-cnndm', 'bump']

/** How much it matters how the same text is written. */
export function formatsReport(): string {
  const head = ['written', 'ROUGE-1', 'without a summary', ...sources.map((name) => `${name}: AUC`)]
  return [
    '## The same, written otherwise\n',
    'What the shipped checker and summarizer make of the sets when they are rewritten by machine, as',
    'research sets and old systems have them. The trees have seen the rows, so that only the differences',
    'between the lines count.\n',
    table([head, ...formats.map(measured)]),
  ].join('\n')
}

function measured({ name, article, summary }: Format): string[] {
  const extracts = readSummaries().map((row) => ({
    row,
    texts: summarize(articleOf(article(row.article))).sentences.map(({ text }) => text),
  }))
  const scores = sources.map((source) => {
    const rows = readLabelled().filter((row) => row.source === source)
    return auc(
      rows.map((row) => ({
        cluster: row.article,
        faithful: row.faithful,
        score: check(articleOf(article(row.article)), summary(row.summary)).score,
      })),
    )
  })
  return [
    name,
    hundredths(
      mean(extracts.map(({ row, texts }) => rouge(row.reference, texts.join('\n')).rouge1)),
    ),
    String(extracts.filter(({ texts }) => texts.length === 0).length),
    ...scores.map(hundredths),
  ]
}
