import type { Newsroom } from '../site/newsroom.ts'

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

const id = '01kqsdr2g0m871bdnj4gxb7zz8'
const words = { name: 'Ada', text: 'A word on the canal.' }

/** Every route that answers a form or a file, with what is sent to it: answers show stories, too. */
export const posts = {
  '/articles/:slug/summary': [[`/articles/${slug}/summary`, {}]],
  '/articles/:slug/summary/hiding': [[`/articles/${slug}/summary/hiding`, { hidden: 'yes' }]],
  '/articles/:slug/summary/flags': [
    [`/articles/${slug}/summary/flags`, { sentence: '1', reason: 'It is wrong.' }],
  ],
  '/articles/:slug/mood': [[`/articles/${slug}/mood`, { mood: 'sad' }]],
  '/articles/:slug/comments': [
    [`/articles/${slug}/comments`, words],
    [`/articles/${slug}/comments`, { ...words, text: '' }],
  ],
  '/articles/:slug/comments/:id/recommendation': [
    [`/articles/${slug}/comments/${id}/recommendation`, {}],
  ],
  '/api/v1/wire/:source': [['/api/v1/wire/wire', {}]],
  '/desk/session': [['/desk/session', { token: 'none', name: 'Ada' }]],
  '/desk/session/end': [['/desk/session/end', {}]],
  '/desk/items/:id/release': [[`/desk/items/${id}/release`, {}]],
  '/desk/items/:id/refusal': [[`/desk/items/${id}/refusal`, {}]],
  '/desk/items/:id/matches/:article': [[`/desk/items/${id}/matches/${id}`, {}]],
  '/desk/items/:id/story': [[`/desk/items/${id}/story`, {}]],
  '/desk/matches/thresholds': [['/desk/matches/thresholds', {}]],
  '/desk/items/:id/matches/:article/rejection': [[`/desk/items/${id}/matches/${id}/rejection`, {}]],
  '/desk/deliveries/:id/replays': [[`/desk/deliveries/${id}/replays`, {}]],
  '/desk/sources': [['/desk/sources', {}]],
  '/desk/sources/:name': [['/desk/sources/wire', {}]],
  '/desk/sources/:name/token': [['/desk/sources/wire/token', {}]],
  '/desk/sources/:name/resumption': [['/desk/sources/wire/resumption', {}]],
  '/desk/usage/territories': [['/desk/usage/territories', {}]],
  '/desk/usage/:id': [[`/desk/usage/${id}`, {}]],
  '/desk/articles/:slug/merge': [[`/desk/articles/${slug}/merge`, {}]],
  '/desk/articles/:slug': [[`/desk/articles/${slug}`, {}]],
  '/desk/pictures/:id/words/:article': [[`/desk/pictures/${id}/words/${id}`, {}]],
  '/desk/pictures/:id/focus': [[`/desk/pictures/${id}/focus`, {}]],
  '/desk/pictures/:id/terms': [[`/desk/pictures/${id}/terms`, {}]],
  '/desk/pictures/:id/fetch': [[`/desk/pictures/${id}/fetch`, {}]],
  '/desk/comments/:id/takedown': [[`/desk/comments/${id}/takedown`, {}]],
  '/desk/comments/:id/restoration': [[`/desk/comments/${id}/restoration`, {}]],
  '/desk/summaries/flags/:id/answer': [[`/desk/summaries/flags/${id}/answer`, {}]],
  '/desk/summaries/try': [['/desk/summaries/try', {}]],
  '/desk/summaries/policy': [['/desk/summaries/policy', {}]],
  '/desk/summaries/of/:id/examination': [[`/desk/summaries/of/${id}/examination`, {}]],
} satisfies Record<string, [address: string, fields: Record<string, string>][]>

/** What every request passes on its way; a route that ends there is an outlet all the same. */
const passages = ['/*', '/desk/*']
/** Hono hands what comes next to what lets pass, and to nothing else. */
const takesNext = 2

interface Route {
  method: string
  path: string
  handler: (...given: never[]) => unknown
}

/** The routes that `outlets` and `posts` lack; one for all methods has to stand in both. */
export function unlisted(routes: readonly Route[]): string[] {
  const isKnown = ({ method, path, handler }: Route): boolean => {
    if (method === 'ALL' && passages.includes(path) && handler.length === takesNext) return true
    const lists = { GET: [outlets], POST: [posts], ALL: [outlets, posts] }[method]
    return lists?.every((list) => path in list) ?? false
  }
  const lacking = routes.filter((route) => !isKnown(route))
  return [...new Set(lacking.map(({ method, path }) => `${method} ${path}`))]
}

/** An address and all that comes back from it, headers first. */
export type Seen = [address: string, text: string]

/** Asks every outlet, as somebody who is nobody here. */
export async function lookEverywhere({ get }: Newsroom): Promise<Seen[]> {
  const addresses = Object.values(outlets).flat()
  return Promise.all(addresses.map(async (address) => seenIn(address, await get(address))))
}

/** Sends to every outlet that takes something, as somebody who is nobody here. */
export async function sendEverywhere({ post }: Newsroom): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const [address, fields] of Object.values(posts).flat())
    seen.push(await seenIn(`POST ${address}`, await post(address, fields)))
  return seen
}

async function seenIn(address: string, answer: Response): Promise<Seen> {
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
  return [address, `${headers}\n${await answer.text()}`]
}
