import type { DatabasePlace } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'
import { addSource, newToken } from '../../src/wire/sources/sources.ts'
import { startPostgres } from '../../test/database/postgres-server.ts'
import type { Figure } from '../figures.ts'
import { figureOf } from '../figures.ts'
import type { Bench, Helper } from '../processes.ts'
import { processorUse } from '../processor-use.ts'
import type { MeasuredSite } from '../site.ts'
import { startSite } from '../site.ts'
import type { DeliveryResult } from './delivery.process.ts'

/** What a busy desk of all agencies sends at the worst, and for how long here. */
const busy = { perSecond: 200, seconds: 20 }
/** The floor: hardly anything arrives. */
const quiet = { perSecond: 20, seconds: 10 }
/** V8 compiles the way of an item in the first ones, and is not done with it after three hundred. */
const warming = { perSecond: 50, seconds: 20 }
/** At the 99th percentile, in milliseconds. */
const wanted = 1000
const source = 'bench-push'

/** From a delivery to its article served with the new text, while 200 items a second arrive. */
export async function delivery(bench: Bench): Promise<Figure[]> {
  const site = await startSite(bench)
  const figures = await deliveredTo(bench, 'SQLite', { folder: site.folder }, [site])
  bench.end()
  const postgres = await startPostgres().catch((error: Error) => {
    process.stderr.write(`No delivery on PostgreSQL: ${error.message}\n`)
    return undefined
  })
  if (postgres === undefined) return figures
  try {
    const place = { url: postgres.url, folder: '' }
    const nodes = [await startSite(bench, postgres.url), await startSite(bench, postgres.url)]
    return [...figures, ...(await deliveredTo(bench, 'PostgreSQL', place, nodes, postgres.pid()))]
  } finally {
    bench.end()
    postgres.stop()
  }
}

async function deliveredTo(
  bench: Bench,
  engine: string,
  place: DatabasePlace,
  nodes: MeasuredSite[],
  serverPid?: number,
): Promise<Figure[]> {
  const token = await tokenAt(place)
  const load = bench.start('wire/delivery.process.ts')
  const readers = nodes.map(({ port }) => port)
  let from = 0
  const deliver = (pace: { perSecond: number; seconds: number }) => {
    const job = { port: readers[0] ?? 0, readers, token, source, from, ...pace }
    from += 100_000
    return load.ask<DeliveryResult>(job)
  }
  await deliver(warming)
  const floor = await deliver(quiet)
  const usedBefore = usedBy(nodes, load, serverPid)
  const site = await deliver(busy)
  const usedAfter = usedBy(nodes, load, serverPid)
  const items = busy.perSecond * busy.seconds
  return nodes.map((_, i) => {
    const seen = i === 0 ? '' : ', seen from another node'
    const name = `delivery to visible on ${engine}${seen}, p99`
    const [atWorst, usually] = [site.visible[i] ?? [], floor.visible[i] ?? []]
    const pair = { site: percentile(atWorst, 0.99), floor: percentile(usually, 0.99) }
    return {
      ...figureOf({ group: 'delivery', name, unit: 'ms' }, [pair]),
      more: {
        'ms wanted at most': wanted,
        'p50 ms': percentile(atWorst, 0.5),
        'p99 ms of the answer': percentile(site.answered, 0.99),
        'items/s': site.perSecond,
        looked: atWorst.length,
        ...(i === 0 ? ofAnItem(usedBefore, usedAfter, items) : {}),
      },
    }
  })
}

/** What each process has used of the processor so far, in milliseconds, where the system tells. */
function usedBy(nodes: MeasuredSite[], load: Helper, serverPid?: number): Map<string, number> {
  const used = new Map<string, number>()
  const note = (name: string, time: number | undefined) => {
    if (time !== undefined) used.set(name, time)
  }
  const [first, second] = nodes.map(({ process }) => processorUse(process.pid))
  note('site', first?.all)
  note('main thread of it', first?.mainThread)
  note('second node', second?.all)
  if (serverPid !== undefined) note('PostgreSQL', processorUse(serverPid)?.all)
  note('load', processorUse(load.pid)?.all)
  return used
}

function ofAnItem(before: Map<string, number>, after: Map<string, number>, items: number) {
  return Object.fromEntries(
    [...after].map(([name, used]) => [
      `ms of processor an item, ${name}`,
      (used - (before.get(name) ?? 0)) / items,
    ]),
  )
}

async function tokenAt(place: DatabasePlace): Promise<string> {
  const engine = await openDatabase(place)
  try {
    const about = {
      name: source,
      title: 'Bench',
      channel: { kind: 'push' as const },
      publish: 'by-itself' as const,
      summary: 'extract' as const,
      searchEngines: 'index' as const,
    }
    await addSource(engine, about, new Date())
    const token = await newToken(engine, source)
    if (token === undefined) throw new Error('The source of the bench could not be made.')
    return token
  } finally {
    await engine.close()
  }
}

function percentile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
}
