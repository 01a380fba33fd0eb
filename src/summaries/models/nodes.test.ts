/** Several nodes of one newsroom ask one model as if they were one. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { TestPlace } from '../../../test/database/engines.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { ModelServer } from '../../../test/servers/model-server.ts'
import { honest, modelServer } from '../../../test/servers/model-server.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { eventually, newsroomOn } from '../../../test/site/newsroom.ts'
import type { Article } from '../../articles/articles.ts'
import type { Worker } from '../../jobs/jobs.ts'
import { runNext } from '../../jobs/jobs.ts'
import { keepPolicy } from '../policy/policy.ts'
import { modelDays } from './requests.queries.ts'
import { writingWorker } from './writing.ts'

interface Node {
  newsroom: Newsroom
  worker: Worker
  /** Works until it finds nothing that it may do. */
  work: () => Promise<void>
}

interface Scene {
  nodes: [Node, Node]
  server: ModelServer
  /** New articles whose summaries are asked for. */
  ask: (count: number) => Promise<Article[]>
  /** Both clocks. */
  pass: (milliseconds: number) => void
}

/** Two nodes on one database, each with a worker as its own process would have it. */
function scene(sentence: string, play: (scene: Scene) => Promise<void>, dailyBudget = 100): void {
  onBothEngines(sentence, async ({ open }: TestPlace, t: TestContext) => {
    const server = await modelServer()
    t.after(() => server.stop())
    const model = { kind: 'openai' as const, url: `${server.url}/v1`, name: 'tern-3', key: 'none' }
    const node = async (): Promise<Node> => {
      const newsroom = newsroomOn(await open())
      newsroom.house.model = 'tern-3'
      const worker = writingWorker({ ...newsroom.house, model: { ...model, dailyBudget } })
      return {
        newsroom,
        worker,
        work: async () => {
          while (await runNext(worker, newsroom.house));
        },
      }
    }
    const nodes: [Node, Node] = [await node(), await node()]
    const [{ newsroom }] = nodes
    await newsroom.house.engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    await play({
      nodes,
      server,
      ask: async (count) => {
        const articles: Article[] = []
        for (let i = 0; i < count; i++) articles.push(await newsroom.publish({}))
        for (const { slug } of articles) await newsroom.post(`/articles/${slug}/summary`, {})
        return articles
      },
      pass: (milliseconds) => {
        for (const {
          newsroom: { clock },
        } of nodes)
          clock.now = new Date(clock.now.getTime() + milliseconds)
      },
    })
    for (const one of nodes) await one.newsroom.house.engine.close()
  })
}

scene('a model is asked two things at once by all nodes together', async (s) => {
  await s.ask(6)
  let most = 0
  const waiting: (() => void)[] = []
  s.server.behave(async (request) => {
    most = Math.max(
      most,
      waiting.push(() => undefined),
    )
    await new Promise<void>((resolve) => (waiting[waiting.length - 1] = resolve))
    return honest(request)
  })
  const loops = s.nodes.flatMap(({ work }) => [work(), work()])
  let answered = 0
  while (answered < 2) {
    await eventually(() => Promise.resolve(waiting.length === 2))
    // Nothing more comes while both are under way, from whichever node.
    for (const { newsroom, worker } of s.nodes)
      assert.equal(await runNext(worker, newsroom.house), false)
    waiting.shift()?.()
    answered += 1
  }
  s.server.behave(honest)
  while (waiting.length > 0) waiting.shift()?.()
  await Promise.all(loops)
  for (const { work } of s.nodes) await work()
  assert.equal(most, 2)
  assert.equal(s.server.requests.length, 6)
})

scene('five failures in a row, on whichever node, leave a model alone on all', async (s) => {
  const [here, there] = s.nodes
  s.server.behave((_, response) => void response.writeHead(500).end())
  await s.ask(3)
  await here.work()
  await s.ask(2)
  await there.work()
  assert.equal(s.server.requests.length, 5)
  await s.ask(2)
  await here.work()
  await there.work()
  assert.equal(s.server.requests.length, 5)
})

scene(
  'after a minute one request of one node tries again, and its answer counts for all',
  async (s) => {
    const [here, there] = s.nodes
    s.server.behave((_, response) => void response.writeHead(500).end())
    await s.ask(5)
    await here.work()
    s.pass(61_000)
    await s.ask(2)
    let answer: (() => void) | undefined
    s.server.behave(async (request) => {
      await new Promise<void>((resolve) => (answer = resolve))
      return honest(request)
    })
    const trying = runNext(here.worker, here.newsroom.house)
    await eventually(() => Promise.resolve(answer !== undefined))
    await there.work()
    assert.equal(s.server.requests.length, 6, 'the other node waits for what this one finds')
    answer?.()
    await trying
    s.server.behave(honest)
    await s.ask(2)
    await there.work()
    await here.work()
    assert.equal(s.server.requests.length, 8)
  },
)

scene('a node that tried and died leaves the next try to another one', async (s) => {
  const [here, there] = s.nodes
  s.server.behave((_, response) => void response.writeHead(500).end())
  await s.ask(5)
  await here.work()
  s.pass(61_000)
  await s.ask(1)
  let isAsked = false
  s.server.behave(() => {
    isAsked = true
    return new Promise<undefined>(() => undefined)
  })
  const dying = runNext(here.worker, here.newsroom.house)
  await eventually(() => Promise.resolve(isAsked))
  // It never answers; for the other node a minute goes by.
  there.newsroom.clock.now = new Date(there.newsroom.clock.now.getTime() + 61_000)
  s.server.behave(honest)
  await there.work()
  assert.equal(s.server.requests.length, 7)
  await s.server.stop()
  await dying
})

scene(
  'the day’s budget is that of all nodes together',
  async (s) => {
    await s.ask(6)
    await Promise.all(s.nodes.map(({ work }) => work()))
    for (const { work } of s.nodes) await work()
    assert.equal(s.server.requests.length, 3)
    const [day] = await modelDays(s.nodes[1].newsroom.house.engine.db, 1)
    assert.equal(day?.requests, 3)
  },
  3,
)
