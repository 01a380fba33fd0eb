import { randomBytes } from 'node:crypto'
import type { Database, Engine } from '../database/database.ts'
import { newId } from '../database/database.ts'
import type { Log } from '../web/log.ts'
import * as queries from './jobs.queries.ts'

export { deadJobs, waitingKeys } from './jobs.queries.ts'

/** How long a worker may hold a job before another may take it, in milliseconds. */
export const lease = 60_000
/** After this many tries a job waits for a person; a crash of the process counts as a try. */
export const mostAttempts = 3

/** The kind of work in one queue. `payload` is what `enqueue` was given, as JSON made it. */
export interface Worker {
  queue: string
  /** How many jobs of this queue run at once in one process. */
  concurrency: number
  /** How many run at once on all nodes together, where that is limited at all. */
  onAllNodes?: number
  /** A job that is to be done again says when; it keeps its place in the queue. */
  run: (payload: unknown, context: { signal: AbortSignal }) => Promise<void | { again: Date }>
}

/** Notes work to be done, in the transaction that makes it necessary. Asked twice before it runs, it is done once. */
export async function enqueue(
  tx: Database,
  job: { queue: string; key: string; payload: unknown; runAt?: Date },
  now: Date,
): Promise<void> {
  await queries.askForJob(tx, {
    id: newId(now),
    queue: job.queue,
    key: job.key,
    payload: JSON.stringify(job.payload ?? null),
    run_at: (job.runAt ?? now).toISOString(),
    attempts: 0,
    asked: 1,
    lease_token: null,
    lease_until: null,
    last_error: null,
    dead_at: null,
    created_at: now.toISOString(),
  })
}

export interface JobTools {
  engine: Engine
  log: Log
  now: () => Date
}

/**
 * Runs one due job of the queue; false when there was none. A job that fails comes back after 10 s,
 * then after 100 s, and is then set apart. Its effect must be safe to have twice: whoever lost the
 * lease may have got as far as the last line.
 */
export async function runNext(worker: Worker, { engine, log, now }: JobTools): Promise<boolean> {
  const token = randomBytes(9).toString('base64url')
  const begun = now()
  const until = new Date(begun.getTime() + lease)
  // Most looks find nothing: they should cost no transaction.
  if (!(await queries.isAnyDue(engine.db, worker.queue, begun.toISOString()))) return false
  if (await isFull(engine.db, worker, begun)) return false
  const job = await engine.write(async (tx) => {
    await engine.lock(tx, `jobs:${worker.queue}`)
    if (await isFull(tx, worker, begun)) return undefined
    return queries.claimDue(tx, worker.queue, begun.toISOString(), {
      token,
      until: until.toISOString(),
    })
  })
  if (!job) return false
  const signal = AbortSignal.timeout(lease)
  try {
    if (job.attempts > mostAttempts)
      throw new Error('The process ended each time while this job ran.')
    const done = await Promise.race([worker.run(JSON.parse(job.payload), { signal }), cut(signal)])
    await engine.write((tx) => queries.settle(tx, job, token, done?.again.toISOString()))
  } catch (error) {
    const isLast = job.attempts >= mostAttempts
    log.error('job-failed', error, { queue: worker.queue, key: job.key, attempts: job.attempts })
    const after = new Date(now().getTime() + 10_000 * 10 ** (job.attempts - 1))
    await engine.write((tx) =>
      queries.giveBack(tx, job.id, token, {
        run_at: after.toISOString(),
        last_error: error instanceof Error ? error.message : String(error),
        dead_at: isLast ? now().toISOString() : null,
      }),
    )
  }
  return true
}

/** Whoever holds a job holds its lease, and no job runs for longer. */
async function isFull(db: Database, { queue, onAllNodes }: Worker, now: Date): Promise<boolean> {
  if (onAllNodes === undefined) return false
  return (await queries.heldCount(db, queue, now.toISOString())) >= onAllNodes
}

export interface RunningWorkers {
  /** Takes no new job and waits for those under way. */
  stop: () => Promise<void>
}

/** How often an idle worker looks for work, in milliseconds. */
const look = 250

export function startWorkers(workers: Worker[], tools: JobTools): RunningWorkers {
  let stopped = false
  const loops = workers.flatMap((worker) =>
    Array.from({ length: worker.concurrency }, async () => {
      while (!stopped) {
        const ran = await runNext(worker, tools).catch((error: unknown) => {
          tools.log.error('worker-failed', error, { queue: worker.queue })
          return false
        })
        if (!ran) await new Promise((resolve) => setTimeout(resolve, look))
      }
    }),
  )
  return {
    stop: async () => {
      stopped = true
      await Promise.all(loops)
    },
  }
}

function cut(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(new Error(`The job took longer than ${lease / 1000} s.`)),
    )
  })
}
