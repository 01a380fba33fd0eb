import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { onBothEngines } from '../database/engines.ts'
import type { Newsroom } from '../site/newsroom.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { lookEverywhere, outlets, posts, sendEverywhere, slug, unlisted } from './outlets.ts'
import { wireFile } from '../data/wire-file.ts'

/** Words that stand nowhere else: whoever reads one of them has read what is closed. */
const secrets = ['Zanzarell', 'Quombury', 'Vexholm']
const body = [
  'Ministers in Quombury agreed on Monday to close the old canal to barges from the first day of autumn, after eleven months of talks.',
  'The Vexholm lock will be the first to shut its gates, and 46 families who live on boats there must move by the end of July.',
  'The canal has carried coal since 1821 and carried its last load nine years ago, the waterways office said.',
  'Boat owners said that they would ask a court to stop the plan, which costs less than half of what repairs would.',
]
const headline = 'Zanzarell canal closes to barges'

const closings: Record<string, (newsroom: Newsroom) => Promise<void>> = {
  embargoed: async ({ ingest }) => {
    await ingest(wireFile({ headline, body, meta: '<embargoed>2099-01-01T00:00:00Z</embargoed>' }))
  },
  'held by an embargo that nobody can read': async ({ ingest }) => {
    await ingest(wireFile({ headline, body, meta: '<embargoed>after the vote</embargoed>' }))
  },
  withheld: async (newsroom) => {
    await newsroom.ingest(wireFile({ headline, body }))
    await lookEverywhere(newsroom)
    await newsroom.ingest(wireFile({ headline, body, version: 2, status: 'withheld' }))
  },
  canceled: async (newsroom) => {
    await newsroom.ingest(wireFile({ headline, body }))
    await lookEverywhere(newsroom)
    await newsroom.ingest(wireFile({ headline, body, version: 2, status: 'canceled' }))
  },
  'in an unknown state': async ({ ingest }) => {
    await ingest(wireFile({ headline, body, status: 'cancelled' }))
  },
}

onBothEngines('every outlet of the router is known to the test of the gate', async ({ open }) => {
  const engine = await open()
  const { house } = newsroomOn(engine)
  const app = createApp(house, [], { isServing: () => true })
  assert.deepEqual(unlisted(app.routes), [], 'add these to `outlets` or `posts`')
  const known = new Set(app.routes.map(({ method, path }) => `${method} ${path}`))
  const stale = [
    ...Object.keys(outlets).map((path) => `GET ${path}`),
    ...Object.keys(posts).map((path) => `POST ${path}`),
  ].filter((one) => !known.has(one) && !known.has(one.replace(/^\w+/, 'ALL')))
  assert.deepEqual(stale, [], 'take these out')
  await engine.close()
})

test('an outlet that is added unlisted is noticed, whatever method it answers', () => {
  const { house } = newsroomOn(undefined as never)
  const app = createApp(house, [], { isServing: () => true })
  const answer = (c: Context) => c.text('the story')
  app.all('/everything/:slug', answer)
  // Known to answer a GET, and now all else.
  app.all('/search', answer)
  app.all('/desk/*', answer)
  app.get('/more/:slug', answer)
  app.post('/sections/:section', answer)
  app.put('/articles/:slug', answer)
  app.on('PURGE', '/articles/:slug', answer)
  app.route('/later', new Hono().all('/:file', answer))
  assert.deepEqual(unlisted(app.routes), [
    'ALL /everything/:slug',
    'ALL /search',
    'ALL /desk/*',
    'GET /more/:slug',
    'POST /sections/:section',
    'PUT /articles/:slug',
    'PURGE /articles/:slug',
    'ALL /later/:file',
  ])
})

for (const [state, close] of Object.entries(closings)) {
  onBothEngines(`rule 14: a story that is ${state} is read through no outlet`, async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.publish({ content: { headline: 'The open story beside it' } })
    await close(newsroom)
    const seen = [...(await lookEverywhere(newsroom)), ...(await sendEverywhere(newsroom))]
    for (const [address, text] of seen) {
      for (const secret of secrets) {
        // The address itself names the story to whoever knows it already.
        assert.ok(!text.replaceAll(slug, '').includes(secret), `${secret} at ${address}`)
      }
    }
    await engine.close()
  })
}

onBothEngines('the gate’s test would see an open story', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ headline, body }))
  const seen = (await lookEverywhere(newsroom)).filter(([, text]) =>
    secrets.some((secret) => text.includes(secret)),
  )
  assert.ok(seen.length >= 10, `only ${seen.map(([address]) => address).join(', ')}`)
  // A form that is refused comes back with the story around it.
  const answers = await sendEverywhere(newsroom)
  assert.ok(answers.some(([, text]) => secrets.some((secret) => text.includes(secret))))
  await engine.close()
})
