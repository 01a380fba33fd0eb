import { CompiledQuery, sql } from 'kysely'
import type { Database } from '../engine.ts'

/**
 * Follows the changes: each call gives the topics of the transactions that have become visible
 * since the call before, each once, whatever the order in which they began and ended. It is one
 * question: a snapshot of the server and what is new in it.
 */
export async function followTransactions(db: Database): Promise<() => Promise<string[]>> {
  const { rows } = await sql<{
    snapshot: string
  }>`select pg_current_snapshot()::text as snapshot`.execute(db)
  let seen = rows[0]?.snapshot ?? ''
  return async () => {
    const known = seen
    const { rows } = await db.executeQuery<News>(CompiledQuery.raw(newsSince, [known]))
    const [row] = rows
    if (row === undefined) return []
    seen = row.snapshot
    return row.topics
  }
}

interface News {
  snapshot: string
  topics: string[]
}

// The last line: what a copy of another server brought with it has numbers of that server.
const newsSince = `
  select pg_current_snapshot()::text as snapshot, array_to_json(array(
    select topic from changes
    where made_by >= pg_snapshot_xmin($1::pg_snapshot)
      and not pg_visible_in_snapshot(made_by, $1::pg_snapshot)
      and made_by < pg_snapshot_xmax(pg_current_snapshot())
  )) as topics`.trim()
