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

/** Ends a job that was done, or lets it run again where it was asked for meanwhile. */
export async function settle(tx: Database, job: JobsTable, token: string): Promise<void> {
  const done = await tx
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where('lease_token', '=', token)
    .where('asked', '=', job.asked)
    .executeTakeFirst()
  if (done.numDeletedRows > 0n) return
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

export async function deadJobs(db: Database): Promise<JobsTable[]> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(200)
    .execute()
}
