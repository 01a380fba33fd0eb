import { type LabelledRow, readSummaries, type SummaryRow } from '../data.ts'
import { type Change, changes } from './invented-changes.ts'
import { contextsOf, ofContexts } from './invented-contexts.ts'
import { joints } from './invented-joints.ts'
import { type Material, materialOf } from '../training/material.ts'
import { pick, pickSome, type Random, seeded, shuffled } from '../random.ts'

/** Sources of the rows made here. */
const ofLines = 'invented'
const ofSentences = 'invented-copy'
const wrongPerLine = 2
const sentencesPerArticle = 2
/** Sentences are taken from so far into the article, and of so many words. */
const openingSentences = 15
const leastWords = 9
const mostWords = 44

/**
 * Rows to learn from beside those that people labelled: lines that people wrote about an article
 * and sentences of it, each right and with one thing made wrong. Made anew for every training,
 * kept nowhere. XSum's lines are left out: they say what the article does not.
 */
export function inventedErrors(): LabelledRow[] {
  const rows = readSummaries().filter(({ source }) => source !== 'xsum')
  const materials = rows.map(({ article }) => materialOf(article))
  return rows.flatMap((row, at) => {
    const article = materials[at] as Material
    const stranger = materials[(at * 31 + 17) % rows.length] as Material
    const random = seeded(at + 7)
    const versions = (source: string, text: string, list: Readonly<Record<string, Change>>) =>
      rowsOf(
        { source, text, row, list, change: (one) => one(text, article, stranger, random) },
        random,
      )
    const lines = row.reference.split('\n').map((line) => line.trim())
    const own = pickSome(
      article.sentences.slice(0, openingSentences).filter(isMiddling),
      sentencesPerArticle,
      random,
    )
    return [
      ...lines
        .filter((line) => line.split(' ').length > 4)
        .flatMap((line) => versions(ofLines, line, changes)),
      ...own.flatMap((sentence) => versions(ofSentences, sentence, joints)),
      ...contextsOf(row, article, random),
    ]
  })
}

/** No figure is measured on what was made here. */
export function isInvented(source: string): boolean {
  return source === ofLines || source === ofSentences || source === ofContexts
}

function isMiddling(sentence: string): boolean {
  const count = sentence.split(' ').length
  return count >= leastWords && count <= mostWords
}

interface Making {
  source: string
  text: string
  row: SummaryRow
  list: Readonly<Record<string, Change>>
  change: (one: Change) => string | undefined
}

function rowsOf({ source, text, row, list, change }: Making, random: Random): LabelledRow[] {
  const common = { source, article: row.article, pair: `${source} ${row.id} ${text}` }
  const made = shuffled(Object.entries(list), random).flatMap(([name, one]) => {
    const summary = change(one)
    return summary === undefined || summary === text ? [] : [{ name, summary }]
  })
  const wrong = made.slice(0, wrongPerLine).map(({ name, summary }) => ({
    ...common,
    id: `${source}-${row.id}-${name}`,
    summary,
    faithful: false,
    errorTypes: [name],
  }))
  const right = source === ofSentences ? [text, ...shortened(text, random)] : [text]
  return [
    ...right.map((summary) => ({
      ...common,
      id: `${source}-${row.id}`,
      summary,
      faithful: true,
      errorTypes: [],
    })),
    ...wrong,
  ]
}

/** Before this many characters no clause is cut off. */
const leastClause = 30

/** Cut at a comma, which leaves it true more often than not. */
function shortened(text: string, random: Random): string[] {
  if (/['"“”‘]/.test(text)) return []
  const commas = [...text.matchAll(/, /g)].map(({ index }) => index)
  const cut = pick(
    commas.filter((at) => at > leastClause),
    random,
  )
  return cut === undefined ? [] : [`${text.slice(0, cut)}.`]
}
