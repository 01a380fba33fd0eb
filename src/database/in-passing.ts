import type { Database } from './engine.ts'

/** The statements of a transaction that are under way though nobody waits for them. */
const underWay = new WeakMap<Database, Promise<unknown>[]>()

/**
 * Lets a transaction go on without the answer to a statement: one that only writes, or locks. What
 * the transaction asks afterwards still runs after it, and one that fails fails the transaction.
 * This waits outside of a transaction, and on SQLite, whose answers are there at once.
 */
export async function inPassing(tx: Database, statement: Promise<unknown>): Promise<void> {
  const statements = underWay.get(tx)
  if (statements === undefined) await statement
  else {
    // Told by `settled`.
    statement.catch(() => undefined)
    statements.push(statement)
  }
}

/** Another name for the same transaction. */
export function passesLike(tx: Database, other: Database): void {
  const statements = underWay.get(other)
  if (statements !== undefined) underWay.set(tx, statements)
}

/** Does the work of a transaction and waits for all that it left under way, also where it fails. */
export async function settled<T>(tx: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  const statements: Promise<unknown>[] = []
  underWay.set(tx, statements)
  const [done] = await Promise.allSettled([work(tx)])
  underWay.delete(tx)
  const failed = (await Promise.allSettled(statements)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  if (done.status === 'rejected') throw done.reason
  return done.value
}
