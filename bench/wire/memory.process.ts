import { announced, openDatabase } from '../../src/database/database.ts'
import { summariseRevision } from '../../src/summaries/summaries.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { takeIn } from '../../src/wire/wire.ts'
import { smallItem } from './wire-items.ts'

export interface MemoryJob {
  folder: string
  /** Items to take in, and the number of the first. */
  count: number
  from: number
}

export interface MemoryState {
  itemsPerSecond: number
  /** Processor time of this process for one item, in milliseconds. */
  processor: number
  /** After everything that can be freed has been, in MB. */
  heap: number
  resident: number
}

/** As many deliveries as a busy site has under way. */
const atOnce = 8

let intake: Promise<(bytes: Uint8Array) => Promise<void>> | undefined

process.on('message', (job: MemoryJob) => {
  takeMany(job).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.stack }),
  )
})

async function takeMany({ folder, count, from }: MemoryJob): Promise<MemoryState> {
  const take = await (intake ??= intakeIn(folder))
  const begun = performance.now()
  const used = process.cpuUsage()
  let next = from
  const work = async (): Promise<void> => {
    while (next < from + count) await take(smallItem(next++))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(used)
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return {
    itemsPerSecond: count / seconds,
    processor: (user + system) / 1000 / count,
    heap: heapUsed / 1e6,
    resident: rss / 1e6,
  }
}

async function intakeIn(folder: string): Promise<(bytes: Uint8Array) => Promise<void>> {
  const engine = announced(await openDatabase({ folder }), () => undefined)
  const tools = {
    engine,
    read: readWire,
    onRevision: summariseRevision,
    siteLanguage: 'en',
    section: 'news',
    now: () => new Date(),
  }
  return async (bytes) => {
    const delivery = { bytes, source: 'bench', channel: 'bench', fileName: 'bench' }
    const [line] = await takeIn(delivery, tools)
    if (line?.outcome !== 'published')
      throw new Error(`A bench item was not published: ${JSON.stringify(line)}`)
  }
}
