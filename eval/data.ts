import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleText } from '../src/summaries/summaries-tools.ts'

/** Where the evaluation sets are; see its README for what they hold. */
const shared = process.env.STANDFIRST_SHARED ?? join(import.meta.dirname, '..', '..', 'shared')
export const evalFolder = process.env.EVAL_DIR ?? join(shared, 'eval')

export interface SummaryRow {
  id: string
  source: string
  article: string
  /** One sentence per line. */
  reference: string
}

/** A summary, or one sentence of one, with a label made by people or by construction. */
export interface LabelledRow {
  id: string
  source: string
  article: string
  summary: string
  faithful: boolean
  errorTypes: string[]
  /** For synthetic rows: what was done to the sentence. */
  variant?: string
  /** The sentence before that. */
  original?: string
  kind?: string
  /** Joins a wrong text to its right partner. */
  pair?: string
}

export function hasData(): boolean {
  return existsSync(join(evalFolder, 'summaries-dev.jsonl'))
}

export function readSummaries(): SummaryRow[] {
  return readLines<SummaryRow>('summaries-dev.jsonl')
}

type RawRow = Omit<LabelledRow, 'faithful' | 'errorTypes' | 'summary' | 'article'> & {
  label: 'faithful' | 'unfaithful'
  article?: string
  article_id?: string
  summary?: string
  summary_sentence?: string
  error_types?: string[]
}

export function readLabelled(): LabelledRow[] {
  const articles = new Map(readSummaries().map((row) => [row.id, row.article]))
  const files = ['synthetic-dev.jsonl', 'synthetic-ref-dev.jsonl', 'faithfulness-dev.jsonl']
  return files.flatMap((file) =>
    readLines<RawRow>(file).map((row) => ({
      id: row.id,
      source: row.source,
      article: row.article ?? articles.get(row.article_id ?? '') ?? '',
      summary: row.summary ?? row.summary_sentence ?? '',
      faithful: row.label === 'faithful',
      errorTypes: row.error_types ?? [],
      ...(row.variant === undefined ? {} : { variant: row.variant }),
      ...(row.original === undefined ? {} : { original: row.original }),
      ...(row.kind === undefined ? {} : { kind: row.kind }),
      ...(row.pair === undefined ? {} : { pair: row.pair }),
    })),
  )
}

export function articleOf(text: string): ArticleText {
  return {
    paragraphs: text.split('\n').filter((paragraph) => paragraph.trim() !== ''),
    language: 'en',
  }
}

export const folds = 5

/** Which fifth an article belongs to: the same whatever set it comes in. */
export function foldOf(article: string): number {
  const digest = createHash('md5').update(article.slice(0, 2000)).digest()
  return digest.readUInt32BE(0) % folds
}

function readLines<Row>(file: string): Row[] {
  const lines = readFileSync(join(evalFolder, file), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row)
}
