import { existsSync, mkdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'
import type { SqliteStatement } from 'kysely'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Database, Engine, MigrationTarget } from './engine.ts'
import { DatabaseTrouble } from './engine.ts'
import { GroupCommit, groupLimit } from './sqlite/group-commit.ts'
import { followNumbers } from './changes.queries.ts'
import { migrate } from './migrate.ts'
import { conflictOf, damaged, explained, isLostSync, outageOf } from './sqlite/sqlite-errors.ts'
import type { Schema } from './schema.ts'

/** Older ones can lose committed writes: https://sqlite.org/wal.html#walresetbug */
const oldestSafeSqlite = [3, 51, 3] as const
/** How long a statement waits for another process's write, in milliseconds. */
const busyTimeout = 5000
/** Up to this size the file is looked through at every start, in bytes: a tenth of a second. */
const quicklyChecked = 64 * 1024 * 1024
/** Prepared statements kept per connection. */
const statementLimit = 400

/** Opens `standfirst.sqlite` in the data folder, migrated. Throws `DatabaseTrouble`. */
export async function openSqlite(folder: string, migrations?: string): Promise<Engine> {
  const file = join(folder, 'standfirst.sqlite')
  const writing = connect(folder, file)
  try {
    refuseUnsafe(writing)
    refuseDamaged(writing, file)
    await migrate(migrationTarget(writing), migrations)
  } catch (error) {
    writing.close()
    throw explained(error, file)
  }
  const reading = connect(folder, file)
  reading.exec('pragma query_only = on')
  const db = new Kysely<Schema>({ dialect: dialectOf(reading) })
  const writer = new Kysely<Schema>({ dialect: dialectOf(writing) })
  return engineOf({ db, writer, writing, reading, file })
}

interface Connections {
  db: Database
  reading: DatabaseSync
  writer: Database
  writing: DatabaseSync
  file: string
}

function engineOf({ db, reading, writer, writing, file }: Connections): Engine {
  const group = groupCommitOn(writing)
  return {
    db,
    write: (work) => group.run(() => work(writer)),
    writersAtOnce: groupLimit,
    watch: { db, mark: markOf(writing), follow: () => followNumbers(db) },
    // There is one writer, so whoever writes holds every lock.
    lock: () => Promise.resolve(),
    conflict: conflictOf,
    outage: outageOf,
    search: async (words, { limit, offset }) => {
      const match = words
        .map((word, i) => `"${word}"${i === words.length - 1 ? '*' : ''}`)
        .join(' ')
      const { rows } = await sql<{ id: string }>`
        select articles.id from search_index
        join search_texts on search_texts.seq = search_index.rowid
        join articles on articles.id = search_texts.article_id
        where search_index match ${match} and articles.live_at is not null
        order by articles.live_at desc, articles.id desc limit ${limit} offset ${offset}`.execute(
        db,
      )
      return rows.map(({ id }) => id)
    },
    check: () =>
      group.run(
        async () => void (await writer.selectFrom('settings').select('name').limit(1).execute()),
      ),
    failed: group.failed,
    room: () => roomOf(file),
    copyTo: async (target) => {
      await group.idle()
      writing.prepare('vacuum into ?').run(target)
    },
    examine: () => Promise.resolve(damageIn(writing)),
    close: async () => {
      await group.idle()
      await db.destroy()
      await writer.destroy()
      // Kysely closes what it has used; an open connection would keep the log from being cleared.
      for (const connection of [reading, writing]) if (connection.isOpen) connection.close()
    },
  }
}

/** Of the writing connection, so that only what others commit changes it. */
function markOf(writing: DatabaseSync): () => number {
  const version = writing.prepare('pragma data_version')
  return () => Number(version.get()?.['data_version'])
}

function groupCommitOn(writing: DatabaseSync): GroupCommit {
  const session = {
    begin: () => writing.exec('begin immediate'),
    savepoint: () => writing.exec('savepoint one'),
    release: () => writing.exec('release one'),
    rollbackToSavepoint: () => writing.exec('rollback to one; release one'),
    commit: () => writing.exec('commit'),
    rollback: () => {
      if (writing.isTransaction) writing.exec('rollback')
    },
  }
  return new GroupCommit(session, isLostSync)
}

async function roomOf(file: string): Promise<{ used: number; free: number }> {
  const { bavail, bsize } = await statfs(dirname(file))
  const files = [file, `${file}-wal`].filter((path) => existsSync(path))
  return {
    used: files.reduce((sum, path) => sum + statSync(path).size, 0),
    free: bavail * bsize,
  }
}

function connect(folder: string, file: string): DatabaseSync {
  try {
    makeFolder(folder)
    const connection = new DatabaseSync(file, { timeout: busyTimeout })
    connection.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off',
    )
    return connection
  } catch (error) {
    throw explained(error, file)
  }
}

/** Node's own recursive form never ends on a file system such as /proc, which takes no folders. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  }
  const parent = dirname(folder)
  if (!existsSync(parent)) makeFolder(parent)
  mkdirSync(folder)
}

function refuseUnsafe(connection: DatabaseSync): void {
  const row = connection.prepare('select sqlite_version() as version').get()
  const version = String(row?.['version'])
  const parts = version.split('.').map(Number)
  const difference = oldestSafeSqlite.map((part, i) => (parts[i] ?? 0) - part).find((d) => d !== 0)
  if ((difference ?? 0) < 0) {
    throw new DatabaseTrouble(
      `SQLite ${version} can lose committed writes; ${oldestSafeSqlite.join('.')} or newer is needed. Use a newer Node.`,
    )
  }
}

function damageIn(connection: DatabaseSync): string[] {
  const integrity = connection.prepare('pragma integrity_check(20)').all()
  const orphans = connection.prepare('pragma foreign_key_check').all()
  return [
    ...integrity.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok'),
    ...orphans.map(
      (row) => `a row of ${String(row['table'])} lacks its parent in ${String(row['parent'])}`,
    ),
  ]
}

/** An empty, migrated file that another engine's rows are copied into. */
export async function newSqliteFile(file: string): Promise<DatabaseSync> {
  const connection = new DatabaseSync(file)
  connection.exec('pragma journal_mode = delete; pragma synchronous = full')
  await migrate(migrationTarget(connection))
  return connection
}

/**
 * Looks for damage before anything is built on it. A large file takes seconds, so that one is only
 * looked at when it was not closed properly.
 */
function refuseDamaged(connection: DatabaseSync, file: string): void {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (statSync(file).size > quicklyChecked && (log?.size ?? 0) === 0) return
  const row = connection.prepare('pragma quick_check(1)').get()
  // Above the finding itself stands in which file it is, on a line of its own.
  const finding = String(row?.['quick_check']).split('\n').at(-1) ?? ''
  if (finding !== 'ok') throw damaged(file, finding)
}

function migrationTarget(connection: DatabaseSync): MigrationTarget {
  return {
    suffix: 'sqlite',
    adapt: (sql) =>
      sql
        .replaceAll('{{bytes}}', 'blob')
        .replaceAll('{{sequence}}', 'integer primary key autoincrement')
        .replace(/^\);/gm, ') strict;'),
    exclusively: async (steps) => {
      connection.exec(
        'create table if not exists migrations (name text primary key, checksum text not null, applied_at text not null) strict',
      )
      await steps({
        applied: () =>
          Promise.resolve(
            connection
              .prepare('select name, checksum from migrations')
              .all()
              .map((row) => ({ name: String(row['name']), checksum: String(row['checksum']) })),
          ),
        apply: (name, checksum, sql, at) =>
          Promise.resolve(applyOnce(connection, name, checksum, sql, at)),
      })
    },
  }
}

/** Another process may have been faster; the lock of `begin immediate` makes the second look safe. */
function applyOnce(
  db: DatabaseSync,
  name: string,
  checksum: string,
  sql: string,
  at: string,
): void {
  db.exec('begin immediate')
  try {
    if (db.prepare('select 1 from migrations where name = ?').get(name) === undefined) {
      db.exec(sql)
      db.prepare('insert into migrations (name, checksum, applied_at) values (?, ?, ?)').run(
        name,
        checksum,
        at,
      )
    }
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

/** Kysely's dialect expects the shape of better-sqlite3; `node:sqlite` differs in these few words. */
function dialectOf(connection: DatabaseSync): SqliteDialect {
  const statements = new Map<string, SqliteStatement>()
  return new SqliteDialect({
    database: {
      close: () => connection.close(),
      prepare: (sql) => {
        const known = statements.get(sql)
        if (known) return known
        const oldest = statements.keys().next().value
        if (statements.size >= statementLimit && oldest !== undefined) statements.delete(oldest)
        const statement = statementOf(connection.prepare(sql))
        statements.set(sql, statement)
        return statement
      },
    },
  })
}

function statementOf(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) =>
      statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
  }
}
