import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database, Engine, MigrationTarget } from './engine.ts'
import { DatabaseTrouble } from './engine.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'

const poolSize = 10
/** A statement that takes longer is cut, in milliseconds. */
const statementTimeout = 5000
const connectTimeout = 5000
/** A key of our own for the lock that only one migrating process holds. */
const migrationLock = 7_238_114

/** `count(*)` and `sum` are 64-bit there, and arrive as text unless told otherwise. */
const int8 = 20

/** Opens the database that `url` names, migrated. Throws `DatabaseTrouble`. */
export async function openPostgres(url: string): Promise<Engine> {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    types,
  })
  // Without a listener, a server that goes away while a connection idles ends the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(migrationTarget(pool))
  } catch (error) {
    await db.destroy()
    throw explained(error)
  }
  return engineOf(db)
}

function engineOf(db: Database): Engine {
  return {
    db,
    write: (work) => retried(() => db.transaction().execute(work)),
    lock: async (tx, key) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    },
    conflict: conflictOf,
    check: async () => {
      await sql`select 1`.execute(db)
    },
    room: async () => {
      const { rows } = await sql<{
        used: number
      }>`select pg_database_size(current_database()) as used`.execute(db)
      return { used: rows[0]?.used ?? 0 }
    },
    close: () => db.destroy(),
  }
}

/** A deadlock or a failed serialization has changed nothing: the same work may run again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const code = codeOf(error)
      if (attempt >= 3 || (code !== '40001' && code !== '40P01')) throw error
    }
  }
}

function migrationTarget(pool: pg.Pool): MigrationTarget {
  return {
    suffix: 'postgres',
    adapt: (text) =>
      text
        .replaceAll('{{bytes}}', 'bytea')
        .replaceAll('{{sequence}}', 'bigint generated always as identity primary key'),
    exclusively: async (steps) => {
      const client = await pool.connect()
      try {
        await client.query('set statement_timeout = 0')
        await client.query('select pg_advisory_lock($1)', [migrationLock])
        await client.query(
          'create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null)',
        )
        await steps({
          applied: async () =>
            (
              await client.query<{ name: string; checksum: string }>(
                'select name, checksum from migrations',
              )
            ).rows,
          apply: async (name, checksum, text, at) => {
            await client.query('begin')
            await client.query(text)
            await client.query(
              'insert into migrations (name, checksum, applied_at) values ($1, $2, $3)',
              [name, checksum, at],
            )
            await client.query('commit')
          },
        })
      } finally {
        // The lock and an open transaction belong to the connection and end with it.
        client.release(true)
      }
    },
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function conflictOf(error: unknown): 'duplicate' | 'missing-parent' | undefined {
  const code = codeOf(error)
  if (code === '23505') return 'duplicate'
  return code === '23503' ? 'missing-parent' : undefined
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code
}

function explained(error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return new DatabaseTrouble(
      `The database server that DATABASE_URL names does not answer (${code}).`,
    )
  }
  if (code === '28P01' || code === '28000') {
    return new DatabaseTrouble(
      'The database server refused the user or the password in DATABASE_URL.',
    )
  }
  if (code === '3D000') {
    return new DatabaseTrouble(
      'The database that DATABASE_URL names does not exist on that server.',
    )
  }
  return error
}
