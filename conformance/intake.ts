/** An intake under test: how a file gets in, and what readers find afterwards. */

/** One wire file on its way. */
export interface WireFile {
  /** The committed file. */
  path: string
  bytes: Uint8Array
}

export interface Delivered {
  /** The paths of the articles that the answer names; empty where it names none. */
  articles: string[]
}

export interface Found {
  status: number
  text: string
}

export interface Intake {
  deliver: (file: WireFile) => Promise<Delivered>
  /** What a reader gets at a path or an address. */
  read: (address: string) => Promise<Found>
  /** Templates of an item's address, for an intake whose answers do not name it. */
  page?: string | undefined
  /** Endings of an item's address under which the same story stands in another form. */
  forms?: string[] | undefined
  /** Templates of all other public addresses that are looked through for what must stay hidden. */
  outlets: string[]
  /** How long a new state may take to show, in milliseconds. */
  within: number
}

/** Where our own site shows stories besides their pages. `{word}` is the chain's word. */
export const ownOutlets = [
  '/',
  '/sections/world',
  '/search?q={word}',
  '/feeds/all.rss',
  '/feeds/all.atom',
  '/feeds/all.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
]

/** The other forms of an article of ours, which must say no more than its page. */
export const ownForms = ['.json', '.txt']

/** A template with its parts filled in and encoded: `{guid}`, `{headline}`, `{word}`. */
export function addressOf(template: string, parts: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const part = parts[name]
    return part === undefined ? whole : encodeURIComponent(part)
  })
}

/** The articles in the lines of JSON that our own deliveries answer with; other words name none. */
export function articlesIn(answer: string): string[] {
  const found = [...answer.matchAll(/"article"\s*:\s*"([^"]+)"/g)].map(([, path = '']) => path)
  return [...new Set(found)]
}
