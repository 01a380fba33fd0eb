import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { Answer, Statement } from './batch.ts'
import { Batch, valueOf } from './batch.ts'
import { forgetStatements, isOutdated, statementName } from './statement-names.ts'

/**
 * A pool whose statements give up after `patience` milliseconds, also when the server says nothing
 * at all. The connection is thrown away then: what waits on it would wait with it, and nobody knows
 * in which transaction it is. Statements are prepared once per connection, and those that are asked
 * in one turn of the event loop travel together.
 */
export function impatient(pool: pg.Pool, types: pg.TypeOverrides, patience: number): PostgresPool {
  return {
    options: pool.options,
    connect: async () => impatientClient(await pool.connect(), types, patience),
    end: () => pool.end(),
  }
}

function impatientClient(
  client: pg.PoolClient,
  types: pg.TypeOverrides,
  patience: number,
): PostgresPoolClient {
  let lost: Error | undefined
  let gathered: Statement[] = []
  const send = () => {
    const batch = new Batch(gathered, types, patience)
    gathered = []
    client.query(batch)
  }
  const ask = (text: string, values: readonly unknown[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const name = statementName(text)
      gathered.push({ text, values: values.map(valueOf), name, resolve, reject })
      if (gathered.length === 1) process.nextTick(send)
    })
  const query = async (text: string, values: readonly unknown[] = []) => {
    if (lost) throw lost
    try {
      return await ask(text, values)
    } catch (error) {
      if ((error as Error).message === silence) lost = error as Error
      if (!isOutdated(error)) throw error
      forgetStatements()
      // Within a transaction everything has failed by now; `write` does it again.
      if (client.getTransactionStatus() !== 'I') throw error
      return ask(text, values)
    }
  }
  return {
    // Kysely has a second form, for cursors, which this house does not use.
    query: query as unknown as PostgresPoolClient['query'],
    release: (error?: Error | boolean) => client.release(lost ?? error),
  }
}

/** What node-postgres says, without a code, when `query_timeout` has passed. */
export const silence = 'Query read timeout'
