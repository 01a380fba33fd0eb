import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { routes } from '../../routes.ts'
import { notFound } from '../../web/pages/answers.ts'
import { cookieFor, cookieIn, cookieName, isSecureOrigin } from '../../web/cookies.ts'
import type { House } from '../../web/house.ts'
import type { Editor } from './sessions.ts'
import { absolute, editorOf } from './sessions.ts'

export interface DeskEnv {
  Variables: { editor: Editor }
}

/** Headers by which proxies say that the request came from elsewhere. */
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'cf-connecting-ip',
  'true-client-ip',
]

/**
 * Until there are accounts, the desk opens on the machine itself only, and to a session. Everybody
 * else gets what any unknown address gets, so that nobody learns that there is a desk.
 */
export function door(house: House): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (!isAtHome(c)) return notFound(c, house)
    if (c.req.path !== routes.deskSession.pattern) {
      const session = sessionIn(c, house)
      const isActive = c.req.header('x-requested-with') !== 'poll'
      const editor = session && (await editorOf(house.engine, session, house.now(), isActive))
      if (!editor) return notFound(c, house)
      c.set('editor', editor)
    }
    await next()
    c.res.headers.set('x-robots-tag', 'noindex, nofollow')
    c.res.headers.set('cache-control', 'no-store')
    c.res.headers.set('referrer-policy', 'same-origin')
    return undefined
  }
}

export function sessionIn(c: Context, house: House): string | undefined {
  const name = cookieName('desk', isSecureOrigin(house.site.origin))
  return cookieIn(c.req.header('cookie'), name)
}

/** An empty session takes the cookie away. */
export function sessionCookie(session: string, house: House): string {
  const secure = isSecureOrigin(house.site.origin)
  const age = session === '' ? 0 : absolute / 1000
  return cookieFor(cookieName('desk', secure), session, age, secure, 'Strict')
}

/** The peer is this machine, no proxy stands between, and the address names this machine. */
function isAtHome(c: Context): boolean {
  const peer = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? ''
  if (!/^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(peer)) return false
  if (forwarding.some((name) => c.req.header(name) !== undefined)) return false
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(c.req.url).hostname)
}
