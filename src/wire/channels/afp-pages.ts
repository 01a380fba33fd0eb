/**
 * AFP Core API (https://afp-apicore-prod.afp.com/): a search that is sorted by the time of
 * publication and begins where the last page ended. Its token is asked for with each round.
 */
import { fetchOutside } from '../../outgoing/outgoing.ts'
import type { Json } from '../reading/json.ts'
import { asList, asObject, textAt } from '../reading/json.ts'
import type { PagedChannel } from '../sources/sources.ts'
import type { Pages } from './pages.ts'
import type { Asking } from './polling.ts'

const usualRows = 100
/** More than this in one instant no page can step over. */
const mostRows = 1000
/** How far back the first question goes, in milliseconds. */
const firstLookBack = 24 * 3600 * 1000

interface Cursor {
  from: string
  rows: number
}

export const afpPages: Pages = {
  request: async (channel, cursor, asking) => {
    const token = await tokenFor(channel, asking)
    if ('wrong' in token) return token.wrong
    const { from, rows } = cursorOf(cursor, asking.tools.intake.now())
    return {
      address: channel.address,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        maxRows: rows,
        sortField: 'published',
        sortOrder: 'asc',
        dateRange: { from, to: 'now' },
        ...(channel.query === undefined ? {} : { query: channel.query }),
      }),
    }
  },
  read: (page, _channel, cursor) => {
    const response = asObject(asObject(page as Json)?.['response'])
    if (!response) return 'The page has no response.'
    const docs = asList(response['docs'])
    const last = textAt(asObject(docs.at(-1)), 'published')
    const { from, rows } = cursorOf(cursor, new Date())
    if (docs.length === 0)
      return { count: 0, same: '[]', next: cursor ?? { from, rows }, isLast: true }
    if (last === undefined) return 'The last document does not say when it was published.'
    const isFull = docs.length >= rows
    // A full page of one instant would come again and again; a longer one gets past it.
    const isStuck = isFull && Date.parse(last) === Date.parse(from)
    if (isStuck && rows >= mostRows) return `More than ${mostRows} documents have one time.`
    const next: Cursor = { from: last, rows: isStuck ? Math.min(rows * 2, mostRows) : usualRows }
    return { count: docs.length, same: JSON.stringify(docs), next, isLast: !isFull }
  },
}

function cursorOf(cursor: unknown, now: Date): Cursor {
  const { from, rows } = (cursor ?? {}) as Partial<Cursor>
  return {
    from: from ?? new Date(now.getTime() - firstLookBack).toISOString(),
    rows: rows ?? usualRows,
  }
}

async function tokenFor(
  channel: PagedChannel,
  { tools }: Asking<PagedChannel>,
): Promise<{ token: string } | { wrong: string }> {
  const address = new URL('/oauth/token', channel.address)
  const colon = channel.login?.indexOf(':') ?? -1
  const body = new URLSearchParams(
    channel.login === undefined
      ? { grant_type: 'anonymous' }
      : {
          grant_type: 'password',
          username: channel.login.slice(0, colon),
          password: channel.login.slice(colon + 1),
        },
  )
  const result = await fetchOutside(
    {
      address: address.href,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...channel.headers,
      },
      body: body.toString(),
    },
    tools.outgoing,
  )
  if ('refused' in result) return { wrong: result.refused.words }
  if (result.answer.status !== 200)
    return { wrong: `It gives us no token (${result.answer.status}).` }
  return tokenIn(result.answer.body)
}

function tokenIn(body: Uint8Array): { token: string } | { wrong: string } {
  try {
    const json = JSON.parse(new TextDecoder().decode(body)) as Json
    const token = textAt(asObject(json), 'access_token')
    if (token !== undefined && /^[\x21-\x7e]+$/.test(token)) return { token }
  } catch {
    // No JSON is no token either.
  }
  return { wrong: 'Its answer holds no token.' }
}
