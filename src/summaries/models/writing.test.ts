import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Article } from '../../articles/articles.ts'
import { runNext } from '../../jobs/jobs.ts'
import type { TestPlace } from '../../../test/database/engines.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Behaviour, ModelServer } from '../../../test/servers/model-server.ts'
import { modelServer } from '../../../test/servers/model-server.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { harbourStory, newsroomOn } from '../../../test/site/newsroom.ts'
import { keepPolicy } from '../policy/policy.ts'
import { modelDays, requestRow } from './requests.queries.ts'
import * as queries from '../summaries.queries.ts'
import { summaryOf } from '../summaries.ts'
import type { ModelConfig } from './model.ts'
import { writingWorker } from './writing.ts'

interface Scene {
  newsroom: Newsroom
  server: ModelServer
  article: Article
  /** Presses "Ask for one in a machine's words" and lets the worker do its work. */
  ask: (article?: Article) => Promise<void>
  shown: (article?: Article) => Promise<string[]>
}

/** A newsroom with a model that goes out at once, and one article with its extract. */
function scene(
  sentence: string,
  play: (scene: Scene) => Promise<void>,
  model: Partial<ModelConfig> = {},
): void {
  onBothEngines(sentence, async ({ open }: TestPlace, t: TestContext) => {
    const server = await modelServer()
    t.after(() => server.stop())
    const engine = await open()
    const newsroom = newsroomOn(engine)
    newsroom.house.model = 'tern-3'
    await engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    const article = await newsroom.publish({})
    const config: ModelConfig = {
      kind: 'openai',
      url: `${server.url}/v1`,
      name: 'tern-3',
      key: 'not-a-real-key',
      dailyBudget: 100,
      ...model,
    }
    const worker = writingWorker({ ...newsroom.house, model: config, time: 400 })
    await play({
      newsroom,
      server,
      article,
      ask: async (which = article) => {
        await newsroom.post(`/articles/${which.slug}/summary`, {})
        while (await runNext(worker, newsroom.house));
      },
      shown: async (which = article) =>
        (await summaryOf(engine.db, which)).summary?.sentences.map(({ text }) => text) ?? [],
    })
    await engine.close()
  })
}

const said = (...texts: string[]) =>
  JSON.stringify({ sentences: texts.map((text) => ({ text, paragraphs: [1] })) })

scene('an honest model’s sentences are shown, each with its passage', async (s) => {
  await s.ask()
  const { summary } = await summaryOf(s.newsroom.house.engine.db, s.article)
  assert.equal(summary?.method, 'tern-3')
  assert.deepEqual(summary.sentences[0]?.text, harbourStory[0])
  assert.equal(summary.sentences[0]?.evidence[0]?.paragraph, 1)
  const page = await (await s.newsroom.get(`/articles/${s.article.slug}`)).text()
  assert.match(page, /Written by machine \(tern-3\)/)
  assert.match(page, /TrainedAlgorithmicMediaDigitalSource/)
  const [request] = s.server.requests
  assert.equal(request?.path, '/v1/chat/completions')
  assert.equal(request.headers.authorization, 'Bearer not-a-real-key')
  assert.ok(!JSON.stringify(request.body).includes('tools'))
  assert.ok(!request.user.includes('harbour board of'), 'the spaces of the article are marked')
})

scene(
  'a model is asked through messages where its protocol is that',
  async (s) => {
    await s.ask()
    assert.equal(s.server.requests[0]?.path, '/v1/v1/messages')
    assert.equal(s.server.requests[0].headers['x-api-key'], 'not-a-real-key')
    assert.equal((await s.shown())[0], harbourStory[0])
  },
  { kind: 'anthropic' },
)

scene('wrong sentences are withheld and the others shown; nothing of them leaks', async (s) => {
  s.server.behave(() =>
    said(
      harbourStory[0]!.replace('40 metres', '60 metres'),
      'The harbour board of Corvane voted on Tuesday to rebuild the north quay.',
      'The contract goes to Halvard and Daughters, a company from Corvane.',
      'Work will not begin in March.',
      'Call +44 20 7946 0018 for shares in Halvard and Daughters.',
      'La junta del puerto votó el martes por reconstruir el muelle norte.',
    ),
  )
  await s.ask()
  assert.deepEqual(await s.shown(), [
    'The contract goes to Halvard and Daughters, a company from Corvane.',
  ])
  const [day] = await modelDays(s.newsroom.house.engine.db, 1)
  assert.deepEqual([day?.sentences, day?.withheld], [6, 5])
})

scene('a model of which nothing holds leaves the extract where it was', async (s) => {
  const before = await s.shown()
  s.server.behave(() => said('The quay was sold to a bank.'))
  await s.ask()
  assert.deepEqual(await s.shown(), before)
})

const forever = new Promise<undefined>(() => undefined)
const troubles: Record<string, Behaviour> = {
  'says nothing': () => forever,
  'never ends': (_, response) => {
    response.writeHead(200)
    const more = setInterval(() => response.write(' '.repeat(100)), 5)
    response.on('close', () => clearInterval(more))
    return forever
  },
  'sends 100 MB': (_, response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      response.once('drain', more)
    }
    more()
    return forever
  },
  'sends broken JSON': (_, response) => {
    response.end('{"choices":[{"mess')
    return forever
  },
  'sends another form': (_, response) => {
    response.end('{"answer":42}')
    return forever
  },
  'writes another form': () => '{"summary":"The harbour board voted."}',
  'writes prose': () => 'Here is the summary you asked for!',
  'answers 429': (_, response) => {
    response.writeHead(429).end('{}')
    return forever
  },
  'answers 500': (_, response) => {
    response.writeHead(500).end('oops')
    return forever
  },
  'sends elsewhere': (_, response) => {
    response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()
    return forever
  },
  'closes midway': (_, response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.write('{"choices"')
    setTimeout(() => response.destroy(), 10)
    return forever
  },
}

scene('whatever an endpoint does wrong, the extract stays and the figures say so', async (s) => {
  const before = await s.shown()
  for (const [i, [name, behaviour]] of Object.entries(troubles).entries()) {
    s.server.behave(behaviour)
    // An hour later the breaker has long let go, and the same article may be asked for again.
    s.newsroom.clock.now = new Date(s.newsroom.clock.now.getTime() + 3_600_000)
    await s.ask()
    const request = await requestRow(s.newsroom.house.engine.db, s.article.id, 1)
    assert.equal(request?.outcome, 'failed', name)
    assert.deepEqual(await s.shown(), before, name)
    const [day] = await modelDays(s.newsroom.house.engine.db, 1)
    assert.ok(day && (day.failures === i + 1 || day.failures <= i), name)
  }
})

scene('the breaker opens after five failures and tries one again after a minute', async (s) => {
  s.server.behave(troubles['answers 500']!)
  const articles = []
  for (let i = 0; i < 8; i++) articles.push(await s.newsroom.publish({}))
  for (const article of articles.slice(0, 7)) await s.ask(article)
  assert.equal(s.server.requests.length, 5)
  s.newsroom.clock.now = new Date(s.newsroom.clock.now.getTime() + 61_000)
  await s.ask(articles[7])
  assert.equal(s.server.requests.length, 6)
})

scene(
  'no more is asked than the day’s budget',
  async (s) => {
    for (let i = 0; i < 4; i++) await s.ask(await s.newsroom.publish({}))
    assert.equal(s.server.requests.length, 2)
  },
  { dailyBudget: 2 },
)

scene('however many readers ask, a revision is asked for once', async (s) => {
  const path = `/articles/${s.article.slug}/summary`
  await Promise.all(Array.from({ length: 12 }, () => s.newsroom.post(path, {})))
  await s.ask()
  await s.ask()
  assert.equal(s.server.requests.length, 1)
})

scene('a closed story and one that a licence keeps from models are sent to nobody', async (s) => {
  for (const use of ['extract', 'refused'] as const) {
    const kept = await s.newsroom.publish({
      content: { machineUse: use },
    })
    await s.ask(kept)
  }
  await s.ask(await s.newsroom.publish({ facts: { pubStatus: 'withheld' } }))
  assert.equal(s.server.requests.length, 0)
})

scene('an archive story waits for its model on a page without scripts', async (s) => {
  const { engine } = s.newsroom.house
  for (const row of await queries.liveRows(engine.db, s.article.id))
    await engine.write((tx) => queries.updateSummary(tx, row.id, { withdrawn_at: 'x' }))
  s.newsroom.house.pages.forgetAll()
  const path = `/articles/${s.article.slug}`
  const page = async () => (await s.newsroom.get(path)).text()
  assert.match(await page(), /Summarize this article/)
  await s.newsroom.post(`${path}/summary`, {})
  assert.match(await page(), /is being made\. <a href="[^"]+">Look again<\/a>/)
  await s.ask()
  assert.match(await page(), /Written by machine \(tern-3\)/)
})

scene('a model’s summary waits for an editor where the newsroom wants it so', async (s) => {
  const { engine } = s.newsroom.house
  await engine.write((tx) => keepPolicy(tx, {}))
  await s.ask()
  assert.equal((await summaryOf(engine.db, s.article)).summary?.method, 'extract')
  assert.equal((await queries.unexaminedRows(engine.db, 5)).length, 1)
})
