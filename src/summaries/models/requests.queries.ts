import type { Database } from '../../database/database.ts'
import { onceBuilt, rowOf } from '../../database/database.ts'
import type { ModelDaysTable, SummaryRequestsTable } from '../../database/schema.ts'

export type RequestRow = SummaryRequestsTable
export type ModelDay = ModelDaysTable

export async function requestRow(
  db: Database,
  articleId: string,
  revision: number,
): Promise<RequestRow | undefined> {
  return rowOf(db, requestFor(db, { articleId, revision }))
}

const requestFor = onceBuilt(
  (db, { articleId, revision }: { articleId: string; revision: number }) =>
    db
      .selectFrom('summary_requests')
      .selectAll()
      .where('article_id', '=', articleId)
      .where('revision', '=', revision),
)

/** Opens the request, or opens it again after one that failed. */
export async function openRequest(
  tx: Database,
  articleId: string,
  revision: number,
  at: string,
): Promise<void> {
  const fresh = { asked_at: at, settled_at: null, outcome: null }
  await tx
    .insertInto('summary_requests')
    .values({ article_id: articleId, revision, ...fresh })
    .onConflict((same) => same.columns(['article_id', 'revision']).doUpdateSet(fresh))
    .execute()
}

export async function settleRequest(
  tx: Database,
  articleId: string,
  revision: number,
  settled: { at: string; outcome: string },
): Promise<void> {
  await tx
    .updateTable('summary_requests')
    .set({ settled_at: settled.at, outcome: settled.outcome })
    .where('article_id', '=', articleId)
    .where('revision', '=', revision)
    .execute()
}

export async function modelDay(db: Database, day: string): Promise<ModelDay | undefined> {
  return db.selectFrom('model_days').selectAll().where('day', '=', day).executeTakeFirst()
}

export async function modelDays(db: Database, limit: number): Promise<ModelDay[]> {
  return db.selectFrom('model_days').selectAll().orderBy('day', 'desc').limit(limit).execute()
}

const noFigures = {
  requests: 0,
  answers: 0,
  failures: 0,
  sentences: 0,
  withheld: 0,
  last_answer_at: null,
  last_failure_at: null,
  last_failure: null,
}

type Count = 'requests' | 'answers' | 'failures' | 'sentences' | 'withheld'

/** Adds to the figures of a day; `marks` are the last answer or failure. */
export async function addToDay(
  tx: Database,
  day: string,
  counts: Partial<Record<Count, number>>,
  marks: Partial<Pick<ModelDay, 'last_answer_at' | 'last_failure_at' | 'last_failure'>> = {},
): Promise<void> {
  await tx
    .insertInto('model_days')
    .values({ ...noFigures, day })
    .onConflict((same) => same.column('day').doNothing())
    .execute()
  await tx
    .updateTable('model_days')
    .set((set) => ({
      ...marks,
      requests: set('requests', '+', counts.requests ?? 0),
      answers: set('answers', '+', counts.answers ?? 0),
      failures: set('failures', '+', counts.failures ?? 0),
      sentences: set('sentences', '+', counts.sentences ?? 0),
      withheld: set('withheld', '+', counts.withheld ?? 0),
    }))
    .where('day', '=', day)
    .execute()
}
