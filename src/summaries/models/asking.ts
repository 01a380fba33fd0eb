import type { Article } from '../../articles/articles.ts'
import type { Database } from '../../database/database.ts'
import { readSetting } from '../../database/database.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { noteSummaryChange } from '../register/record.ts'
import { openRequest, requestRow } from './requests.queries.ts'

export const modelQueue = 'summaries'

/** After a failure the model may be asked again for the same revision, in milliseconds. */
const rest = 10 * 60_000

export interface ModelJob {
  articleId: string
  revision: number
}

/** The setting that says which model is on; written at each start of the site. */
export const modelSetting = 'model'

/** An article that is being edited is left alone for so long, in milliseconds. */
const settling = 30_000

/** Queues a summary of each new revision, where a model is on; the last of several edits counts. */
export async function askForRevision(tx: Database, article: Article, now: Date): Promise<void> {
  if (!(await readSetting(tx, modelSetting))) return
  await askModel(tx, article, now, new Date(now.getTime() + settling))
}

/** Queues the model's summary of this revision; however many ask, it is asked for once. */
export async function askModel(
  tx: Database,
  article: Article,
  now: Date,
  runAt = now,
): Promise<void> {
  const { id, revision } = article
  const known = await requestRow(tx, id, revision)
  if (known && !mayRetry(known, now)) return
  await openRequest(tx, id, revision, now.toISOString())
  const payload: ModelJob = { articleId: id, revision }
  await enqueue(
    tx,
    { queue: modelQueue, key: `${id}:${revision}:${now.toISOString()}`, payload, runAt },
    now,
  )
  await noteSummaryChange(tx, id, now)
}

interface Settled {
  settled_at: string | null
  outcome: string | null
}

function mayRetry(request: Settled & { asked_at: string }, now: Date): boolean {
  const { settled_at, asked_at } = request
  // One that was never settled lost its job: nothing that runs takes so long.
  const isOver = settled_at === null || hasPassed(request)
  return isOver && now.getTime() - Date.parse(settled_at ?? asked_at) > rest
}

/** Whether a request ended for a reason that passes: a trouble, or a story that was closed then. */
export function hasPassed({ settled_at, outcome }: Settled): boolean {
  return settled_at !== null && ['failed', 'no-budget', 'overtaken'].includes(outcome ?? '')
}
