/**
 * What each switch of a source means at each outlet. A new outlet is named here or the types refuse;
 * a new queue is named here or the test does.
 */
import assert from 'node:assert/strict'
import { readFileSync, globSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { runNext } from '../../src/jobs/jobs.ts'
import { intakeOf } from '../../src/intake-tools.ts'
import { workersOf } from '../../src/serve.ts'
import { keepPolicy } from '../../src/summaries/policy/policy.ts'
import type { Source } from '../../src/wire/sources/sources.ts'
import { onBothEngines } from '../database/engines.ts'
import type { ModelServer } from '../servers/model-server.ts'
import { modelServer } from '../servers/model-server.ts'
import type { Newsroom } from '../site/newsroom.ts'
import { harbourStory, newsroomOn } from '../site/newsroom.ts'
import type { Outcome } from './outlet-judges.ts'
import { credit, elsewhere, holdsWords, plain, problemsOf } from './outlet-judges.ts'
import type { Seen } from './outlets.ts'
import { lookEverywhere, outlets, slug } from './outlets.ts'
import { knownSource } from '../site/sources.ts'

interface Switch {
  settings: Partial<Source>
  /** Fields of the item itself. */
  item?: object
  means: Partial<Outcome>
}

const link = { altIds: [{ role: 'link', value: elsewhere }] }
const prohibited = {
  rightsInfo: { dataMining: { uri: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED' } },
}

const switches: Record<string, Switch> = {
  'publish by-itself': { settings: {}, means: {} },
  'publish through-desk': { settings: { publish: 'through-desk' }, means: { isOpen: false } },
  'summary off, which is our own affair': {
    settings: { summary: 'off' },
    means: { summary: 'none' },
  },
  'summary off, of an item that prohibits mining': {
    settings: { summary: 'off' },
    item: prohibited,
    means: { summary: 'none', isReserved: true },
  },
  'summary off and data-mining reserved': {
    settings: { summary: 'off', dataMining: 'reserved' },
    means: { summary: 'none', isReserved: true },
  },
  'summary extract': { settings: { summary: 'extract' }, means: {} },
  'summary model': { settings: { summary: 'model' }, means: { summary: 'model' } },
  'search-engines index': { settings: { searchEngines: 'index' }, item: link, means: {} },
  'search-engines noindex': {
    settings: { searchEngines: 'noindex' },
    item: link,
    means: { index: 'noindex' },
  },
  'search-engines canonical': {
    settings: { searchEngines: 'canonical' },
    item: link,
    means: { index: 'canonical' },
  },
  'search-engines canonical, of an item without an address': {
    settings: { searchEngines: 'canonical' },
    means: { index: 'noindex' },
  },
  'data-mining reserved': { settings: { dataMining: 'reserved' }, means: { isReserved: true } },
  'data-mining as the item prohibits it, whatever the summary switch says': {
    settings: { summary: 'model' },
    item: prohibited,
    means: { summary: 'none', isReserved: true },
  },
  'data-mining licensed to us, which others do not learn': {
    settings: { summary: 'model', dataMining: 'licensed' },
    item: prohibited,
    means: { summary: 'model', isReserved: true },
  },
}

/** Every queue, and whether its work could carry the words of a story out of the house. */
const queues: Record<string, 'nothing of a story' | 'the text, where a model may see it'> = {
  usage: 'nothing of a story',
  'picture-fetch': 'nothing of a story',
  'picture-renditions': 'nothing of a story',
  'picture-turns': 'nothing of a story',
  summaries: 'the text, where a model may see it',
}

test('every queue that a site works on is known to the test of the switches', async () => {
  const source = (file: string) => readFileSync(file, 'utf8')
  const starting = globSync('src/**/*.ts').filter((file) => source(file).includes('startWorkers(['))
  // Channels start the one that asks sources; all others come from serve.ts.
  assert.deepEqual(starting, ['src/wire/channels/channels.ts'])
  const { house } = newsroomOn(undefined as never)
  const model = modelAt('http://127.0.0.1:9')
  const workers = await workersOf(
    { model, outgoingHosts: [] },
    house,
    intakeOf(house),
    new AbortController().signal,
  )
  assert.deepEqual(workers.map(({ queue }) => queue).toSorted(), Object.keys(queues).toSorted())
})

for (const [name, { settings, item, means }] of Object.entries(switches)) {
  onBothEngines(`rules 22 and 23: ${name}, at every outlet`, async ({ open }, t) => {
    const engine = await open()
    const model = await modelServer()
    t.after(() => model.stop())
    const newsroom = newsroomOn(engine)
    await engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    newsroom.house.model = 'tern-3'
    await knownSource(engine, 'meridian', { creditline: credit, ...settings })
    await newsroom.ingest(story(item), 'meridian')
    await askAndWork(newsroom, model, t)
    const outcome = { ...plain, ...means }
    assert.equal(model.requests.length, outcome.summary === 'model' ? 1 : 0, 'requests to a model')
    await judgeAll(newsroom, outcome)
    await engine.close()
  })
}

/** Asks for a summary as a reader would, and works until no queue has anything due. */
async function askAndWork(
  { house, post }: Newsroom,
  server: ModelServer,
  t: TestContext,
): Promise<void> {
  await post(`/articles/${slug}/summary`, {})
  const stopping = new AbortController()
  t.after(() => stopping.abort())
  const config = { model: modelAt(server.url), outgoingHosts: [] }
  for (const worker of await workersOf(config, house, intakeOf(house), stopping.signal))
    while (await runNext(worker, house));
  house.pages.forgetAll()
}

function modelAt(url: string) {
  return { kind: 'openai' as const, url: `${url}/v1`, name: 'tern-3', key: 'none', dailyBudget: 9 }
}

async function judgeAll(newsroom: Newsroom, outcome: Outcome): Promise<void> {
  const seen = new Map(await lookEverywhere(newsroom))
  let shown = 0
  for (const [route, addresses] of Object.entries(outlets) as [keyof typeof outlets, string[]][]) {
    for (const address of addresses) {
      const answer: Seen = [address, seen.get(address) ?? '']
      // A story that waits at the desk stands in no outlet, of whatever kind.
      const problems = outcome.isOpen ? problemsOf(route, answer, outcome) : []
      assert.deepEqual(problems, [], address)
      if (holdsWords(answer)) shown += 1
    }
  }
  assert.ok(outcome.isOpen ? shown >= 9 : shown === 0, `words of the story in ${shown} answers`)
}

/** An invented ninjs item that has a summary. */
function story(more: object = {}): string {
  return JSON.stringify({
    $schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
    uri: 'urn:newsml:wire.example:20260504:canal',
    standard: { name: 'ninjs', version: '3.0' },
    type: 'text',
    version: '1',
    pubStatus: 'usable',
    versionCreated: '2026-05-04T09:00:00Z',
    language: 'en',
    headlines: [{ role: 'main', value: 'Zanzarell canal closes to barges' }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: harbourStory.join('\n\n') }],
    ...more,
  })
}
