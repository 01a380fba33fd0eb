import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from '../engine.ts'

/** The statements of a transaction that are under way though nobody waits for them. */
const underWay = new WeakMap<Database, Promise<unknown>[]>()

/**
 * Lets a transaction go on without the answer to a statement: one that only writes, or locks. What
 * the transaction asks afterwards still runs after it, and one that fails fails the transaction.
 * This waits outside of a transaction, and on SQLite, whose answers are there at once.
 */
export async function inPassing(tx: Database, query: Compilable | CompiledQuery): Promise<void> {
  const statement = tx.executeQuery('compile' in query ? query.compile() : query)
  const statements = underWay.get(tx)
  if (statements === undefined) await statement
  else {
    // Whoever commits is told: see `postgres/pipelined.ts`.
    statement.catch(() => undefined)
    statements.push(statement)
  }
}

/**
 * Lets a transaction go on, and end, without the answer to a question that it has no use for
 * itself. What this gives tells the answer once `write` is done.
 */
export async function answeredByTheEnd<T>(tx: Database, asked: Promise<T>): Promise<() => T> {
  let answer: { is: T } | undefined
  const answering = asked.then((is) => {
    answer = { is }
  })
  const statements = underWay.get(tx)
  if (statements === undefined) await answering
  else {
    answering.catch(() => undefined)
    statements.push(answering)
  }
  return () => {
    if (answer === undefined) throw new Error('The transaction is still under way.')
    return answer.is
  }
}

/** Another name for the same transaction. */
export function passesLike(tx: Database, other: Database): void {
  const statements = underWay.get(other)
  if (statements !== undefined) underWay.set(tx, statements)
}

/** From now on statements of this transaction may pass; gives those that do. */
export function letPass(tx: Database): readonly Promise<unknown>[] {
  const statements: Promise<unknown>[] = []
  underWay.set(tx, statements)
  return statements
}
