import { Socket } from 'node:net'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { Database } from '../engine.ts'
import { letPass } from '../statements/in-passing.ts'
import { NotRun } from './batch.ts'
import { askedDirectly, resultOf } from './direct.ts'

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
    const tx = session.open()
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

class Session {
  readonly #client: PostgresPoolClient
  #state: 'open' | 'ended' | 'unknown' = 'open'
  #tx: Database | undefined
  /** After it the server refuses everything else in the transaction, and only it says why. */
  firstFailure: unknown

  constructor(client: PostgresPoolClient) {
    this.#client = client
  }

  open(): Database {
    const tx = askedDirectly((query) => this.#execute(query))
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

  async #execute({ sql, parameters }: CompiledQuery) {
    if (this.#state !== 'open') throw new Error('The transaction is over.')
    if (sql === 'commit' || sql === 'rollback') this.#state = 'unknown'
    const answer = await this.#ask(sql, parameters)
    const { command } = answer
    if (command === 'COMMIT' || command === 'ROLLBACK') return { rows: [{ command }] }
    return resultOf(answer)
  }

  async #ask(sql: string, parameters: readonly unknown[] = []) {
    try {
      return await this.#client.query<unknown>(sql, parameters)
    } catch (error) {
      // Had it ended the transaction, it would have been run.
      if (error instanceof NotRun && this.#state === 'unknown') this.#state = 'open'
      const reason = error instanceof NotRun ? error.cause : error
      this.firstFailure ??= reason
      throw reason
    }
  }
}

/** Joins the parts of a batch: the system takes one piece for less than it takes fifty. */
export class GatheringSocket extends Socket {
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    // What Node calls the encoding of bytes.
    const encoding = 'buffer' as BufferEncoding
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), encoding, done)
  }
}
