import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../../test/database/engines.ts'
import { feedServer, rss } from '../../../../test/servers/feed-server.ts'
import { newsroomOn } from '../../../../test/site/newsroom.ts'
import { knownSource } from '../../../../test/site/sources.ts'
import type { Engine } from '../../../database/database.ts'
import { deadJobs, runNext } from '../../../jobs/jobs.ts'
import { setSource } from '../../sources/sources.ts'
import * as queries from '../../sources/sources.queries.ts'
import { usualNewItems } from './feed.ts'
import {
  enqueuePolls,
  longestPause,
  pauseAfter,
  pollSource,
  pollWorker,
  resume,
} from './polling.ts'

const name = 'meridian'

async function guids(engine: Engine): Promise<string[]> {
  const rows = await engine.db.selectFrom('items').select('guid').orderBy('id').execute()
  return rows.map(({ guid }) => guid)
}

async function count(engine: Engine, table: 'deliveries' | 'items'): Promise<number> {
  const { count } = await engine.db
    .selectFrom(table)
    .select((s) => s.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

onBothEngines('a feed is asked only for what is new', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const feeds = await feedServer(t)
  const tools = feeds.tools(newsroom)
  await knownSource(engine, name, {
    channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
  })
  const modified = 'Mon, 04 May 2026 10:00:00 GMT'
  feeds.answer = (_, r) =>
    r.writeHead(200, { etag: '"one"', 'last-modified': modified }).end(rss('b', 'a'))
  // Ids sort by their time, so every look at this clock is a millisecond later.
  const { now } = tools.intake
  let looks = 0
  tools.intake.now = () => new Date(now().getTime() + looks++)
  const again = await pollSource(name, tools)
  const pause = (again?.again.getTime() ?? 0) - newsroom.clock.now.getTime()
  assert.ok(pause >= 600_000 && pause < 601_000)
  assert.deepEqual(await guids(engine), ['a', 'b'], 'the oldest first')
  feeds.answer = (_, r) => r.writeHead(304).end()
  await pollSource(name, tools)
  assert.equal(feeds.asked[1]?.headers['if-none-match'], '"one"')
  assert.equal(feeds.asked[1]?.headers['if-modified-since'], modified)
  // A server that knows no conditions sends the same bytes: nothing is stored.
  feeds.answer = (_, r) => r.end(rss('b', 'a'))
  await pollSource(name, tools)
  assert.equal(await count(engine, 'deliveries'), 1)
  feeds.answer = (_, r) => r.end(rss('c', 'b', 'a'))
  await pollSource(name, tools)
  assert.deepEqual(await guids(engine), ['a', 'b', 'c'])
  assert.equal(await count(engine, 'deliveries'), 2)
  await engine.close()
})

onBothEngines(
  'a move for good is remembered, and forgotten where it fails',
  async ({ open }, t) => {
    const engine = await open()
    const feeds = await feedServer(t)
    const tools = feeds.tools(newsroomOn(engine))
    await knownSource(engine, name, {
      channel: { kind: 'feed', address: `${feeds.origin}/old`, interval: 600 },
    })
    let newWorks = true
    feeds.answer = (request, r) => {
      if (request.url === '/old') r.writeHead(301, { location: '/new' }).end()
      else if (newWorks) r.end(rss('a'))
      else r.writeHead(404).end()
    }
    for (let i = 0; i < 2; i++) await pollSource(name, tools)
    newWorks = false
    await pollSource(name, tools)
    newWorks = true
    await pollSource(name, tools)
    const paths = feeds.asked.map(({ path }) => path)
    assert.deepEqual(paths, ['/old', '/new', '/new', '/new', '/old', '/new'])
    await engine.close()
  },
)

onBothEngines('a redirect to a page that is no feed moves nothing', async ({ open }, t) => {
  const engine = await open()
  const feeds = await feedServer(t)
  await knownSource(engine, name, {
    channel: { kind: 'feed', address: `${feeds.origin}/old`, interval: 600 },
  })
  feeds.answer = (request, r) => {
    if (request.url === '/old') r.writeHead(301, { location: '/sign-in' }).end()
    else r.end('<html><body>Please sign in</body></html>')
  }
  await pollSource(name, feeds.tools(newsroomOn(engine)))
  const row = await queries.pollRow(engine.db, name)
  assert.equal(row?.moved_to, null)
  assert.match(row?.trouble ?? '', /web page/)
  assert.equal(row?.etag, null)
  await engine.close()
})

onBothEngines(
  'a feed that is gone is not asked again until somebody says so',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const feeds = await feedServer(t)
    const tools = feeds.tools(newsroom)
    const source = await knownSource(engine, name, {
      channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
    })
    feeds.answer = (_, r) => r.writeHead(410).end()
    assert.equal(await pollSource(name, tools), undefined)
    const row = await queries.pollRow(engine.db, name)
    assert.match(row?.trouble ?? '', /gone for good/)
    await enqueuePolls(engine, [source], newsroom.clock.now)
    const jobTools = { engine, log: newsroom.house.log, now: newsroom.house.now }
    assert.equal(await runNext(pollWorker(tools), jobTools), false)
    await resume(engine, name, newsroom.clock.now)
    feeds.answer = (_, r) => r.end(rss('a'))
    await enqueuePolls(engine, [source], newsroom.clock.now)
    assert.equal(await runNext(pollWorker(tools), jobTools), true)
    assert.deepEqual(await guids(engine), ['a'])
    await engine.close()
  },
)

onBothEngines(
  'a source’s job comes back by itself, and one node at a time has it',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const feeds = await feedServer(t)
    const source = await knownSource(engine, name, {
      channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
    })
    feeds.answer = (_, r) => r.end(rss('a'))
    const jobTools = { engine, log: newsroom.house.log, now: newsroom.house.now }
    const worker = pollWorker(feeds.tools(newsroom))
    await enqueuePolls(engine, [source], newsroom.clock.now)
    await enqueuePolls(engine, [source], newsroom.clock.now)
    const ran = await Promise.all([1, 2, 3].map(() => runNext(worker, jobTools)))
    assert.equal(ran.filter(Boolean).length, 1)
    assert.equal(feeds.asked.length, 1)
    assert.equal(await runNext(worker, jobTools), false)
    newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 600_000)
    assert.equal(await runNext(worker, jobTools), true)
    assert.equal(feeds.asked.length, 2)
    assert.deepEqual(await deadJobs(engine.db), [])
    await engine.close()
  },
)

onBothEngines(
  'failures make the pauses longer, and another address makes a new start',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const feeds = await feedServer(t)
    const tools = feeds.tools(newsroom)
    const source = await knownSource(engine, name, {
      channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
    })
    const pauses: number[] = []
    const ask = async () => {
      const next = await pollSource(name, tools)
      pauses.push(((next?.again.getTime() ?? 0) - newsroom.clock.now.getTime()) / 1000)
    }
    feeds.answer = (_, r) => r.writeHead(500).end()
    await ask()
    await ask()
    feeds.answer = (_, r) => r.writeHead(429, { 'retry-after': '7200' }).end()
    await ask()
    feeds.answer = (_, r) =>
      r.writeHead(503, { 'retry-after': 'Mon, 04 May 2020 10:00:00 GMT' }).end()
    await ask()
    assert.deepEqual(pauses, [1200, 2400, 7200, 9600])
    assert.equal((await queries.pollRow(engine.db, name))?.failures, 4)
    await setSource(engine, {
      ...source,
      channel: { kind: 'feed', address: `${feeds.origin}/other`, interval: 600 },
    })
    feeds.answer = (_, r) => r.end(rss('a'))
    await ask()
    assert.equal(pauses.at(-1), 600)
    assert.equal((await queries.pollRow(engine.db, name))?.failures, 0)
    await engine.close()
  },
)

test('no pause is longer than a day', () => {
  const trouble = { state: {}, trouble: 'It does not answer.' }
  assert.equal(pauseAfter(trouble, 600, 500), longestPause)
  assert.equal(pauseAfter({ ...trouble, retryAfter: 1e9 }, 600, 1), longestPause)
})

onBothEngines(
  'one round takes so many new items and no more, and re-reading adds none',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const feeds = await feedServer(t)
    assert.equal(usualNewItems, 2000)
    const mostNewItems = 30
    const tools = { ...feeds.tools(newsroom), mostNewItems }
    await knownSource(engine, name, {
      channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
    })
    const names = Array.from({ length: mostNewItems + 10 }, (_, i) => `n${i}`)
    // No text, so that no article is made of each.
    const items = names.map((each) => `<item><guid>${each}</guid></item>`).join('')
    const body = `<rss version="2.0"><channel>${items}</channel></rss>`
    feeds.answer = (_, r) => r.writeHead(200, { etag: '"x"' }).end(body)
    const next = await pollSource(name, tools)
    assert.equal(await count(engine, 'items'), mostNewItems)
    assert.ok((next?.again.getTime() ?? 0) - newsroom.clock.now.getTime() < 10_000, 'more at once')
    await pollSource(name, tools)
    assert.equal(feeds.asked[1]?.headers['if-none-match'], undefined)
    assert.equal(await count(engine, 'items'), names.length)
    await pollSource(name, tools)
    assert.equal(await count(engine, 'items'), names.length)
    await engine.close()
  },
)
