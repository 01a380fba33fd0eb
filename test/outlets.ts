import type { Newsroom } from './newsroom.ts'

/** The address of the story that the tests of outlets look for. */
export const slug = 'zanzarell-canal-closes-to-barges'

/** Every route that answers a GET, with addresses that would show the closed story if they could. */
export const outlets = {
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
  '/desk/sources': ['/desk/sources'],
  '/desk/sources/:name': ['/desk/sources/meridian'],
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
} satisfies Record<string, string[]>

/** An address and all that comes back from it, headers first. */
export type Seen = [address: string, text: string]

/** Asks every outlet, as somebody who is nobody here. */
export async function lookEverywhere({ get }: Newsroom): Promise<Seen[]> {
  const addresses = Object.values(outlets).flat()
  return Promise.all(
    addresses.map(async (address): Promise<Seen> => {
      const answer = await get(address)
      const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
      return [address, `${headers}\n${await answer.text()}`]
    }),
  )
}
