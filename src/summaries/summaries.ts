import type { Article } from '../articles/articles.ts'
import { paragraphsOf } from '../articles/articles.ts'
import type { Database, Engine } from '../database/database.ts'
import { newId, noteChange } from '../database/database.ts'
import { check, summarize } from './summaries-tools.ts'
import * as queries from './summaries.queries.ts'
import type { Summary, SummarySentence } from './summary.ts'

export type { Evidence, Summary, SummarySentence } from './summary.ts'
export { summaryCount } from './summaries.queries.ts'
export { summaryBox } from './summary.html.ts'

/** What the summary box of an article can say. */
export type SummaryState = 'shown' | 'none' | 'brief' | 'off'

/**
 * Makes the summary of a new revision in the transaction that makes the revision, so that no
 * reader ever sees the text with the summary of another one.
 */
export async function summariseRevision(tx: Database, article: Article, now: Date): Promise<void> {
  const sentences = checkedExtract(article)
  if (sentences.length === 0) return
  await queries.insertSummary(tx, {
    id: newId(now),
    article_id: article.id,
    revision: article.revision,
    method: 'extract',
    sentences: JSON.stringify(sentences),
    created_at: now.toISOString(),
    examined_at: null,
    examiner: null,
    withdrawn_at: null,
  })
}

/** The summary that may stand beside this revision of the article, and why there is none. */
export async function summaryOf(
  db: Database,
  article: Article,
): Promise<{ summary?: Summary; state: SummaryState }> {
  if (article.machineUse === 'refused') return { state: 'off' }
  const row = await queries.summaryRow(db, article.id, article.revision)
  if (!row) return { state: isBrief(article) ? 'brief' : 'none' }
  const summary: Summary = {
    method: row.method,
    revision: row.revision,
    sentences: JSON.parse(row.sentences) as SummarySentence[],
    createdAt: row.created_at,
    ...(row.examined_at === null ? {} : { examinedAt: row.examined_at }),
    ...(row.examiner === null ? {} : { examiner: row.examiner }),
  }
  return { summary, state: 'shown' }
}

/** Makes the summary that a reader asked for, once per revision however many ask. */
export async function summariseOnDemand(
  engine: Engine,
  article: Article,
  now: Date,
): Promise<void> {
  await engine.write(async (tx) => {
    await engine.lock(tx, `summary:${article.id}`)
    if (await queries.summaryRow(tx, article.id, article.revision)) return
    await summariseRevision(tx, article, now)
    await noteChange(tx, [`article:${article.id}`], now)
  })
}

/** The sentences chosen from the article that also pass the checker; none that does not. */
function checkedExtract(article: Article): SummarySentence[] {
  if (article.machineUse === 'refused') return []
  const text = articleTextOf(article)
  const { sentences } = summarize(text)
  const { sentences: checked } = check(text, sentences.map((sentence) => sentence.text).join('\n'))
  return sentences.filter((_, i) => checked[i]?.verdict === 'supported')
}

function isBrief(article: Article): boolean {
  return checkedExtract(article).length === 0
}

function articleTextOf(article: Article) {
  return {
    headline: article.headline,
    paragraphs: paragraphsOf(article.body),
    language: article.language,
    publishedAt: article.publishedAt,
    ...(article.dateline === undefined ? {} : { dateline: article.dateline }),
    ...(article.standfirst === undefined ? {} : { standfirst: article.standfirst }),
  }
}
