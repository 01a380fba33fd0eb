import type { Database } from '../database/database.ts'
import type { JobsTable } from '../database/schema.ts'

export async function insertJob(tx: Database, row: JobsTable): Promise<void> {
  await tx
    .insertInto('jobs')
    .values(row)
    .onConflict((same) => same.columns(['queue', 'key']).doNothing())
    .execute()
}

export async function isAnyDue(db: Database, queue: string, now: string): Promise<boolean> {
  const row = await dueIn(db, queue, now).executeTakeFirst()
  return row !== undefined
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

/** False when the lease had run out and another holder has the job. */
export async function deleteHeld(tx: Database, id: string, token: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('jobs')
    .where('id', '=', id)
    .where('lease_token', '=', token)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
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

/** Keeps a job that went well for its next time. */
export async function putBack(
  tx: Database,
  id: string,
  token: string,
  runAt: string,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ run_at: runAt, attempts: 0, last_error: null, lease_token: null, lease_until: null })
    .where('id', '=', id)
    .where('lease_token', '=', token)
    .execute()
}

/** Makes a waiting job due now, also one that was set apart. One that runs is left alone. */
export async function wake(
  tx: Database,
  { queue, key }: { queue: string; key: string },
  now: string,
): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ run_at: now, attempts: 0, dead_at: null })
    .where('queue', '=', queue)
    .where('key', '=', key)
    .where((where) =>
      where.or([where('lease_token', 'is', null), where('dead_at', 'is not', null)]),
    )
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
