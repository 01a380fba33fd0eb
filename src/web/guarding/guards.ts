import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { notFound, problem } from '../pages/answers.ts'
import type { House } from '../house.ts'
import { isOwnRequest } from './same-origin.ts'

/** Lets only our own pages change something. */
export function ownRequestsOnly(house: House): MiddlewareHandler {
  return async (c, next) => {
    const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS'
    if (isSafe || isOwnRequest(c.req.raw.headers, house.origins)) return next()
    return problem(c, house, {
      status: 403,
      title: 'This did not come from our own page',
      wrong: 'The request was sent by another site, so nothing was done.',
      remedy: 'Please open the page here and try again.',
    })
  }
}

/** Nothing is kept under a name with a NUL in it, and the database takes none even to look for it. */
export function addressesWithoutNul(house: House): MiddlewareHandler {
  return async (c, next) =>
    new URL(c.req.url).pathname.includes('%00') ? notFound(c, house) : next()
}

/** Measures and logs what the router answered. */
export function watched(house: House): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    await next()
    const ms = performance.now() - begun
    const route = c.req.routePath
    house.metrics.request(c.req.method, route, c.res.status, ms / 1000)
    house.log.request({ method: c.req.method, route, status: c.res.status, ms: Math.round(ms) })
  }
}

/**
 * The address that a request came from, for limits of pace only. A proxy's word for it counts when
 * the proxy is one that the operator named: the last address in the list that is not a proxy.
 */
export function addressOf(c: Context, house: House): string {
  const peer =
    (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? 'unknown'
  if (!house.trustedProxies.includes(peer)) return peer
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((address) => address.trim())
  return (
    forwarded.findLast((address) => address !== '' && !house.trustedProxies.includes(address)) ??
    peer
  )
}
