import assert from 'node:assert/strict'
import { createApp } from '../src/app.ts'
import { onBothEngines } from './engines.ts'
import type { Newsroom } from './newsroom.ts'
import { newsroomOn } from './newsroom.ts'
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
const slug = 'zanzarell-canal-closes-to-barges'

/** Every route that answers a GET, with addresses that would show the closed story if they could. */
const outlets: Record<string, string[]> = {
  '/': ['/'],
  '/sections/:section': ['/sections/world', '/sections/news'],
  '/search': ['/search?q=canal', '/search?q=waterways+office'],
  '/articles/:slug': [
    `/articles/${slug}`,
    `/articles/${slug}.json`,
    `/articles/${slug}.txt`,
    `/articles/${slug}?sort=best`,
    '/articles/the-open-story-beside-it',
  ],
  '/articles/:slug/summary': [`/articles/${slug}/summary`],
  '/articles/:slug/summary/flags': [`/articles/${slug}/summary/flags?sentence=1`],
  '/articles/:slug/summary/flags/:id': [
    `/articles/${slug}/summary/flags/01kqsdr2g0m871bdnj4gxb7zz8`,
  ],
  '/summaries/:file': [
    '/summaries/register',
    '/summaries/register.html',
    '/summaries/register.csv',
    '/summaries/register.json',
  ],
  '/desk/summaries': ['/desk/summaries'],
  '/desk/summaries/of/:id': ['/desk/summaries/of/01kqsdr2g0m871bdnj4gxb7zz8'],
  '/desk/summaries/try': ['/desk/summaries/try'],
  '/desk/summaries/policy': ['/desk/summaries/policy'],
  '/desk/summaries/record.csv': ['/desk/summaries/record.csv'],
  '/desk/summaries/record.json': ['/desk/summaries/record.json'],
  '/articles/:slug/mood': [`/articles/${slug}/mood`],
  '/articles/:slug/comments': [`/articles/${slug}/comments`],
  '/articles/:slug/comments/:id': [`/articles/${slug}/comments/01kqsdr2g0m871bdnj4gxb7zz8`],
  '/pictures/:id/:name': ['/pictures/01kqsdr2g0m871bdnj4gxb7zz8/640.none.jpg'],
  '/feeds/:file': ['/feeds/all.rss', '/feeds/all.atom', '/feeds/all.json'],
  '/feeds/sections/:file': ['/feeds/sections/world.rss', '/feeds/sections/world.json'],
  '/sitemap.xml': ['/sitemap.xml'],
  '/news-sitemap.xml': ['/news-sitemap.xml'],
  '/robots.txt': ['/robots.txt'],
  '/manifest.webmanifest': ['/manifest.webmanifest'],
  '/icon.svg': [],
  '/icon-:size': [],
  '/apple-touch-icon.png': [],
  '/favicon.ico': [],
  '/scripts/:file': [],
  '/desk': ['/desk'],
  '/desk/session': ['/desk/session?token=none'],
  '/desk/wire': ['/desk/wire', '/desk/wire?q=canal'],
  '/desk/items/:id': ['/desk/items/01kqsdr2g0m871bdnj4gxb7zz8'],
  '/desk/items/:id/matches/:article': [],
  '/desk/holds': ['/desk/holds'],
  '/desk/matches': ['/desk/matches'],
  '/desk/usage': ['/desk/usage'],
  '/desk/quarantine': ['/desk/quarantine'],
  '/desk/deliveries/:id/bytes': ['/desk/deliveries/01kqsdr2g0m871bdnj4gxb7zz8/bytes'],
  '/desk/articles': ['/desk/articles'],
  '/desk/articles/:slug': [`/desk/articles/${slug}`],
  '/desk/articles/:slug/merge': [`/desk/articles/${slug}/merge`],
  '/desk/pictures': ['/desk/pictures'],
  '/desk/pictures/:id': ['/desk/pictures/01kqsdr2g0m871bdnj4gxb7zz8'],
  '/desk/pictures/:id/preview': ['/desk/pictures/01kqsdr2g0m871bdnj4gxb7zz8/preview'],
  '/desk/merges': ['/desk/merges'],
  '/desk/comments': ['/desk/comments'],
  '/desk/receipts': ['/desk/receipts'],
  '/desk/decisions': ['/desk/decisions'],
  '/health/live': ['/health/live'],
  '/health/ready': ['/health/ready'],
  '/metrics': ['/metrics'],
}

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

async function lookEverywhere({ get }: Newsroom): Promise<[address: string, text: string][]> {
  const addresses = Object.values(outlets).flat()
  return Promise.all(
    addresses.map(async (address): Promise<[string, string]> => {
      const answer = await get(address)
      const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
      return [address, `${headers}\n${await answer.text()}`]
    }),
  )
}
