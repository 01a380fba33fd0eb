import type { Database } from '../database/database.ts'
import type { JobsTable } from '../database/schema.ts'

export async function insertJob(tx: Database, row: JobsTable): Promise<void> {
  await tx
    .insertInto('jobs')
    .values(row)
    .onConflict((same) => same.columns(['queue', 'key']).doNothing())
    .execute()
}

/** Takes the job that is due longest, if nobody else holds it. */
export async function claimDue(
  tx: Database,
  queue: string,
  now: string,
  lease: { token: string; until: string },
): Promise<JobsTable | undefined> {
  const due = await tx
    .selectFrom('jobs')
    .select('id')
    .where('queue', '=', queue)
    .where('dead_at', 'is', null)
    .where('run_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
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

export async function deadJobs(db: Database): Promise<JobsTable[]> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(200)
    .execute()
}
