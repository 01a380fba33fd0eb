import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { DatabasePlace } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'
import { intakeOf, readingThread } from '../../src/intake-tools.ts'
import { emptyNewsroom } from '../../src/newsroom.ts'
import { logTo } from '../../src/web/log.ts'
import { takeIn } from '../../src/wire/wire.ts'
import { wireItem } from './wire-items.ts'

export interface IntakeJob {
  side: 'site' | 'floor'
  place: DatabasePlace
  /** Items to take in, and the number of the first. */
  count: number
  from: number
  /** How many are under way at once. */
  atOnce: number
}

export interface IntakeTurn {
  perSecond: number
  /** Processor time for one item: of this process, and of its main thread, in milliseconds. */
  processor: number
  mainThread: number
}

type Keep = (bytes: Uint8Array) => Promise<unknown>

let siteKeeps: Promise<Keep> | undefined
let floorKeeps: Promise<Keep> | undefined

process.on('message', (job: IntakeJob) => {
  takeInTurn(job).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.stack }),
  )
})

async function takeInTurn({ side, place, count, from, atOnce }: IntakeJob): Promise<IntakeTurn> {
  const keep = await (side === 'site'
    ? (siteKeeps ??= intakeAt(place))
    : (floorKeeps ??=
        place.url === undefined ? sqliteFloor(place.folder) : postgresFloor(place.url)))
  const items = Array.from({ length: count }, (_, i) => wireItem(from + i))
  const begun = performance.now()
  const [used, usedHere] = [process.cpuUsage(), process.threadCpuUsage()]
  const work = async (): Promise<void> => {
    for (let item = items.pop(); item !== undefined; item = items.pop()) await keep(item)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const each = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000 / count
  return {
    perSecond: (count * 1000) / (performance.now() - begun),
    processor: each(process.cpuUsage(used)),
    mainThread: each(process.threadCpuUsage(usedHere)),
  }
}

async function intakeAt(place: DatabasePlace): Promise<Keep> {
  const engine = await openDatabase(place)
  const now = () => new Date()
  // As the site takes it in, with its second thread.
  const log = logTo((line) => process.stderr.write(line), 'normal', now)
  const site = { ...emptyNewsroom, origin: 'http://localhost' }
  const tools = intakeOf({ engine, site, now }, readingThread({ log }))
  return async (bytes) => {
    const delivery = { bytes, source: 'bench', channel: 'bench', fileName: 'bench' }
    const [line] = await takeIn(delivery, tools)
    if (line?.outcome === 'refused') throw new Error(`A bench item was refused: ${line.reason}`)
  }
}

/** One durable insert of the item's bytes, and nothing else. */
function sqliteFloor(folder: string): Promise<Keep> {
  const db = new DatabaseSync(join(folder, 'floor.sqlite'))
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table floor (id integer primary key, bytes blob not null) strict',
  )
  const insert = db.prepare('insert into floor (bytes) values (?)')
  return Promise.resolve((bytes) => Promise.resolve(insert.run(bytes)))
}

async function postgresFloor(url: string): Promise<Keep> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  await pool.query(
    'create table floor (id bigint generated always as identity, bytes bytea not null)',
  )
  return (bytes) => pool.query('insert into floor (bytes) values ($1)', [bytes])
}
