import type { Seen } from './outlets.ts'
import type { outlets } from './outlets.ts'
import { slug } from './outlets.ts'

/** What a switch makes of a story. */
export interface Outcome {
  isOpen: boolean
  summary: 'none' | 'extract' | 'model'
  index: 'index' | 'noindex' | 'canonical'
  isReserved: boolean
}

export const plain: Outcome = {
  isOpen: true,
  summary: 'extract',
  index: 'index',
  isReserved: false,
}
export const credit = 'Meridian & Daughters, by agreement'
export const elsewhere = 'https://meridian.example/canal'

/**
 * What an outlet shows of an open story. `about`: something beside it, of which it shows at most a
 * sentence. `none`: nothing of any story, or nothing to somebody who is not signed in.
 */
type Kind = 'page' | 'data' | 'text' | 'feed' | 'list' | 'sitemap' | 'about' | 'register' | 'none'

const kinds = {
  '/': 'list',
  '/sections/:section': 'list',
  '/search': 'list',
  '/articles/:slug': 'page',
  '/articles/:slug/summary': 'about',
  '/articles/:slug/summary/flags': 'about',
  '/articles/:slug/summary/flags/:id': 'about',
  '/summaries/:file': 'register',
  '/desk/summaries': 'none',
  '/desk/summaries/of/:id': 'none',
  '/desk/summaries/try': 'none',
  '/desk/summaries/policy': 'none',
  '/desk/summaries/record.csv': 'none',
  '/desk/summaries/record.json': 'none',
  '/articles/:slug/mood': 'about',
  '/articles/:slug/comments': 'about',
  '/articles/:slug/comments/:id': 'about',
  '/pictures/:id/:name': 'none',
  '/feeds/:file': 'feed',
  '/feeds/sections/:file': 'feed',
  '/sitemap.xml': 'sitemap',
  '/news-sitemap.xml': 'sitemap',
  '/robots.txt': 'none',
  '/manifest.webmanifest': 'none',
  '/icon.svg': 'none',
  '/icon-:size': 'none',
  '/apple-touch-icon.png': 'none',
  '/favicon.ico': 'none',
  '/scripts/:file': 'none',
  '/desk': 'none',
  '/desk/session': 'none',
  '/desk/wire': 'none',
  '/desk/items/:id': 'none',
  '/desk/items/:id/matches/:article': 'none',
  '/desk/holds': 'none',
  '/desk/matches': 'none',
  '/desk/sources': 'none',
  '/desk/sources/:name': 'none',
  '/desk/usage': 'none',
  '/desk/quarantine': 'none',
  '/desk/deliveries/:id/bytes': 'none',
  '/desk/articles': 'none',
  '/desk/articles/:slug': 'none',
  '/desk/articles/:slug/merge': 'none',
  '/desk/pictures': 'none',
  '/desk/pictures/:id': 'none',
  '/desk/pictures/:id/preview': 'none',
  '/desk/merges': 'none',
  '/desk/comments': 'none',
  '/desk/receipts': 'none',
  '/desk/decisions': 'none',
  '/health/live': 'none',
  '/health/ready': 'none',
  '/metrics': 'none',
} satisfies Record<keyof typeof outlets, Kind>

/** What is wrong with an answer, in words; nothing where it is as it should be. */
export function problemsOf(route: keyof typeof outlets, seen: Seen, outcome: Outcome): string[] {
  return judges[kindOf(route, seen[0])](seen, outcome)
}

function kindOf(route: keyof typeof outlets, address: string): Kind {
  if (route === '/articles/:slug' && !address.includes(slug)) return 'about'
  if (route === '/articles/:slug' && address.endsWith('.json')) return 'data'
  if (route === '/articles/:slug' && address.endsWith('.txt')) return 'text'
  // The story is in one section alone, and not every question finds it.
  if (/^\/sections\/news|waterways/.test(address)) return 'none'
  return kinds[route]
}

type Judge = (seen: Seen, outcome: Outcome) => string[]

const judges: Record<Kind, Judge> = {
  page: (seen, outcome) => [
    ...whole(seen, outcome),
    ...wants(seen, outcome.index === 'noindex', '<meta name="robots" content="noindex">'),
    ...wants(seen, outcome.index === 'canonical', `<link rel="canonical" href="${elsewhere}">`),
    ...wants(seen, outcome.isReserved, '<meta name="tdm-reservation" content="1">'),
    ...summaryIn(seen, outcome),
  ],
  data: (seen, outcome) => [
    ...whole(seen, outcome),
    ...wants(seen, outcome.isReserved, 'DMI-PROHIBITED'),
    ...summaryIn(seen, outcome),
    ...wants(seen, outcome.summary !== 'none', '"summary":{"method"'),
  ],
  text: (seen, outcome) => [
    ...whole(seen, outcome),
    ...wants(seen, outcome.isReserved, 'Text and data mining is reserved.'),
    ...noMachine(seen),
  ],
  feed: (seen, outcome) => [
    ...wants(seen, true, 'by agreement'),
    ...wants(seen, true, 'harbour board of Port Linnet'),
    ...headers(seen, { ...outcome, index: 'index' }),
    ...wants(seen, outcome.isReserved, /mining is reserved|"dataMining":"reserved"/),
    ...summaryIn(seen, outcome),
  ],
  list: (seen, outcome) => [
    ...wants(seen, true, 'Zanzarell canal closes'),
    ...headers(seen, { ...outcome, index: 'index' }),
    ...noMachine(seen),
  ],
  sitemap: (seen, { index }) => [...wants(seen, index === 'index', slug), ...noMachine(seen)],
  // Only a flag of a sentence shows one; and no page beside the story is for search engines.
  about: (seen, outcome) => [
    ...wants(seen, outcome.isReserved && holdsWords(seen), /\btdm-reservation: 1/),
    ...(/content="noindex"|\nlocation: |status 404|such page|such sentence|open story/i.test(
      seen[1],
    )
      ? []
      : ['it may be indexed']),
    ...(outcome.summary === 'none' ? noMachine(seen) : []),
  ],
  register: (seen, { summary }) =>
    /\.json$/.test(seen[0]) ? countsIn(seen, summary) : holdsWords(seen) ? ['it quotes'] : [],
  none: (seen) => [...(holdsWords(seen) ? ['it shows the story'] : []), ...noMachine(seen)],
}

/** What every form of the whole story owes. */
function whole(seen: Seen, outcome: Outcome): string[] {
  return [
    ...wants(seen, true, 'by agreement'),
    ...wants(seen, true, 'granite that came as ballast'),
    ...headers(seen, outcome),
  ]
}

function headers(seen: Seen, { index, isReserved }: Outcome): string[] {
  return [
    ...wants(seen, isReserved, /^tdm-reservation: 1$/m),
    ...wants(seen, index === 'noindex', /^x-robots-tag: noindex$/m),
    ...wants(seen, index === 'canonical', `\nlink: <${elsewhere}>; rel="canonical"\n`),
  ]
}

/** Each way of making a summary has its own mark wherever one stands. */
const marks = { extract: /algorithmicallyEnhanced/i, model: /trainedAlgorithmicMedia/i }

function summaryIn(seen: Seen, { summary }: Outcome): string[] {
  return [
    ...wants(seen, summary === 'extract', marks.extract),
    ...wants(seen, summary === 'model', marks.model),
  ]
}

function noMachine(seen: Seen): string[] {
  return summaryIn(seen, { ...plain, summary: 'none' })
}

function countsIn([, text]: Seen, summary: Outcome['summary']): string[] {
  const counts = /"sentences":\{"extract":(\d+),"model":(\d+)\}/.exec(text.replace(/\s/g, ''))
  const [extract = NaN, model = NaN] = [Number(counts?.[1]), Number(counts?.[2])]
  const right = {
    none: extract + model === 0,
    extract: extract > 0 && model === 0,
    model: model > 0,
  }
  return right[summary] ? [] : [`its sentences are counted as ${extract} and ${model}`]
}

function wants([, text]: Seen, isWanted: boolean, what: string | RegExp): string[] {
  const isThere = typeof what === 'string' ? text.includes(what) : what.test(text)
  if (isThere === isWanted) return []
  return [`${isWanted ? 'lacks' : 'has'} ${String(what)}`]
}

/** Whether words of the story stand in an answer. */
export function holdsWords([, text]: Seen): boolean {
  return /Zanzarell|harbour board of Port Linnet/.test(text.replaceAll(slug, ''))
}
