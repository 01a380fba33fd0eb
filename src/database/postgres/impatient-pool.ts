import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { forgetStatements, isOutdated, statementName } from './statement-names.ts'

/**
 * A pool whose statements give up after `patience` milliseconds, also when the server says nothing
 * at all. The connection is thrown away then: what waits on it would wait with it, and nobody knows
 * in which transaction it is. Statements with values are prepared once per connection.
 */
export function impatient(pool: pg.Pool, patience: number): PostgresPool {
  return {
    options: pool.options,
    connect: async () => impatientClient(await pool.connect(), patience),
    end: () => pool.end(),
  }
}

function impatientClient(client: pg.PoolClient, patience: number): PostgresPoolClient {
  let lost: Error | undefined
  const ask = (text: string, values: unknown[]) => {
    const name = values.length === 0 ? undefined : statementName(text)
    return client.query({
      text,
      values,
      query_timeout: patience,
      ...(name === undefined ? {} : { name }),
    } as pg.QueryConfig & { query_timeout: number })
  }
  const query = async (text: string, values: unknown[] = []) => {
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
