/**
 * AFP Core API (https://afp-apicore-prod.afp.com/): a search that is sorted by the time of
 * publication and begins where the last page ended. Its token is asked for with each page.
 */
import { fetchOutside } from '../../../outgoing/outgoing.ts'
import type { Json } from '../../reading/json.ts'
import { asList, asObject, textAt } from '../../reading/json.ts'
import type { PagedChannel } from '../../sources/sources.ts'
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
    if (last === undefined || Number.isNaN(Date.parse(last)))
      return 'The last document does not say when it was published.'
    if (cursor !== undefined && Date.parse(last) < Date.parse(from))
      return 'The documents are not in the order in which they were published.'
    // A page may be shorter than was asked for, and more be found all the same.
    const isFull = docs.length >= rows || Number(textAt(response, 'numFound')) > docs.length
    // A full page of one instant would come again and again; a longer one gets past it.
    const isStuck = isFull && Date.parse(last) === Date.parse(from)
    if (isStuck && rows >= mostRows)
      return 'More documents have one time of publication than a page holds.'
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
  const request = tokenRequest(new URL('/oauth/token', channel.address), channel.login)
  const headers = { accept: 'application/json', ...request.headers, ...channel.headers }
  const result = await fetchOutside({ ...request, headers }, tools.outgoing)
  if ('refused' in result) return { wrong: result.refused.words }
  if (result.answer.status !== 200)
    return { wrong: `It gives us no token (${result.answer.status}).` }
  return tokenIn(result.answer.body)
}

/** Anybody may ask for a token by an address alone; an account sends its word as a form. */
function tokenRequest(address: URL, login: string | undefined) {
  if (login === undefined) {
    address.searchParams.set('grant_type', 'anonymous')
    return { address: address.href, method: 'GET' as const, headers: {} }
  }
  const colon = login.indexOf(':')
  const body = new URLSearchParams({
    grant_type: 'password',
    username: login.slice(0, colon),
    password: login.slice(colon + 1),
  })
  return {
    address: address.href,
    method: 'POST' as const,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  }
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
