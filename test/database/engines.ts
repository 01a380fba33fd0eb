import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import pg from 'pg'
import type { DatabasePlace, Engine } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'

export interface TestPlace {
  /** `sqlite` or `postgres`, for the names of tests. */
  name: string
  place: DatabasePlace
  open: () => Promise<Engine>
  /** Closes what `open` has opened, when all that is under way in it has ended. */
  close: () => Promise<void>
  drop: () => Promise<void>
}

/**
 * The same test on both engines: an empty SQLite file, and a schema of its own on the PostgreSQL
 * server that `npm test` starts.
 */
export function onBothEngines(
  sentence: string,
  run: (place: TestPlace, t: TestContext) => Promise<void>,
): void {
  for (const [name, make] of Object.entries(makers)) {
    const lacks = name === 'postgres' && serverUrl() === undefined
    // Without the server this is one engine only: `npm test` brings it.
    const skip = lacks ? 'no PostgreSQL: run it through npm test' : false
    test(`${sentence} (${name})`, { skip }, async (t) => {
      const place = await make()
      try {
        await run(place, t)
      } finally {
        // A test that failed may have left writers at work; their schema must outlive them.
        await place.close()
        await place.drop()
      }
    })
  }
}

export function sqlitePlace(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
  return Promise.resolve(
    placeOf('sqlite', { folder }, () => {
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    }),
  )
}

export async function postgresPlace(): Promise<TestPlace> {
  const server = serverUrl()
  if (server === undefined) throw new Error('STANDFIRST_TEST_POSTGRES is not set.')
  const schema = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create schema ${schema}`)
  const url = `${server}?options=${encodeURIComponent(`-c search_path=${schema}`)}`
  return placeOf('postgres', { url, folder: '' }, () =>
    onServer(server, `drop schema ${schema} cascade`),
  )
}

const makers: Record<string, () => Promise<TestPlace>> = {
  sqlite: sqlitePlace,
  postgres: postgresPlace,
}

function placeOf(name: string, place: DatabasePlace, drop: () => Promise<void>): TestPlace {
  const opened: Engine[] = []
  const open = async (): Promise<Engine> => {
    const engine = closedOnce(await openDatabase(place))
    opened.push(engine)
    return engine
  }
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((engine) => engine.close()))
  }
  return { name, place, open, close, drop }
}

/** The test closes it, and so does the place: the second time waits for the first. */
function closedOnce(engine: Engine): Engine {
  let closing: Promise<void> | undefined
  return { ...engine, close: () => (closing ??= engine.close()) }
}

function serverUrl(): string | undefined {
  return process.env['STANDFIRST_TEST_POSTGRES']
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
