import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { onBothEngines } from '../../../../test/database/engines.ts'
import type { FeedServer } from '../../../../test/servers/feed-server.ts'
import { feedServer } from '../../../../test/servers/feed-server.ts'
import { newsroomOn } from '../../../../test/site/newsroom.ts'
import { knownSource } from '../../../../test/site/sources.ts'
import type { Engine } from '../../../database/database.ts'
import * as queries from '../../sources/sources.queries.ts'
import { replayDelivery } from '../../watching/replaying.ts'
import { refusedDeliveries } from '../../wire.queries.ts'
import { pollSource } from './polling.ts'

const name = 'agency'

const apItem = (id: string) => ({
  item: {
    altids: { itemid: id },
    version: '1',
    type: 'text',
    headline: `The story of ${id}`,
    pubstatus: 'usable',
    signals: ['newscontent'],
    versioncreated: '2026-05-04T10:00:00Z',
    body_text: `Invented, under the name of ${id}.`,
  },
})

/** Pages as AP's documentation shows them: each names the next one, the last one is empty. */
function playAp(feeds: FeedServer, pages: unknown[][]): void {
  feeds.answer = (request, response) => {
    const page = Number(new URL(request.url ?? '', feeds.origin).searchParams.get('seq') ?? 0)
    const items = pages[page] ?? []
    const next = Math.min(page + 1, pages.length)
    const data = {
      current_item_count: items.length,
      items,
      next_page: `${feeds.origin}/ap?seq=${next}`,
    }
    response.end(JSON.stringify({ api_version: '1.1', data }))
  }
}

async function cursorOf(engine: Engine): Promise<unknown> {
  return JSON.parse((await queries.pollRow(engine.db, name))?.cursor ?? 'null')
}

async function guids(engine: Engine): Promise<string[]> {
  const rows = await engine.db.selectFrom('items').select('guid').orderBy('guid').execute()
  return rows.map(({ guid }) => guid.replace(/^.*[:]/, ''))
}

async function apSource(engine: Engine, feeds: FeedServer): Promise<void> {
  await knownSource(engine, name, {
    channel: {
      kind: 'paged',
      pages: 'ap',
      address: `${feeds.origin}/ap`,
      interval: 30,
      headers: { 'x-api-key': 'key' },
    },
  })
}

onBothEngines('AP’s pages are read to the end, and on from there', async ({ open }, t) => {
  const engine = await open()
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroomOn(engine))
  await apSource(engine, feeds)
  playAp(feeds, [[apItem('a'), apItem('b')], [apItem('c')]])
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c'])
  assert.ok(feeds.asked.every(({ headers }) => headers['x-api-key'] === 'key'))
  playAp(feeds, [[apItem('a'), apItem('b')], [apItem('c')], [apItem('d')]])
  feeds.asked.length = 0
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c', 'd'])
  assert.deepEqual(
    feeds.asked.map(({ path }) => path),
    ['/ap?seq=2', '/ap?seq=3'],
  )
  await engine.close()
})

/** What both engines say of a disk that has no room. */
const fullDisk = Object.assign(new Error('no room on the disk'), { code: '53100', errcode: 13 })

/** An AP source with three pages; storing the item "poison" fails. */
async function poisoned(engine: Engine, t: TestContext, fault: Error) {
  const newsroom = newsroomOn(engine)
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroom)
  await apSource(engine, feeds)
  playAp(feeds, [[apItem('a')], [apItem('b'), apItem('poison'), apItem('c')], [apItem('d')]])
  const { onRevision } = tools.intake
  tools.intake.onRevision = (tx, article, now) =>
    article.headline.includes('poison') ? Promise.reject(fault) : onRevision(tx, article, now)
  return { feeds, tools, heal: () => (tools.intake.onRevision = onRevision) }
}

onBothEngines('rule 4: the cursor never passes what had no room', async ({ open }, t) => {
  const engine = await open()
  const { feeds, tools, heal } = await poisoned(engine, t, fullDisk)
  await pollSource(name, tools)
  assert.equal(await cursorOf(engine), `${feeds.origin}/ap?seq=1`)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c'], 'the others of its page are there')
  assert.match((await queries.pollRow(engine.db, name))?.trouble ?? '', /could not be stored/)
  heal()
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c', 'd', 'poison'])
  await engine.close()
})

onBothEngines('rule 4: a poison item is set apart and stops no source', async ({ open }, t) => {
  const engine = await open()
  const { feeds, tools, heal } = await poisoned(engine, t, new Error('an odd fault'))
  await pollSource(name, tools)
  assert.equal(await cursorOf(engine), `${feeds.origin}/ap?seq=3`)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c', 'd'])
  const [kept, ...others] = await refusedDeliveries(engine.db, 10)
  assert.match(kept?.refusal ?? '', /poison.*could not be stored: an odd fault/)
  assert.deepEqual(others, [])
  heal()
  await replayDelivery(kept?.id ?? '', tools.intake)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c', 'd', 'poison'])
  assert.deepEqual(await refusedDeliveries(engine.db, 10), [])
  await engine.close()
})

onBothEngines(
  'an item that cannot be read is set apart and holds up nothing',
  async ({ open }, t) => {
    const engine = await open()
    const feeds = await feedServer(t)
    await apSource(engine, feeds)
    const broken = { item: { altids: { itemid: 'broken' }, type: 'advisory' } }
    playAp(feeds, [[apItem('a'), broken], [apItem('b')]])
    await pollSource(name, feeds.tools(newsroomOn(engine)))
    assert.equal(await cursorOf(engine), `${feeds.origin}/ap?seq=2`)
    assert.ok((await guids(engine)).includes('b'))
    await engine.close()
  },
)

const faulty: [what: string, answer: FeedServer['answer']][] = [
  ['no JSON', (_, r) => r.end('<html/>')],
  ['a page without a next one', (_, r) => r.end('{"data":{"items":[]}}')],
  ['a refused key', (_, r) => r.writeHead(401).end()],
  ['a server in trouble', (_, r) => r.writeHead(500).end()],
]
onBothEngines('an answer that is no page moves nothing', async ({ open }, t) => {
  const engine = await open()
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroomOn(engine))
  await apSource(engine, feeds)
  for (const [what, answer] of faulty) {
    feeds.answer = answer
    await pollSource(name, tools)
    assert.equal(await cursorOf(engine), null, what)
    assert.ok((await queries.pollRow(engine.db, name))?.trouble, what)
  }
  feeds.answer = (_, r) =>
    r.end('{"data":{"items":[],"next_page":"http://elsewhere.example/ap?seq=1"}}')
  await pollSource(name, tools)
  feeds.asked.length = 0
  await pollSource(name, tools)
  assert.deepEqual(feeds.asked, [], 'the key does not go to another host')
  await engine.close()
})

const afpDocument = (uno: string, published: string) => ({
  uno,
  published,
  status: 'Usable',
  lang: 'en',
  class: 'text',
  revision: 1,
  headline: `The story of ${uno}`,
  news: [`Invented, under the name of ${uno}.`],
})

onBothEngines('AFP’s search is read on from the last time of publication', async ({ open }, t) => {
  const engine = await open()
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroomOn(engine))
  await knownSource(engine, name, {
    channel: {
      kind: 'paged',
      pages: 'afp',
      address: `${feeds.origin}/v1/api/search`,
      interval: 30,
      headers: { authorization: 'Basic client' },
      login: 'reader:secret',
    },
  })
  const all = ['a', 'b', 'c'].map((uno, i) => afpDocument(uno, `2026-05-04T11:0${i}:00Z`))
  feeds.answer = (request, response) => {
    if (request.url === '/oauth/token') return void response.end('{"access_token":"t0ken"}')
    const asked = JSON.parse(feeds.asked.at(-1)?.body ?? '') as { dateRange: { from: string } }
    const docs = all.filter(
      ({ published }) => Date.parse(published) >= Date.parse(asked.dateRange.from),
    )
    response.end(JSON.stringify({ response: { docs, numFound: docs.length } }))
  }
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c'])
  const [token, search] = feeds.asked
  assert.equal(token?.headers.authorization, 'Basic client')
  assert.equal(token?.body, 'grant_type=password&username=reader&password=secret')
  assert.equal(search?.headers.authorization, 'Bearer t0ken')
  all.push(afpDocument('d', '2026-05-04T11:05:00Z'))
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c', 'd'])
  assert.match(feeds.asked.at(-1)?.body ?? '', /"from":"2026-05-04T11:02:00Z"/)
  await engine.close()
})

onBothEngines('the text of an AP story is fetched with it', async ({ open }, t) => {
  const engine = await open()
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroomOn(engine))
  await apSource(engine, feeds)
  const story = (id: string) => {
    const { body_text: _, ...item } = apItem(id).item
    return { item: { ...item, renditions: { nitf: { href: `${feeds.origin}/text/${id}` } } } }
  }
  playAp(feeds, [[story('whole'), story('missing')]])
  const pages = feeds.answer
  const nitf =
    '<nitf><body><body.content><block><p>The text came apart.</p></block></body.content></body></nitf>'
  let works = false
  feeds.answer = (request, response) => {
    if (request.url === '/text/missing') response.writeHead(404).end()
    else if (request.url !== '/text/whole') pages(request, response)
    else if (works) response.end(nitf)
    else response.writeHead(503).end()
  }
  await pollSource(name, tools)
  assert.deepEqual([await cursorOf(engine), await guids(engine)], [null, []])
  works = true
  await pollSource(name, tools)
  const versions = await engine.db.selectFrom('item_versions').select('item').execute()
  const bodies = versions.map(
    ({ item }) => (JSON.parse(item) as { standfirst: { bodyText: string } }).standfirst.bodyText,
  )
  assert.deepEqual(bodies.toSorted(), ['', 'The text came apart.'])
  assert.ok(
    feeds.asked.every(({ headers }) => headers['x-api-key'] === 'key'),
    'the key goes with the texts too',
  )
  await engine.close()
})
