import type { Article, FeedSummary } from '../articles/articles.ts'
import type { Database, Engine } from '../database/database.ts'
import { keepSetting, together } from '../database/database.ts'
import { articleTextOf } from './text/article-text.ts'
import { choiceFrom, siteExtract } from './extract/chosen.ts'
import { insertExtract, sentencesIn } from './life.ts'
import { askModel, hasPassed, modelSetting } from './models/asking.ts'
import type { Worker } from '../jobs/jobs.ts'
import type { WritingTools } from './models/writing.ts'
import { noteSummaryChange } from './register/record.ts'
import { policyIn } from './policy/policy.ts'
import { permissionFor } from './policy/refusal.ts'
import { sourceTypeAddress, summaryData } from './summary-data.ts'
import { requestRow } from './models/requests.queries.ts'
import { recognizedLanguage } from './summaries-tools.ts'
import type { SummaryRow } from './summaries.queries.ts'
import * as queries from './summaries.queries.ts'
import type { Summary } from './summary.ts'

export type { Evidence, Summary, SummarySentence } from './summary.ts'
export { summaryCount } from './summaries.queries.ts'
export { summaryBox } from './summary.html.ts'
export type { ModelConfig } from './models/model.ts'
export { summariseRevision } from './life.ts'
export { rememberChosen } from './extract/chosen.ts'
export { summaryData, summaryInJsonLd } from './summary-data.ts'

/** What the summary box of an article can say. */
export type SummaryState =
  /** There is one, and readers see it. */
  | 'shown'
  /** A reader may ask for one. */
  | 'none'
  /** It was asked for and is being made. */
  | 'made-now'
  /** There is one, and it waits for an editor's examination. */
  | 'waits'
  /** The article is no longer than its summary would be. */
  | 'brief'
  /** None is made, for the reason given. */
  | 'off'

export interface SummaryView {
  state: SummaryState
  summary?: Summary
  /** Why there is none, for readers. */
  reason?: string
  /** Whether the box is open from the start. */
  isOpen: boolean
  /** Whether a reader may ask for one that a model writes. */
  mayAsk: boolean
  /** Whether a model writes one now. */
  isBeingWritten: boolean
}

/** The summary that may stand beside this revision of the article, and why there is none. */
export async function summaryOf(
  db: Database,
  article: Article,
  isModelOn = false,
): Promise<SummaryView> {
  const [policy, request, live] = await together([
    policyIn(db),
    requestRow(db, article.id, article.revision),
    queries.liveRows(db, article.id),
  ])
  const isOpen = policy.box === 'open'
  const permission = permissionFor(article, policy)
  if (permission.summary === 'none') {
    const { reason } = permission
    return { state: 'off', reason, isOpen, mayAsk: false, isBeingWritten: false }
  }
  const isBeingWritten = isModelOn && request !== undefined && request.settled_at === null
  const row = queries.shownOf(live, article.revision)
  const mayAsk =
    isModelOn &&
    permission.summary === 'model' &&
    (!request || hasPassed(request)) &&
    (!row || row.method === 'extract')
  const rest = { isOpen, mayAsk, isBeingWritten }
  if (row) return { ...rest, state: 'shown', summary: summaryFrom(row) }
  if (isBeingWritten) return { ...rest, state: 'made-now' }
  if (live.some(({ revision }) => revision === article.revision)) return { ...rest, state: 'waits' }
  const text = articleTextOf(article)
  if (recognizedLanguage(text).trouble !== undefined)
    return { ...rest, state: 'off', reason: notReadable, mayAsk: false }
  const isBrief = siteExtract(choiceFrom(text), policy).length === 0
  return { ...rest, state: isBrief ? 'brief' : 'none', mayAsk: mayAsk && !isBrief }
}

/** For readers; what the matter is with the language, the checker says to editors. */
const notReadable = 'A summary in its language could not be checked against it.'

/** The shown summaries of many articles, by article; those that may have none are left out. */
export async function summariesOf(
  db: Database,
  articles: readonly Article[],
): Promise<Map<string, Summary>> {
  const policy = await policyIn(db)
  const allowed = articles.filter((article) => permissionFor(article, policy).summary !== 'none')
  const rows = await queries.shownRows(db, allowed)
  return new Map([...rows].map(([id, row]) => [id, summaryFrom(row)]))
}

/** The same as feeds carry them. */
export async function summariesInFeeds(
  db: Database,
  articles: readonly Article[],
): Promise<Map<string, FeedSummary>> {
  const summaries = await summariesOf(db, articles)
  return new Map(
    [...summaries].map(([id, summary]) => [
      id,
      {
        text: summary.sentences.map(({ text }) => text).join(' '),
        digitalSourceType: sourceTypeAddress(summary),
        data: summaryData(summary),
      },
    ]),
  )
}

/**
 * Makes the summary that a reader asked for, once per revision however many ask: the extract at
 * once, or, where a model is on and may write one, a place in its queue.
 */
export async function summariseOnDemand(
  engine: Engine,
  article: Article,
  isModelOn: boolean,
  now: Date,
): Promise<void> {
  await engine.write(async (tx) => {
    await engine.lock(tx, `summary:${article.id}`)
    const policy = await policyIn(tx)
    const permission = permissionFor(article, policy).summary
    if (permission === 'none') return
    const live = await queries.liveRows(tx, article.id)
    const ofThis = live.filter(({ revision }) => revision === article.revision)
    if (isModelOn && permission === 'model' && ofThis.every(({ method }) => method === 'extract'))
      await askModel(tx, article, now)
    else if (ofThis.length === 0) await makeExtract(tx, article, now)
  })
}

/** Chooses the extract of an article that has no summary, and says so to the pages. */
export async function makeExtract(tx: Database, article: Article, now: Date): Promise<boolean> {
  const struck = await queries.struckTexts(tx, article.id)
  const policy = await policyIn(tx)
  if (!(await insertExtract(tx, article, { struck, policy, known: [] }, now))) return false
  await noteSummaryChange(tx, article.id, now)
  return true
}

export function summaryFrom(row: SummaryRow): Summary {
  return {
    id: row.id,
    method: row.method,
    revision: row.revision,
    sentences: sentencesIn(row.sentences),
    createdAt: row.created_at,
    ...(row.examined_at === null ? {} : { examinedAt: row.examined_at }),
    ...(row.examiner === null ? {} : { examiner: row.examiner }),
    ...(row.shown_at === null ? {} : { shownAt: row.shown_at }),
  }
}

/** Notes which model is on, so that whoever takes in a new revision knows, in any process. */
export async function noteModel(tx: Database, name: string | undefined): Promise<void> {
  await keepSetting(tx, modelSetting, name ?? '')
}

/** The worker that has summaries written; its client is loaded only where a model is on. */
export async function modelWorker(tools: WritingTools): Promise<Worker> {
  const { writingWorker } = await import('./models/writing.ts')
  return writingWorker(tools)
}
