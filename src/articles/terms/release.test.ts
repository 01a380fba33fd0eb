import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { eventually, newsroomOn } from '../../../test/site/newsroom.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import type { Engine } from '../../database/database.ts'
import { followOthers } from '../../freshness.ts'
import { Reached } from '../../ledger/ledger.ts'
import { startTicker } from '../../ticker.ts'
import { openDueArticles } from '../articles.ts'

/** Rules 13 and 14: an embargo ends at its second, once, whatever happens to clocks and nodes. */

const slug = 'keepers-return-to-light-skerry-point-by-hand'
const embargo = '<embargoed>2026-05-04T18:00:00Z</embargoed>'
const addresses = [`/articles/${slug}`, `/articles/${slug}.json`, '/', '/feeds/all.atom']

/** One node of several: pages of its own, a clock of its own, and the site's own ticker. */
async function nodeOn(t: TestContext, engine: Engine, at: string) {
  const newsroom = newsroomOn(engine, new Date(at))
  const freshness = await followOthers(engine, newsroom.house.pages)
  const start = () => startTicker(newsroom.house, freshness, new Reached())
  let ticker = start()
  t.after(async () => {
    await ticker.stop()
    await engine.close()
  })
  return {
    newsroom,
    set: (time: string) => (newsroom.clock.now = new Date(time)),
    sees: () => seesStory(newsroom),
    stop: () => ticker.stop(),
    start: () => (ticker = start()),
  }
}

/** At how many addresses readers of this node find the story. */
async function seesStory({ get }: Newsroom): Promise<number> {
  const texts = await Promise.all(addresses.map(async (path) => (await get(path)).text()))
  return texts.filter((text) => text.includes('Keepers return')).length
}

const all = addresses.length

onBothEngines('rule 13: two nodes release one story once, at its second', async ({ open }, t) => {
  const nodes = [
    await nodeOn(t, await open(), '2026-05-04T17:00:00Z'),
    await nodeOn(t, await open(), '2026-05-04T17:00:00Z'),
  ]
  await nodes[0]?.newsroom.ingest(wireFile({ meta: embargo }))
  for (const node of nodes) node.set('2026-05-04T17:59:59.999Z')
  // Closed pages are kept as well, and must be forgotten at the release.
  for (const node of nodes) assert.equal(await node.sees(), 0)
  const before = await changesOf(nodes[0]?.newsroom.house.engine)
  for (const node of nodes) node.set('2026-05-04T18:00:00Z')
  for (const node of nodes) await eventually(async () => (await node.sees()) === all)
  const after = await changesOf(nodes[0]?.newsroom.house.engine)
  assert.equal(after - before, 1, 'one of the two did it')
})

onBothEngines('rule 13: of twenty that try at once one releases', async ({ open }) => {
  const engines = [await open(), await open()]
  const newsroom = newsroomOn(engines[0] as Engine)
  await newsroom.ingest(wireFile({ meta: embargo }))
  const now = new Date('2026-05-04T18:00:00Z')
  const tries = Array.from({ length: 20 }, (_, i) => openDueArticles(engines[i % 2] as Engine, now))
  const released = (await Promise.all(tries)).reduce((sum, one) => sum + one, 0)
  assert.equal(released, 1)
  for (const engine of engines) await engine.close()
})

onBothEngines(
  'rule 13: a node that was away at the moment releases when it is back',
  async ({ open }, t) => {
    const node = await nodeOn(t, await open(), '2026-05-04T17:59:00Z')
    await node.newsroom.ingest(wireFile({ meta: embargo }))
    assert.equal(await node.sees(), 0)
    // Ended or suspended: either way nobody looks at the clock for an hour.
    await node.stop()
    node.set('2026-05-04T19:00:00Z')
    node.start()
    await eventually(async () => (await node.sees()) === all)
  },
)

onBothEngines(
  'rule 13: a clock that jumps on and back shows what it should each time',
  async ({ open }, t) => {
    const node = await nodeOn(t, await open(), '2026-05-04T12:00:00Z')
    await node.newsroom.ingest(wireFile({ meta: embargo }))
    assert.equal(await node.sees(), 0)
    node.set('2026-05-04T18:30:00Z')
    await eventually(async () => (await node.sees()) === all)
    node.set('2026-05-04T17:30:00Z')
    await eventually(async () => (await node.sees()) === 0)
    node.set('2026-05-04T17:59:59.999Z')
    await new Promise((resolve) => setTimeout(resolve, 450))
    assert.equal(await node.sees(), 0, 'two looks of the ticker later')
    node.set('2026-05-04T18:00:00Z')
    await eventually(async () => (await node.sees()) === all)
  },
)

onBothEngines('rule 13: a clock set back while the site was down', async ({ open }, t) => {
  const node = await nodeOn(t, await open(), '2026-05-04T18:30:00Z')
  await node.newsroom.ingest(wireFile({ meta: embargo }))
  assert.equal(await node.sees(), all)
  await node.stop()
  node.set('2026-05-04T17:30:00Z')
  node.newsroom.house.pages.forgetAll()
  node.start()
  assert.equal(await node.sees(), 0)
  node.set('2026-05-04T18:00:00Z')
  await eventually(async () => (await node.sees()) === all)
})

async function changesOf(engine: Engine | undefined): Promise<number> {
  const rows = await engine?.db
    .selectFrom('changes')
    .select('seq')
    .where('topic', 'like', 'article:%')
    .execute()
  return rows?.length ?? 0
}
