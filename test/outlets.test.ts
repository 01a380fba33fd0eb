import assert from 'node:assert/strict'
import { createApp } from '../src/app.ts'
import { onBothEngines } from './engines.ts'
import type { Newsroom } from './newsroom.ts'
import { newsroomOn } from './newsroom.ts'
import { lookEverywhere, outlets, slug } from './outlets.ts'
import { wireFile } from './wire-file.ts'

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
  const patterns = app.routes
    .filter(({ method, path }) => method === 'GET' && path !== '/*')
    .map(({ path }) => path)
  assert.deepEqual(
    [...new Set(patterns)].filter((path) => !(path in outlets)),
    [],
    'add these to `outlets`',
  )
  await engine.close()
})

for (const [state, close] of Object.entries(closings)) {
  onBothEngines(`rule 14: a story that is ${state} is read through no outlet`, async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.publish({ content: { headline: 'The open story beside it' } })
    await close(newsroom)
    for (const [address, text] of await lookEverywhere(newsroom)) {
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
  await engine.close()
})
