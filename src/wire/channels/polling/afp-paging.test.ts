/** AFP’s search as its public client turns its pages, played by a server of our own. */
import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'
import type { TestPlace } from '../../../../test/database/engines.ts'
import { onBothEngines } from '../../../../test/database/engines.ts'
import type { FeedServer } from '../../../../test/servers/feed-server.ts'
import { feedServer } from '../../../../test/servers/feed-server.ts'
import { newsroomOn } from '../../../../test/site/newsroom.ts'
import { knownSource } from '../../../../test/site/sources.ts'
import type { PagedChannel } from '../../sources/sources.ts'
import * as queries from '../../sources/sources.queries.ts'
import { refusedDeliveries } from '../../wire.queries.ts'
import type { PollTools } from './polling.ts'
import { pollSource } from './polling.ts'

interface Document {
  uno: string
  published?: string
  [key: string]: unknown
}

interface Asked {
  maxRows: number
  sortField: string
  sortOrder: string
  dateRange: { from: string; to: string }
  query?: unknown
}

interface Scene {
  feeds: FeedServer
  documents: Document[]
  /** No page has more, whatever was asked for. */
  cap: { rows: number }
  /** Answers in the place of the search; undefined: the search answers. */
  instead: { answer?: (asked: Asked, response: ServerResponse) => boolean }
  poll: () => Promise<void>
  asked: () => Asked[]
  unos: () => Promise<string[]>
  cursor: () => Promise<{ from?: string; trouble: string | null }>
  refused: () => Promise<number>
}

const name = 'afp'
/** Between two questions where nothing is left, in seconds. */
const interval = 30
const start = Date.parse('2026-05-04T10:00:00Z')

function document(number: number, at = start + number * 1000): Document {
  return {
    uno: `newsml.example.doc-${String(number).padStart(4, '0')}`,
    published: new Date(at).toISOString(),
    status: 'Usable',
    lang: 'en',
    class: 'text',
    revision: 1,
    headline: `Invented story, number ${number}`,
    news: [`It is told under the number ${number}.`],
  }
}

const documents = (count: number, at?: number): Document[] =>
  Array.from({ length: count }, (_, i) => document(i, at))

function scene(
  sentence: string,
  play: (scene: Scene) => Promise<void>,
  more: Partial<PagedChannel> = {},
): void {
  onBothEngines(sentence, async ({ open }: TestPlace, t: TestContext) => {
    const engine = await open()
    const feeds = await feedServer(t)
    const tools = feeds.tools(newsroomOn(engine))
    await knownSource(engine, name, {
      channel: {
        kind: 'paged',
        pages: 'afp',
        address: `${feeds.origin}/v1/api/search`,
        interval,
        headers: {},
        ...more,
      },
    })
    const searches = () => feeds.asked.filter(({ path }) => path === '/v1/api/search')
    const asked = () => searches().map(({ body }) => JSON.parse(body) as Asked)
    const here: Scene = {
      feeds,
      documents: [],
      cap: { rows: 1000 },
      instead: {},
      poll: () => roundsOf(tools),
      asked,
      unos: async () => {
        const rows = await engine.db.selectFrom('items').select('guid').orderBy('guid').execute()
        return rows.map(({ guid }) => guid.replace(/^urn:newsml:afp\.com:/, ''))
      },
      cursor: async () => {
        const row = await queries.pollRow(engine.db, name)
        const cursor = JSON.parse(row?.cursor ?? '{}') as { from?: string }
        return { ...cursor, trouble: row?.trouble ?? null }
      },
      refused: async () => (await refusedDeliveries(engine.db, 10)).length,
    }
    feeds.answer = (request, response) => answerAs(here, request, response)
    await play(here)
    await engine.close()
  })
}

/** Rounds until one leaves nothing: a slow machine has less time in each, and asks the same in all. */
async function roundsOf(tools: PollTools): Promise<void> {
  for (;;) {
    const next = await pollSource(name, tools)
    const pause = (next?.again.getTime() ?? Infinity) - tools.intake.now().getTime()
    if (pause >= interval * 1000) return
  }
}

/** A token for whoever asks, and the search as it is documented: from a time on, the oldest first. */
function answerAs(here: Scene, request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/oauth/token'))
    return void response.end('{"access_token":"t0ken","refresh_token":"r","expires_in":3600}')
  const question = here.asked().at(-1) as Asked
  if (here.instead.answer?.(question, response)) return
  const from = Date.parse(question.dateRange.from)
  const found = here.documents
    .filter(({ published = '' }) => Date.parse(published) >= from)
    .toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))
  const docs = found.slice(0, Math.min(question.maxRows, here.cap.rows))
  response.end(JSON.stringify({ response: { docs, numFound: found.length } }))
}

const unosOf = (all: Document[]) => all.map(({ uno }) => uno).toSorted()

scene(
  'each page begins where the last one ended, and the question is the operator’s',
  async (s) => {
    s.documents = documents(250)
    await s.poll()
    assert.deepEqual(await s.unos(), unosOf(s.documents))
    const asked = s.asked()
    assert.deepEqual(
      asked.map(({ dateRange }) => dateRange.from),
      ['2026-05-03T12:00:00.000Z', s.documents[99]?.published, s.documents[198]?.published],
    )
    for (const { sortField, sortOrder, dateRange, query } of asked)
      assert.deepEqual(
        [sortField, sortOrder, dateRange.to, query],
        ['published', 'asc', 'now', { name: 'lang', in: ['en'] }],
      )
    assert.equal((await s.cursor()).from, s.documents[249]?.published)
    await s.poll()
    assert.equal(s.asked().length, 4, 'nothing new is one question')
  },
  { query: { name: 'lang', in: ['en'] } },
)

scene('documents of one instant do not hold a page up for ever', async (s) => {
  s.documents = [document(0), ...documents(260, start + 5000).slice(1), document(300)]
  await s.poll()
  assert.deepEqual(await s.unos(), unosOf(s.documents))
  assert.ok(s.asked().some(({ maxRows }) => maxRows === 400))
  s.documents.push(document(301))
  await s.poll()
  assert.deepEqual(await s.unos(), unosOf(s.documents))
})

scene(
  'more documents of one instant than a page may hold are a trouble, and none is passed over',
  async (s) => {
    s.documents = documents(60, start)
    s.cap.rows = 40
    await s.poll()
    assert.equal(s.asked().at(-1)?.maxRows, 1000)
    const { from, trouble } = await s.cursor()
    assert.match(trouble ?? '', /More documents have one time of publication than a page holds/)
    assert.equal(from, new Date(start).toISOString())
  },
)

scene(
  'a page that is shorter than was asked for is not the last one where more were found',
  async (s) => {
    s.documents = documents(120)
    s.cap.rows = 40
    await s.poll()
    assert.deepEqual(await s.unos(), unosOf(s.documents))
  },
)

scene('the cursor stays before a page that failed, and goes on from there', async (s) => {
  s.documents = documents(250)
  s.instead.answer = (_, response) => {
    if (s.asked().length !== 2) return false
    response.writeHead(500).end()
    return true
  }
  await s.poll()
  const stopped = await s.cursor()
  assert.equal(stopped.from, s.documents[99]?.published)
  assert.match(stopped.trouble ?? '', /500/)
  assert.equal((await s.unos()).length, 100)
  await s.poll()
  assert.deepEqual(await s.unos(), unosOf(s.documents))
})

scene('one document that cannot be read is set apart and holds up nothing', async (s) => {
  s.documents = documents(30)
  s.documents[7] = { ...document(7), revision: 'x'.repeat(2000) }
  await s.poll()
  assert.equal((await s.unos()).length, 29)
  assert.equal(await s.refused(), 1)
  assert.equal((await s.cursor()).from, s.documents[29]?.published)
})

const odd: [string, unknown, RegExp | null][] = [
  ['is none', { message: 'Quota exceeded' }, /has no response/],
  ['is empty', { response: { docs: [], numFound: 0 } }, null],
  ['has no list', { response: { numFound: 0 } }, null],
  ['ends without a time', { response: { docs: [{ uno: 'x' }] } }, /does not say when/],
  [
    'ends with what is no time',
    { response: { docs: [{ uno: 'x', published: 'now' }] } },
    /does not say when/,
  ],
  [
    'runs backwards',
    { response: { docs: [document(1), document(0, start - 90_000_000)] } },
    /not in the order/,
  ],
]
for (const [what, page, trouble] of odd) {
  scene(`a page of AFP’s that ${what} moves no cursor`, async (s) => {
    s.documents = documents(3)
    await s.poll()
    const before = await s.cursor()
    s.instead.answer = (_, response) => {
      response.end(JSON.stringify(page))
      return true
    }
    await s.poll()
    const after = await s.cursor()
    assert.equal(after.from, before.from)
    if (trouble === null) assert.equal(after.trouble, null)
    else assert.match(after.trouble ?? '', trouble)
    assert.equal((await s.unos()).length, 3)
  })
}

scene('without an account the token is asked for as anybody may', async (s) => {
  s.documents = documents(1)
  await s.poll()
  const [token, search] = s.feeds.asked
  assert.deepEqual([token?.path, token?.body], ['/oauth/token?grant_type=anonymous', ''])
  assert.equal(search?.headers.authorization, 'Bearer t0ken')
})
