import type { Article } from '../../articles/articles.ts'
import { openArticle } from '../../articles/articles.ts'
import type { Database, Engine } from '../../database/database.ts'
import type { Worker } from '../../jobs/jobs.ts'
import type { Log } from '../../web/log.ts'
import { articleTextOf } from '../text/article-text.ts'
import { choiceFrom, siteExtract } from '../extract/chosen.ts'
import { insertExtract, rowOf, sentencesIn } from '../life.ts'
import { policyIn } from '../policy/policy.ts'
import { noteEvent, noteSummaryChange } from '../register/record.ts'
import { permissionFor } from '../policy/refusal.ts'
import * as requests from './requests.queries.ts'
import * as queries from '../summaries.queries.ts'
import { claimsIn } from './answer.ts'
import type { ModelJob } from './asking.ts'
import { modelQueue } from './asking.ts'
import {
  breakerAllows,
  breakerFailed,
  breakerLock,
  breakerReleased,
  breakerSucceeded,
} from './breaker.ts'
import type { ModelConfig } from './model.ts'
import { ModelTrouble } from './model.ts'
import type { Judged } from './output-gate.ts'
import { judged } from './output-gate.ts'
import { promptFor, promptVersion } from './prompt.ts'
import { askEndpoint } from './protocols.ts'

export interface WritingTools {
  engine: Engine
  log: Log
  now: () => Date
  model: ModelConfig
  /** The most time for one answer, in milliseconds. */
  time?: number
  /** Ends what is under way when the process stops. */
  stopping?: AbortSignal
}

/** How many requests run at once, of all nodes together, so that a small machine beside it has room. */
const atOnce = 2

/** The worker that has summaries written. A failure ends the request; the extract stands. */
export function writingWorker(tools: WritingTools): Worker {
  return {
    queue: modelQueue,
    concurrency: atOnce,
    onAllNodes: atOnce,
    run: (payload, { signal }) =>
      write(
        payload as ModelJob,
        tools,
        tools.stopping ? AbortSignal.any([signal, tools.stopping]) : signal,
      ),
  }
}

async function write(
  { articleId, revision }: ModelJob,
  tools: WritingTools,
  signal: AbortSignal,
): Promise<void> {
  const { engine, now } = tools
  // The gate is asked again here: what is closed goes to no model.
  const article = await openArticle(engine.db, articleId, now())
  if (article?.revision !== revision) return settle(tools, { articleId, revision }, 'overtaken')
  const policy = await policyIn(engine.db)
  const permission = permissionFor(article, policy).summary
  const rows = await queries.liveRows(engine.db, articleId)
  const isWritten = rows.some((row) => row.revision === revision && row.method !== 'extract')
  const struck = await queries.struckTexts(engine.db, articleId)
  const text = articleTextOf(article, struck)
  // A brief has no summary, whoever would write it.
  if (permission !== 'model' || isWritten || siteExtract(choiceFrom(text), policy).length === 0)
    return settle(tools, article, 'nothing-held')
  const refused = await refusalOf(tools)
  if (refused !== undefined) return settle(tools, article, refused)
  try {
    const { mark, ...prompt } = promptFor(text)
    const { time } = tools
    const answer = await askEndpoint(tools.model, prompt, { signal, ...(time ? { time } : {}) })
    const result = judged(claimsIn(answer), text, { mark, struck })
    await keep(tools, article, result)
  } catch (error) {
    // A stop is nobody's failure: the job goes back and runs after the start.
    if (!(error instanceof ModelTrouble) || tools.stopping?.aborted) {
      await release(tools)
      throw error
    }
    await noteFailure(tools, error)
    await settle(tools, article, 'failed')
  }
}

/** Takes one of the day's requests, of all nodes together; or says how the request ends without. */
async function refusalOf({ engine, now, model }: WritingTools): Promise<string | undefined> {
  return engine.write(async (tx) => {
    await engine.lock(tx, breakerLock)
    const day = dayOf(now())
    if (!(await breakerAllows(tx, now()))) return 'failed'
    const used = (await requests.modelDay(tx, day))?.requests ?? 0
    if (used >= model.dailyBudget) {
      await breakerReleased(tx)
      return 'no-budget'
    }
    await requests.addToDay(tx, day, { requests: 1 })
    return undefined
  })
}

async function release({ engine }: WritingTools): Promise<void> {
  await engine.write(async (tx) => {
    await engine.lock(tx, breakerLock)
    await breakerReleased(tx)
  })
}

async function keep(tools: WritingTools, article: Article, result: Judged): Promise<void> {
  const { engine, now, model } = tools
  const { kept, withheld } = result
  await engine.write(async (tx) => {
    await engine.lock(tx, breakerLock)
    await breakerSucceeded(tx)
    const at = now().toISOString()
    const counts = {
      answers: 1,
      sentences: kept.length + withheld.length,
      withheld: withheld.length,
    }
    await requests.addToDay(tx, dayOf(now()), counts, { last_answer_at: at })
    const policy = await policyIn(tx)
    if (kept.length > 0) {
      const row = rowOf(article, {
        method: model.name,
        sentences: kept,
        isShown: policy.model === 'at-once',
        fresh: kept.length,
        now: now(),
        provenance: { kind: model.kind, model: model.name, promptVersion },
      })
      await queries.insertSummary(tx, row)
      const detail = { sentences: kept.map((sentence) => sentence.text), withheld }
      await noteEvent(tx, row, { what: 'made', who: model.name, detail }, now())
    }
    await settleIn(tx, article, kept.length > 0 ? 'written' : 'nothing-held', now())
  })
}

async function noteFailure({ engine, log, now }: WritingTools, error: ModelTrouble): Promise<void> {
  log.error('model-failed', error, { reason: error.reason })
  const marks = { last_failure_at: now().toISOString(), last_failure: error.reason }
  await engine.write(async (tx) => {
    await engine.lock(tx, breakerLock)
    await breakerFailed(tx, now())
    await requests.addToDay(tx, dayOf(now()), { failures: 1 }, marks)
  })
}

type Subject = Article | ModelJob

async function settle(tools: WritingTools, subject: Subject, outcome: string): Promise<void> {
  await tools.engine.write((tx) => settleIn(tx, subject, outcome, tools.now()))
}

/** Ends the request. Where there is no summary at all, the extract takes its place. */
async function settleIn(tx: Database, subject: Subject, outcome: string, now: Date): Promise<void> {
  const articleId = 'articleId' in subject ? subject.articleId : subject.id
  const { revision } = subject
  await requests.settleRequest(tx, articleId, revision, { at: now.toISOString(), outcome })
  if ('headline' in subject) await standIn(tx, subject, now)
  await noteSummaryChange(tx, articleId, now)
}

async function standIn(tx: Database, article: Article, now: Date): Promise<void> {
  const rows = await queries.liveRows(tx, article.id)
  const isShown = (row: queries.SummaryRow) =>
    row.revision === article.revision && (row.method === 'extract' || row.shown_at !== null)
  const policy = await policyIn(tx)
  if (rows.some(isShown) || permissionFor(article, policy).summary === 'none') return
  const struck = await queries.struckTexts(tx, article.id)
  const known = rows.flatMap(({ sentences }) => sentencesIn(sentences))
  await insertExtract(tx, article, { struck, policy, known }, now)
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
