import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationTarget } from './engine.ts'
import { DatabaseTrouble } from './engine.ts'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Brings the database to this version: every file of `migrations/` in the order of its number,
 * each in one transaction, under a lock that other processes wait for. Interrupted anywhere, the
 * next start goes on where this one stopped. Throws `DatabaseTrouble` when the database was
 * written by a newer version, or when a migration that it has was changed since.
 */
export async function migrate(target: MigrationTarget, from = folder): Promise<void> {
  const wanted = migrationsIn(from, target.suffix)
  await target.exclusively(async (session) => {
    const applied = new Map((await session.applied()).map((row) => [row.name, row.checksum]))
    refuseNewer([...applied.keys()], wanted)
    for (const { name, sql, checksum } of wanted) {
      const before = applied.get(name)
      if (before === checksum) continue
      if (before !== undefined) {
        throw new DatabaseTrouble(`The migration ${name} was changed after this database took it.`)
      }
      await session.apply(name, checksum, target.adapt(sql), new Date().toISOString())
    }
  })
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

function migrationsIn(from: string, suffix: string): Migration[] {
  return readdirSync(from)
    .filter((file) => /^\d{4}-[a-z0-9-]+(\.[a-z]+)?\.sql$/.test(file))
    .filter((file) => file.split('.').length === 2 || file.endsWith(`.${suffix}.sql`))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(from, file), 'utf8')
      const name = file.split('.')[0] ?? file
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function refuseNewer(applied: string[], wanted: Migration[]): void {
  const known = new Set(wanted.map((migration) => migration.name))
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new DatabaseTrouble(
      `This database was written by a newer Standfirst (it has ${unknown.join(', ')}). ` +
        'Start that version, or restore a backup made by this one.',
    )
  }
}
