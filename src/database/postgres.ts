import type { PostgresPool } from 'kysely'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database, Engine, MigrationTarget } from './engine.ts'
import { DatabaseTrouble } from './engine.ts'
import { followTransactions } from './postgres/following.ts'
import { gathered } from './postgres/gathered.ts'
import { impatient } from './postgres/impatient-pool.ts'
import { GatheringSocket, inTransaction } from './postgres/pipelined.ts'
import { inPassing } from './statements/in-passing.ts'
import { migrate } from './migrate.ts'
import type { Row } from './backup.ts'
import { insertRows } from './backup.ts'
import { codeOf, conflictOf, outageOf } from './postgres/postgres-errors.ts'
import type { Schema } from './schema.ts'
import { heavyRows, keptTables } from './tables/kept-tables.ts'
import { isOutdated } from './postgres/statement-names.ts'

const poolSize = 10
/** Of these connections so many may be busy with what comes in by the hundred. */
const writers = 6
/** A statement that takes longer is cut by the server, in milliseconds. */
const statementTimeout = 2500
/** A server that says nothing for longer is taken to be away: a reader hears of it within 3 s. */
const patience = 3000
const connectTimeout = 2500
/** A connection is replaced after this, in seconds, and with it plans made for smaller tables. */
const connectionLife = 300
/** How long a reader waits to hear whether a page that is kept is still true, in milliseconds. */
const watchPatience = 1000
/** A key of our own for the lock that only one migrating process holds. */
const migrationLock = 7_238_114

/** `count(*)` and `sum` are 64-bit there, and arrive as text unless told otherwise. */
const int8 = 20

/** Opens the database that `url` names, migrated. Throws `DatabaseTrouble`. */
export async function openPostgres(url: string, migrations?: string): Promise<Engine> {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  const common = {
    connectionString: url,
    types,
    statement_timeout: statementTimeout,
    stream: () => new GatheringSocket(),
  }
  const pool = quiet({
    ...common,
    max: poolSize,
    connectionTimeoutMillis: connectTimeout,
    maxLifetimeSeconds: connectionLife,
    pipeline: true,
  })
  const patient = impatient(pool, types, patience)
  const plain = databaseOn(patient)
  try {
    await migrate(migrationTarget(pool), migrations)
  } catch (error) {
    await plain.destroy()
    throw explained(error)
  }
  const watching = quiet({
    ...common,
    max: 1,
    connectionTimeoutMillis: watchPatience,
    idleTimeoutMillis: 0,
  })
  return engineOf(plain, patient, databaseOn(impatient(watching, types, watchPatience)))
}

function quiet(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // Without listeners, a server that goes away while nothing is asked of a connection ends the
  // process: of one that idles, or between two statements of a transaction.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function databaseOn(pool: PostgresPool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** `plain` asks each question by itself: what takes long keeps nobody waiting. */
function engineOf(plain: Database, pool: PostgresPool, watching: Database): Engine {
  return {
    db: gathered(pool),
    writersAtOnce: writers,
    write: (work) => retried(() => inTransaction(pool, work)),
    watch: { db: watching, follow: () => followTransactions(watching) },
    lock: lockUntilTheEnd,
    conflict: conflictOf,
    outage: outageOf,
    search: async (words, { limit, offset }) => {
      const query = words
        .map((word, i) => `'${word}'${i === words.length - 1 ? ':*' : ''}`)
        .join(' & ')
      const { rows } = await sql<{ id: string }>`
        select articles.id from search_texts
        join articles on articles.id = search_texts.article_id
        where array_to_tsvector(array_remove(string_to_array(
          search_texts.headline || ' ' || search_texts.body, ' '), '')) @@ ${query}::tsquery
          and articles.live_at is not null
        order by articles.live_at desc, articles.id desc limit ${limit} offset ${offset}`.execute(
        plain,
      )
      return rows.map(({ id }) => id)
    },
    check: async () => {
      await sql`select 1`.execute(plain)
    },
    room: async () => {
      const { rows } = await sql<{
        used: number
      }>`select pg_database_size(current_database()) as used`.execute(plain)
      return { used: rows[0]?.used ?? 0 }
    },
    copyTo: (file) => copyTables(plain, file),
    examine: () => Promise.resolve([]),
    close: async () => {
      await Promise.all([plain.destroy(), watching.destroy()])
    },
    // The server itself stops and recovers when its disk fails so.
    failed: new Promise(() => undefined),
  }
}

/** Nobody waits for the answer: what is asked after it waits at the server until the lock is ours. */
function lockUntilTheEnd(tx: Database, key: string): Promise<void> {
  const statement = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
  return inPassing(tx, CompiledQuery.raw(statement, [key]))
}

/** Rows fetched at once while copying. */
const copyBatch = 500

async function copyTables(db: Database, file: string): Promise<void> {
  const { newSqliteFile } = await import('./sqlite.ts')
  const target = await newSqliteFile(file)
  target.exec('begin')
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        for (const table of keptTables) {
          const batch = heavyRows[table] ?? copyBatch
          await sql`declare rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx)
          for (;;) {
            const { rows } = await sql<Row>`fetch ${sql.lit(batch)} from rows`.execute(tx)
            insertRows(target, table, rows)
            if (rows.length < batch) break
          }
          await sql`close rows`.execute(tx)
        }
      })
    target.exec('commit')
  } finally {
    target.close()
  }
}

/** A deadlock, a failed serialization, an outdated plan changed nothing: the work may run again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const code = codeOf(error)
      const isFleeting = code === '40001' || code === '40P01' || isOutdated(error)
      if (attempt >= 3 || !isFleeting) throw error
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

/** `ENOENT`: there is no socket file. */
const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT']

function explained(error: unknown): unknown {
  const code = codeOf(error)
  if (code !== undefined && unreached.includes(code)) {
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
