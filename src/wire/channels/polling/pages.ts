import { createHash } from 'node:crypto'
import type { OutgoingAnswer } from '../../../outgoing/outgoing.ts'
import { fetchOutside } from '../../../outgoing/outgoing.ts'
import { takeIn } from '../../intake.ts'
import type { PagedChannel } from '../../sources/sources.ts'
import { afpPages } from './afp-pages.ts'
import { apPages } from './ap-pages.ts'
import { retryAfter } from './feed.ts'
import type { Asking, Polled } from './polling.ts'

/** Pages of one source in one round; a job holds its lease for a minute. */
const mostPages = 20
/** After this no further page of the round is begun, in milliseconds. */
const longestRound = 10_000

/** How one agency turns pages. `cursor` is whatever it needs to go on, and is kept as JSON. */
export interface Pages {
  /** The request for the page at the cursor; a text where it cannot be made, in one sentence. */
  request: (
    channel: PagedChannel,
    cursor: unknown,
    ask: Asking<PagedChannel>,
  ) => Promise<{ address: string; body?: string; headers?: Record<string, string> } | string>
  /** What the page holds: how many items, what they are (to tell a page that was read before), and what comes next. */
  read: (
    page: unknown,
    channel: PagedChannel,
    cursor: unknown,
  ) => { count: number; same: string; next: unknown; isLast: boolean } | string
  /** Puts into the page what it only points to; one sentence where that failed. */
  complete?: (page: unknown, ask: Asking<PagedChannel>) => Promise<string | undefined>
}

const waysOf: Record<PagedChannel['pages'], Pages> = { ap: apPages, afp: afpPages }

/**
 * Reads on from where it stopped, page by page. The cursor moves past a page only when every item
 * of it is stored; what cannot be read is stored too, with its reason, and holds up nothing.
 */
export async function pollPages(asking: Asking<PagedChannel>): Promise<Polled> {
  const { channel, before, tools } = asking
  const begun = performance.now()
  const pages = waysOf[channel.pages]
  let cursor: unknown = before.cursor === null ? undefined : JSON.parse(before.cursor)
  let seen = before.sha256
  for (let page = 0; page < mostPages; page++) {
    const turned = await turnPage(asking, pages, cursor, seen)
    if ('polled' in turned) return turned.polled
    cursor = turned.next
    seen = turned.sha256
    await asking.keep({ cursor: JSON.stringify(cursor), sha256: seen })
    if (turned.isLast || tools.outgoing.signal?.aborted) return { state: {} }
    if (performance.now() - begun > longestRound) break
  }
  return { state: {}, more: true }
}

async function turnPage(
  asking: Asking<PagedChannel>,
  pages: Pages,
  cursor: unknown,
  seen: string | null,
): Promise<{ polled: Polled } | { next: unknown; sha256: string; isLast: boolean }> {
  const { channel, tools, source } = asking
  const request = await pages.request(channel, cursor, asking)
  if (typeof request === 'string') return trouble(request)
  const result = await fetchOutside(
    {
      ...request,
      method: request.body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', ...channel.headers, ...request.headers },
    },
    tools.outgoing,
  )
  if ('refused' in result) return trouble(result.refused.words)
  const { answer } = result
  if (answer.status !== 200) return statusTrouble(answer, tools.intake.now())
  const page = jsonIn(answer)
  if (page === undefined) return trouble('What came is no JSON.')
  const read = pages.read(page, channel, cursor)
  if (typeof read === 'string') return trouble(read)
  const sha256 = createHash('sha256').update(read.same).digest('hex')
  if (read.count > 0 && sha256 !== seen) {
    const delivery = { source: source.name, channel: 'poll', fileName: source.name }
    const lacks = await pages.complete?.(page, asking)
    if (lacks !== undefined) return trouble(lacks)
    const bytes = pages.complete ? new TextEncoder().encode(JSON.stringify(page)) : answer.body
    const lines = await takeIn({ bytes, ...delivery }, tools.intake)
    const [only] = lines
    if (lines.length === 1 && only?.outcome === 'refused' && read.count > 1)
      return trouble(only.reason ?? 'The page cannot be read.')
  }
  return { next: read.next, sha256, isLast: read.isLast }
}

function jsonIn({ body }: OutgoingAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown
  } catch {
    return undefined
  }
}

function statusTrouble(answer: OutgoingAnswer, now: Date): { polled: Polled } {
  const words =
    answer.status === 401 || answer.status === 403
      ? `It does not accept our key (${answer.status}).`
      : `It answers ${answer.status}.`
  const after = retryAfter(answer, now)
  const wait = after === undefined ? {} : { retryAfter: after }
  return { polled: { state: {}, trouble: words, ...wait } }
}

function trouble(words: string): { polled: Polled } {
  return { polled: { state: {}, trouble: words } }
}
