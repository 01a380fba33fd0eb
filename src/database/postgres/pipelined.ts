import { Socket } from 'node:net'
import type { DatabaseConnection, PostgresPool, PostgresPoolClient, QueryResult } from 'kysely'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Database } from '../engine.ts'
import { letPass } from '../in-passing.ts'
import type { Schema } from '../schema.ts'

/**
 * One transaction, whose statements are sent as they come: the server runs them in their order, and
 * none waits here for the answer to the one before unless the work itself does. Kysely's own
 * transactions send one at a time.
 */
export async function inTransaction<T>(
  pool: PostgresPool,
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  const session = new Session(await pool.connect())
  try {
    const tx = await session.open()
    const passing = letPass(tx)
    const value = await work(tx)
    // The commit goes out behind what is still under way; where that fails, it undoes.
    await session.end(tx, 'commit')
    await Promise.all(passing)
    return value
  } catch (error) {
    throw session.firstFailure ?? error
  } finally {
    await session.close()
  }
}

class Session implements DatabaseConnection {
  readonly #client: PostgresPoolClient
  #state: 'open' | 'ended' | 'unknown' = 'open'
  #tx: Database | undefined
  /** After it the server refuses everything else in the transaction, and only it says why. */
  firstFailure: unknown

  constructor(client: PostgresPoolClient) {
    this.#client = client
  }

  async open(): Promise<Database> {
    const tx = new Kysely<Schema>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => driverOf(this),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    // Kysely makes itself ready at the first statement, which those behind it could overtake.
    await tx.connection().execute(() => Promise.resolve())
    this.#tx = tx
    // Goes out with the first statement; where it fails, so does that one.
    this.#ask('begin').catch(() => undefined)
    return tx
  }

  /** By Kysely's way like every statement, so that none is left behind. */
  async end(tx: Database, word: 'commit' | 'rollback'): Promise<void> {
    const { rows } = await tx.executeQuery<{ command: string }>(CompiledQuery.raw(word))
    this.#state = 'ended'
    // A commit after a failed statement undoes.
    if (rows[0]?.command !== word.toUpperCase())
      throw new Error('The server has undone the transaction.')
  }

  async close(): Promise<void> {
    if (this.#state === 'open' && this.#tx)
      await this.end(this.#tx, 'rollback').catch(() => undefined)
    // Nobody knows what a connection is in the middle of that did not end its transaction.
    this.#client.release(this.#state !== 'ended')
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#state !== 'open') throw new Error('The transaction is over.')
    if (sql === 'commit' || sql === 'rollback') this.#state = 'unknown'
    const { command, rowCount, rows } = await this.#ask(sql, parameters)
    if (command === 'COMMIT' || command === 'ROLLBACK') return { rows: [{ command } as Row] }
    return {
      rows: rows as Row[],
      ...(writes.has(command) && { numAffectedRows: BigInt(rowCount) }),
    }
  }

  async #ask(sql: string, parameters: readonly unknown[] = []) {
    try {
      return await this.#client.query<unknown>(sql, parameters)
    } catch (error) {
      this.firstFailure ??= error
      throw error
    }
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows of a transaction are not streamed.')
  }
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function driverOf(session: Session) {
  const nothing = () => Promise.resolve()
  return {
    init: nothing,
    acquireConnection: () => Promise.resolve(session),
    releaseConnection: nothing,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    destroy: nothing,
  }
}

/** Gathers what is written in one turn of the event loop: one call of the system for many statements. */
export class GatheringSocket extends Socket {
  #corked = 0

  override write(...args: unknown[]): boolean {
    this.cork()
    const goesOn = (super.write as (...args: unknown[]) => boolean)(...args)
    this.uncork()
    return goesOn
  }

  override uncork(): void {
    this.#corked += 1
    if (this.#corked > 1) return
    process.nextTick(() => {
      for (; this.#corked > 0; this.#corked--) super.uncork()
    })
  }
}
