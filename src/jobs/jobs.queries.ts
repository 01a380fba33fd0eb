import type { Database } from '../database/database.ts'
import type { JobsTable } from '../database/schema.ts'

/** Adds the job, or asks for the one that is there once more; a dead one gets a new life. */
export async function askForJob(tx: Database, row: JobsTable): Promise<void> {
  await tx
    .insertInto('jobs')
    .values(row)
    .onConflict((same) =>
      same.columns(['queue', 'key']).doUpdateSet((set) => ({
        asked: set('jobs.asked', '+', 1),
        payload: row.payload,
        run_at: set
          .case()
          .when('jobs.run_at', '<', row.run_at)
          .then(set.ref('jobs.run_at'))
          .else(row.run_at)
          .end(),
        attempts: set
          .case()
          .when('jobs.dead_at', 'is', null)
          .then(set.ref('jobs.attempts'))
          .else(0)
          .end(),
        dead_at: null,
      })),
    )
    .execute()
}

export async function isAnyDue(db: Database, queue: string, now: string): Promise<boolean> {
  const row = await dueIn(db, queue, now).executeTakeFirst()
  return row !== undefined
}

/** How many jobs of the queue are under way, on whatever node. */
export async function heldCount(db: Database, queue: string, now: string): Promise<number> {
  const { held } = await db
    .selectFrom('jobs')
    .select((s) => s.fn.countAll<number>().as('held'))
    .where('queue', '=', queue)
    .where('lease_until', '>', now)
    .executeTakeFirstOrThrow()
  return held
}

/** Takes the job that is due longest, if nobody else holds it. */
export async function claimDue(
  tx: Database,
  queue: string,
  now: string,
  lease: { token: string; until: string },
): Promise<JobsTable | undefined> {
  const due = await dueIn(tx, queue, now).executeTakeFirst()
  if (!due) return undefined
  return tx
    .updateTable('jobs')
    .set((set) => ({
      lease_token: lease.token,
      lease_until: lease.until,
      attempts: set('attempts', '+', 1),
    }))
    .where('id', '=', due.id)
    .returningAll()
    .executeTakeFirst()
}

/**
 * Ends a job that was done, or keeps it for `again`; one that was asked for meanwhile runs at once.
 */
export async function settle(
  tx: Database,
  job: JobsTable,
  token: string,
  again?: string,
): Promise<void> {
  const isOver =
    again === undefined ? await deleteHeld(tx, job, token) : await putBack(tx, job, token, again)
  if (isOver) return
  await tx
    .updateTable('jobs')
    .set({ lease_token: null, lease_until: null, attempts: 0 })
    .where('id', '=', job.id)
    .where('lease_token', '=', token)
    .execute()
}

export async function giveBack(
  tx: Database,
  id: string,
  token: string,
  next: { run_at: string; last_error: string | null; dead_at: string | null },
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ ...next, lease_token: null, lease_until: null })
    .where('id', '=', id)
    .where('lease_token', '=', token)
    .execute()
}

/** The keys of all jobs of a queue: waiting, running or set apart. */
export async function waitingKeys(db: Database, queue: string): Promise<Set<string>> {
  const rows = await db.selectFrom('jobs').select('key').where('queue', '=', queue).execute()
  return new Set(rows.map(({ key }) => key))
}

export async function deadJobs(db: Database): Promise<JobsTable[]> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(200)
    .execute()
}

function dueIn(db: Database, queue: string, now: string) {
  return db
    .selectFrom('jobs')
    .select('id')
    .where('queue', '=', queue)
    .where('dead_at', 'is', null)
    .where('run_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
}

/** False when it was asked for meanwhile, or when another holder has the job. */
async function deleteHeld(tx: Database, job: JobsTable, token: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where('lease_token', '=', token)
    .where('asked', '=', job.asked)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** False as above. */
async function putBack(
  tx: Database,
  job: JobsTable,
  token: string,
  runAt: string,
): Promise<boolean> {
  const done = await tx
    .updateTable('jobs')
    .set({ run_at: runAt, attempts: 0, last_error: null, lease_token: null, lease_until: null })
    .where('id', '=', job.id)
    .where('lease_token', '=', token)
    .where('asked', '=', job.asked)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
