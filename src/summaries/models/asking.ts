import type { Article } from '../../articles/articles.ts'
import type { Database } from '../../database/database.ts'
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

/** Queues the model's summary of this revision; however many ask, it is asked for once. */
export async function askModel(tx: Database, article: Article, now: Date): Promise<void> {
  const { id, revision } = article
  const known = await requestRow(tx, id, revision)
  if (known && !mayRetry(known, now)) return
  await openRequest(tx, id, revision, now.toISOString())
  const payload: ModelJob = { articleId: id, revision }
  await enqueue(tx, { queue: modelQueue, key: `${id}:${revision}`, payload }, now)
  await noteSummaryChange(tx, id, now)
}

/** Whether a request failed for a reason that passes, long enough ago. */
export function mayRetry(
  request: { settled_at: string | null; outcome: string | null },
  now: Date,
): boolean {
  if (request.settled_at === null) return false
  const passes = request.outcome === 'failed' || request.outcome === 'no-budget'
  return passes && now.getTime() - Date.parse(request.settled_at) > rest
}
