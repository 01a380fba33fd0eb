import type { DatabasePlace } from '../../src/database/database.ts'
import { startPostgres } from '../../test/database/postgres-server.ts'
import type { Figure } from '../figures.ts'
import { figureOf, inTurn, median } from '../figures.ts'
import type { IntakeJob, IntakeTurn } from './intake.process.ts'
import type { Bench } from '../processes.ts'

const pairs = 5
const itemsPerTurn = 60

/** Wire items read, kept, placed, summarised and durable, against an insert of the same bytes. */
export async function intake(bench: Bench): Promise<Figure[]> {
  const figures = await intakeOn(bench, 'SQLite', { folder: bench.folder() })
  const postgres = await startPostgres().catch((error: Error) => {
    process.stderr.write(`No intake on PostgreSQL: ${error.message}\n`)
    return undefined
  })
  if (postgres === undefined) return figures
  try {
    const place = { url: postgres.url, folder: '' }
    return [...figures, ...(await intakeOn(bench, 'PostgreSQL', place))]
  } finally {
    bench.end()
    postgres.stop()
  }
}

async function intakeOn(bench: Bench, engine: string, place: DatabasePlace): Promise<Figure[]> {
  const worker = bench.start('wire/intake.process.ts')
  let from = 0
  const take = (side: IntakeJob['side'], atOnce: number) =>
    worker.ask<IntakeTurn>({
      side,
      place,
      count: itemsPerTurn,
      from: (from += itemsPerTurn),
      atOnce,
    })
  await take('floor', 1)
  await take('site', 1)
  const figures: Figure[] = []
  for (const atOnce of [1, 32]) {
    const results = await inTurn(
      pairs,
      () => take('floor', atOnce),
      () => take('site', atOnce),
    )
    const name = `intake on ${engine}, ${atOnce} at once`
    const rates = results.map(({ floor, site }) => ({
      floor: floor.perSecond,
      site: site.perSecond,
    }))
    const ofSite = (what: 'processor' | 'mainThread') =>
      median(results.map(({ site }) => site[what]))
    figures.push({
      ...figureOf({ group: 'intake', name, unit: 'items/s' }, rates),
      more: {
        'ms of processor an item': ofSite('processor'),
        'of it in the main thread': ofSite('mainThread'),
      },
    })
  }
  return figures
}
