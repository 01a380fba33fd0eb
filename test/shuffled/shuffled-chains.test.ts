import assert from 'node:assert/strict'
import { newsroomOn } from '../site/newsroom.ts'
import { onBothEngines } from '../database/engines.ts'
import type { Engine } from '../../src/database/database.ts'
import { gate } from '../../src/gate/gate.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { placeItem } from '../../src/wire/placing.ts'
import type { WireItem } from '../../src/wire/wire.ts'
import { oneDelivery } from './one-delivery.ts'
import { shuffled } from './shuffled.ts'
import type { WireFile } from '../data/wire-file.ts'
import { wireFile } from '../data/wire-file.ts'

const shuffles = 1000
/**
 * Shuffles that run at once, whose commits are shared: no more than a pool has connections, or those
 * that wait for one on a busy machine are refused as readers would be.
 */
const atOnce = 8

const lighthouse = (lamps: string): string[] => [
  'The coast office will rebuild the lighthouse on Skerry Point, it said on Monday in a statement that named no date for the work.',
  `The tower will carry ${lamps} lamps, which can be seen from 18 miles on a clear night and from three in fog.`,
  'Two keepers who retired nine years ago have come back for the time of the work and will sleep in the watch room.',
]
const correction = '<signal qcode="sig:correction"/>'
const embargo = '<embargoed>2026-05-04T18:00:00Z</embargoed>'

/** One story as its agency told it, step by step; each end of it is a state of its own. */
const chains: WireFile[][] = [
  [
    { version: 1, body: lighthouse('three') },
    { version: 2, body: lighthouse('four') },
    { version: 3, body: lighthouse('five'), meta: correction },
    { version: 4, body: lighthouse('five'), status: 'withheld' },
    { version: 5, body: lighthouse('five') },
    { version: 6, body: [], status: 'canceled' },
  ],
  [
    { version: 1, body: lighthouse('three'), meta: embargo },
    { version: 2, body: lighthouse('four') },
    { version: 3, body: lighthouse('five') },
    { version: 4, body: [], status: 'withheld' },
    { version: 5, body: lighthouse('six'), meta: correction },
  ],
  [
    { version: 1, body: [], status: 'canceled' },
    { version: 2, body: lighthouse('two') },
    { version: 3, body: lighthouse('three'), meta: correction },
    { version: 4, body: lighthouse('four'), meta: correction },
    { version: 5, body: lighthouse('four'), meta: embargo },
  ],
]

/** Steps of one chain up to some end, and one of them once more. */
function deliveriesFor(seed: number): { story: string; files: WireFile[] } {
  const chain = chains[seed % chains.length] ?? []
  const end = 2 + (Math.floor(seed / chains.length) % (chain.length - 1))
  const steps = chain.slice(0, end)
  const again = steps.slice(seed % end, (seed % end) + 1)
  return { story: `${seed % chains.length}/${end}`, files: [...steps, ...again] }
}

onBothEngines(
  `rule 8: ${shuffles} shuffles of chains end in one state for each chain`,
  async ({ open }, t) => {
    const engine = await open()
    const { house } = newsroomOn(engine)
    const place = await placingOn(engine, house.now())
    const inOrder = new Map<string, string>()
    for (let seed = 0; seed < shuffles; seed++) {
      const { story, files } = deliveriesFor(seed)
      if (inOrder.has(story)) continue
      inOrder.set(story, await place(files, `order-${seed}`))
    }
    assert.ok(inOrder.size >= 12)
    for (let from = 0; from < shuffles; from += atOnce) {
      const seeds = Array.from({ length: atOnce }, (_, i) => from + i)
      await Promise.all(
        seeds.map(async (seed) => {
          const { story, files } = deliveriesFor(seed)
          const order = shuffled(files, seed)
          const state = await place(order, `seed-${seed}`)
          const told = order.map(({ version }) => version).join(' ')
          assert.equal(state, inOrder.get(story), `seed ${seed}, chain ${story}, order ${told}`)
        }),
      )
    }
    t.diagnostic(`${inOrder.size} ends of ${chains.length} chains`)
    await engine.close()
  },
)

/**
 * Takes deliveries in for a source of their own and tells what is there then. The deliveries of one
 * source share a transaction, which has tests of its own.
 */
async function placingOn(engine: Engine, now: Date) {
  const place = await oneDelivery(engine, now)
  return async (files: WireFile[], source: string): Promise<string> => {
    await engine.write(async (tx) => {
      for (const file of files) await placeItem(tx, itemIn(file, source), { ...place, source })
    })
    return JSON.stringify(await stateOf(engine, source, now)).replaceAll(source, 'SOURCE')
  }
}

const read = new Map<WireFile, string>()

/** The item of a file, read once, with the source in its headline so that each has its own address. */
function itemIn(file: WireFile, source: string): WireItem {
  const text = wireFile({ ...file, headline: 'Lamps for Skerry Point SOURCE' })
  const known = read.get(file) ?? JSON.stringify(readWire(new TextEncoder().encode(text)).items[0])
  read.set(file, known)
  return JSON.parse(known.replaceAll('SOURCE', source)) as WireItem
}

/** What is stored of a story, and what readers can see of it. */
async function stateOf(engine: Engine, source: string, now: Date): Promise<object> {
  const items = await engine.db
    .selectFrom('items')
    .select(['id', 'article_id'])
    .where('source', '=', source)
    .execute()
  assert.equal(items.length, 1)
  const versions = await engine.db
    .selectFrom('item_versions')
    .select(['version', 'pub_status', 'conflict_at'])
    .where('item_id', '=', items[0]?.id ?? '')
    .orderBy('version')
    .execute()
  const articleId = items[0]?.article_id ?? ''
  const article = await engine.db
    .selectFrom('articles')
    .selectAll()
    .where('id', '=', articleId)
    .executeTakeFirst()
  if (!article) return { versions, readers: 'nothing' }
  const { pub_status: pubStatus, embargoed, held } = article
  const facts = { pubStatus, embargoed: embargoed ?? undefined, held: JSON.parse(held) as string[] }
  // A kill without text leaves nothing to say: whether a story was made before it depends on the order.
  if (!gate(facts, now).open) return { versions, readers: 'nothing' }
  assert.ok(article.live_at)
  const corrections = await engine.db
    .selectFrom('corrections')
    .select(['text', 'paragraph', 'made_at'])
    .where('article_id', '=', articleId)
    .orderBy('made_at')
    .execute()
  const { content, published_at, updated_at, section } = article
  return { versions, readers: { content, published_at, updated_at, section, corrections } }
}
