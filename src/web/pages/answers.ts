import type { Context } from 'hono'
import type { House } from '../house.ts'
import { problemPage } from '../html/problem.html.ts'
import type { Drawn, KeptPage } from './public-page.ts'
import { answerTo } from './public-page.ts'
import { fileHeaders, pageHeaders } from '../guarding/security-headers.ts'
import type { Look } from '../assets/styles.ts'

/** A page for everybody. `topics` are what it was made from. */
export function drawnPage(
  house: House,
  look: Look,
  body: string,
  topics: string[],
  status = 200,
): Drawn {
  return {
    status,
    type: 'text/html; charset=utf-8',
    headers: pageHeaders(look, house.site.origin),
    body,
    topics,
  }
}

/** A file for everybody: a feed, JSON, a picture. */
export function drawnFile(
  house: House,
  type: string,
  body: string | Uint8Array,
  topics: string[],
  status = 200,
): Drawn {
  return { status, type, headers: fileHeaders(house.site.origin), body, topics }
}

/**
 * Answers with a public page, kept or drawn now. `variant` is the part of the query that makes
 * another page, in its one canonical form; whatever else stands in an address leads to the same one.
 */
export async function answerPublic(
  c: Context,
  house: House,
  draw: () => Promise<Drawn>,
  variant = '',
): Promise<Response> {
  return sendKept(
    c,
    await house.pages.page(variant === '' ? c.req.path : `${c.req.path}?${variant}`, draw),
  )
}

/** A page for one reader alone: never kept anywhere. */
export function answerPrivate(house: House, look: Look, body: string, status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      ...pageHeaders(look, house.site.origin),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}

/** Sends the reader on, after something was done; the browser asks for the new address by GET. */
export function seeOther(house: House, path: string, cookie?: string): Response {
  const headers = new Headers({
    ...fileHeaders(house.site.origin),
    location: path,
    'cache-control': 'no-store',
  })
  if (cookie !== undefined) headers.set('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

export interface ProblemWords {
  status: number
  title: string
  /** What was wrong, in one sentence. */
  wrong: string
  /** What to do about it. */
  remedy: string
  back?: { href: string; name: string }
  /** Seconds after which it may be tried again. */
  retryAfter?: number
  /** Further headers of the answer. */
  headers?: Record<string, string>
}

/** Says what went wrong: as a page, or as `application/problem+json` (RFC 9457) to programs. */
export function problem(c: Context, house: House, words: ProblemWords): Response {
  const { status, title, wrong, remedy, retryAfter } = words
  const extra = {
    'cache-control': 'no-store',
    vary: 'Accept',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...words.headers,
  }
  if (!wantsJson(c)) {
    const page = answerPrivate(house, 'plain', problemPage({ site: house.site, ...words }), status)
    for (const [name, value] of Object.entries(extra)) page.headers.set(name, value)
    return page
  }
  return new Response(
    JSON.stringify({ type: 'about:blank', title, status, detail: `${wrong} ${remedy}` }),
    {
      status,
      headers: {
        ...fileHeaders(house.site.origin),
        'content-type': 'application/problem+json; charset=utf-8',
        ...extra,
      },
    },
  )
}

export function notFound(c: Context, house: House): Response {
  return problem(c, house, {
    status: 404,
    title: 'There is no such page',
    wrong: 'Nothing is published at this address.',
    remedy: 'Please check the address, or start from the front page.',
  })
}

async function sendKept(c: Context, page: KeptPage): Promise<Response> {
  const { status, headers, body } = await answerTo(
    page,
    c.req.header('accept-encoding'),
    c.req.header('if-none-match'),
  )
  return new Response(body as Uint8Array<ArrayBuffer> | undefined, { status, headers })
}

function wantsJson(c: Context): boolean {
  if (/\.json$|^\/api\//.test(c.req.path)) return true
  const accept = c.req.header('accept') ?? ''
  return /application\/(problem\+)?json/.test(accept) && !accept.includes('text/html')
}
