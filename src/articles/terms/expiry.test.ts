import assert from 'node:assert/strict'
import { openDueArticles } from '../articles.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { wireFile } from '../../../test/data/wire-file.ts'

const slug = 'keepers-return-to-light-skerry-point-by-hand'
const lists = [
  '/',
  '/sections/world',
  '/feeds/all.rss',
  '/feeds/all.atom',
  '/feeds/all.json',
  '/feeds/sections/world.atom',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/search?q=keepers',
]

/** The lists that link the story, and what its own address answers. */
async function places(newsroom: Newsroom): Promise<{ listed: string[]; page: number }> {
  const listed: string[] = []
  for (const list of lists) {
    const text = await (await newsroom.get(list)).text()
    if (text.includes(`/articles/${slug}`)) listed.push(list)
  }
  return { listed, page: (await newsroom.get(`/articles/${slug}`)).status }
}

async function at(newsroom: Newsroom, time: string): Promise<void> {
  newsroom.clock.now = new Date(time)
  await openDueArticles(newsroom.house.engine, newsroom.clock.now)
}

onBothEngines(
  'rule 26: what has expired leaves every list and keeps its page',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const meta = `<expires>2026-05-06T00:00:00Z</expires>
    <expires pubconstraint="usage:web">2026-05-05T00:00:00Z</expires>
    <expires pubconstraint="usage:print">2026-05-04T00:00:00Z</expires>`
    await newsroom.ingest(wireFile({ meta }))
    // Kept pages must be forgotten by the change that the expiry notes, and by nothing else.
    assert.deepEqual(await places(newsroom), { listed: lists, page: 200 })
    await at(newsroom, '2026-05-04T23:59:59Z')
    assert.deepEqual((await places(newsroom)).listed, lists)
    await at(newsroom, '2026-05-05T00:00:00Z')
    assert.deepEqual(await places(newsroom), { listed: [], page: 200 })
    await engine.close()
  },
)

onBothEngines('rule 26: where use in archives is barred the page goes too', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const meta = `<expires>2026-05-05T00:00:00Z</expires>
    <expires pubconstraint="usage:archive">2026-05-06T00:00:00Z</expires>`
  await newsroom.ingest(wireFile({ meta }))
  await at(newsroom, '2026-05-05T00:00:00Z')
  assert.deepEqual(await places(newsroom), { listed: [], page: 200 })
  await at(newsroom, '2026-05-06T00:00:00Z')
  assert.deepEqual(await places(newsroom), { listed: [], page: 410 })
  for (const form of ['json', 'txt'])
    assert.equal((await newsroom.get(`/articles/${slug}.${form}`)).status, 410)
  await engine.close()
})

onBothEngines('rule 26: a later version may give a story a longer term', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: '<expires>2026-05-05T00:00:00Z</expires>' }))
  await at(newsroom, '2026-05-05T00:00:00Z')
  assert.deepEqual((await places(newsroom)).listed, [])
  await newsroom.ingest(wireFile({ version: 2, meta: '<expires>2026-05-07T00:00:00Z</expires>' }))
  const { listed } = await places(newsroom)
  // The news sitemap has two days of news, the expiry has nothing to do with it.
  assert.deepEqual(listed, lists)
  await engine.close()
})
