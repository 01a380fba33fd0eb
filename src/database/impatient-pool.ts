import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/**
 * A pool whose statements give up after `patience` milliseconds, also when the server says nothing
 * at all. The connection is thrown away then: what waits on it would wait with it, and nobody knows
 * in which transaction it is.
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
  const query = async (text: string, values: unknown[]) => {
    if (lost) throw lost
    try {
      return await client.query({ text, values, query_timeout: patience } as pg.QueryConfig)
    } catch (error) {
      if ((error as Error).message === silence) lost = error as Error
      throw error
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
