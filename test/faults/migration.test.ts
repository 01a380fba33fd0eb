import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { DatabasePlace, Engine } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'
import { onBothEngines } from '../database/engines.ts'
import { eventually } from '../site/newsroom.ts'

const own = new URL('../../src/database/migrations', import.meta.url).pathname
/** A table of the last migration that the tests add; it is there whole or not at all. */
const added = [
  'create table harbours (id text primary key\n);',
  'create table piers (id text primary key\n);',
]

onBothEngines(
  'a migration that fails half-way leaves nothing, and is done when it can be',
  async ({ place }) => {
    const folder = migrationsWith([...added, 'select no_such_column from harbours;'])
    try {
      await assert.rejects(openDatabase({ ...place, migrations: folder }), /no_such_column/)
      const before = await openDatabase(place)
      assert.deepEqual(await addedTables(before), [])
      await before.close()
      writeFileSync(join(folder, '0999-harbours.sql'), added.join('\n'))
      const after = await openDatabase({ ...place, migrations: folder })
      assert.deepEqual(await addedTables(after), ['harbours', 'piers'])
      await after.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

onBothEngines(
  'a migration whose process is killed leaves nothing, and is done at the next start',
  async ({ name, place }) => {
    for (const statements of [0, 1, 2]) {
      const { long, underway } = stalls[name]!
      const folder = migrationsWith([
        ...added.slice(0, statements),
        long,
        ...added.slice(statements),
      ])
      try {
        const engine = await openDatabase(place)
        await killedMeanwhile({ ...place, migrations: folder }, () =>
          underway(engine, place.folder),
        )
        assert.deepEqual(await addedTables(engine), [])
        await engine.close()
      } finally {
        rmSync(folder, { recursive: true })
      }
    }
    const folder = migrationsWith(added)
    const engine = await openDatabase({ ...place, migrations: folder })
    assert.deepEqual(await addedTables(engine), ['harbours', 'piers'])
    await engine.close()
    rmSync(folder, { recursive: true })
  },
)

interface Stall {
  long: string
  underway: (engine: Engine, folder: string) => Promise<boolean>
}

/** On each engine, a statement that takes its time, and how one sees from outside that it runs. */
const stalls: Record<string, Stall> = {
  sqlite: {
    long: 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000000) select max(i) from n;',
    underway: (_, folder) => {
      // Whoever migrates holds the lock of all writers.
      const look = new DatabaseSync(join(folder, 'standfirst.sqlite'), { timeout: 0 })
      try {
        look.exec('begin immediate; rollback')
        return Promise.resolve(false)
      } catch {
        return Promise.resolve(true)
      } finally {
        look.close()
      }
    },
  },
  postgres: {
    long: 'select pg_sleep(1);',
    underway: async (engine) => {
      const { rows } = await sql`
        select pid from pg_stat_activity
        where query like '%pg_sleep(1)%' and wait_event = 'PgSleep'`.execute(engine.db)
      return rows.length > 0
    },
  },
}

function migrationsWith(statements: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-migrations-'))
  for (const file of readdirSync(own)) {
    writeFileSync(join(folder, file), readFileSync(join(own, file)))
  }
  writeFileSync(join(folder, '0999-harbours.sql'), statements.join('\n'))
  return folder
}

async function killedMeanwhile(place: DatabasePlace, underway: () => Promise<boolean>) {
  const entry = new URL('migrate.process.ts', import.meta.url).pathname
  const flags = ['--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, entry, JSON.stringify(place)], {
    stdio: 'inherit',
  })
  const gone = once(child, 'exit')
  await eventually(underway)
  child.kill('SIGKILL')
  assert.deepEqual(await gone, [null, 'SIGKILL'])
}

async function addedTables(engine: Engine): Promise<string[]> {
  const tables = await engine.db.introspection.getTables()
  return tables
    .map(({ name }) => name)
    .filter((name) => ['harbours', 'piers'].includes(name))
    .sort()
}
