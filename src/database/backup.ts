import { existsSync, renameSync, rmSync } from 'node:fs'
import type { SQLInputValue } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import { DatabaseTrouble } from './engine.ts'
import type { Schema } from './schema.ts'
import { heavyRows, keptTables } from './tables/kept-tables.ts'

export type Row = Record<string, SQLInputValue>

/** Rows put in at once while restoring. */
const restoreBatch = 100

/**
 * Writes the whole newsroom into one file, whichever engine it lives in. The file appears under its
 * name only when it is whole. Throws `DatabaseTrouble` where there is a file already.
 */
export async function backUp(engine: Engine, file: string): Promise<void> {
  if (existsSync(file))
    throw new DatabaseTrouble(`${file} is there already. Please name a new file.`)
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    await engine.copyTo(unfinished)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw asTrouble(error, file)
  }
}

/**
 * Fills an empty database from a backup, all of it or nothing, whichever engine made it and
 * whichever takes it. Throws `DatabaseTrouble` where either is not what it should be.
 */
export async function restore(engine: Engine, file: string): Promise<void> {
  if (!existsSync(file)) throw new DatabaseTrouble(`There is no file ${file}.`)
  const backup = opened(file)
  try {
    await engine.write(async (tx) => {
      if (await tx.selectFrom('articles').select('id').limit(1).executeTakeFirst()) {
        throw new DatabaseTrouble('This database has articles already. Restore into an empty one.')
      }
      await tx.deleteFrom('settings').execute()
      for (const table of keptTables) {
        for (const rows of batchesOf(backup, table)) {
          await sql`insert into ${sql.table(table)} ${valuesOf(rows)}`.execute(tx)
        }
      }
    })
  } finally {
    backup.close()
  }
}

/** Puts rows into a file of the same version. */
export function insertRows(target: DatabaseSync, table: keyof Schema, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const statement = target.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null))
}

function opened(file: string): DatabaseSync {
  try {
    const backup = new DatabaseSync(file, { readOnly: true })
    const known = backup.prepare("select name from sqlite_schema where type = 'table'").all()
    const names = new Set(known.map((row) => String(row['name'])))
    const missing = keptTables.filter((table) => !names.has(table))
    if (missing.length === 0) return backup
    backup.close()
    throw new DatabaseTrouble(
      `${file} is no backup of this version: it lacks ${missing.join(', ')}.`,
    )
  } catch (error) {
    throw asTrouble(error, file)
  }
}

function* batchesOf(backup: DatabaseSync, table: keyof Schema): Generator<Row[]> {
  let batch: Row[] = []
  for (const row of backup.prepare(`select * from ${table}`).iterate()) {
    // A number that only this engine's index needs; the next one hands out its own.
    const { seq: _, ...columns } = row
    batch.push(columns)
    if (batch.length < (heavyRows[table] ?? restoreBatch)) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function valuesOf(rows: readonly Row[]) {
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
  return sql`(${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(lines)}`
}

function asTrouble(error: unknown, file: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ERR_SQLITE_ERROR') return new DatabaseTrouble(`${file}: ${message}.`)
  return code === undefined ? error : new DatabaseTrouble(`${file} cannot be written (${code}).`)
}
