import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { routes } from '../routes.ts'
import { answerPublic, drawnFile, notFound } from './pages/answers.ts'
import type { House } from './house.ts'
import type { Script } from './assets/scripts.ts'
import { fileHeaders } from './guarding/security-headers.ts'

const oneYear = 31_536_000

export interface Watching {
  /** False while the process is being stopped. */
  isServing: () => boolean
  metricsToken?: string | undefined
}

/** Scripts, health and metrics: what is no news. */
export function webRoutes(house: House, scripts: Script[], watching: Watching): Hono {
  const app = new Hono()
  app.get(routes.scripts.pattern, (c) => {
    const script = scripts.find(({ file }) => file === c.req.param('file'))
    if (!script) return notFound(c, house)
    return answerPublic(c, house, () => {
      const drawn = drawnFile(house, 'text/javascript; charset=utf-8', script.code, [])
      // Its name is a hash of its content, so it may be kept for good.
      drawn.headers['cache-control'] = `public, max-age=${oneYear}, immutable`
      return Promise.resolve(drawn)
    })
  })
  app.get(routes.live.pattern, () => text(house, 200, 'live\n'))
  app.get(routes.ready.pattern, async () => {
    if (!watching.isServing()) return text(house, 503, 'stopping\n')
    try {
      await house.engine.check()
      return text(house, 200, 'ready\n')
    } catch (error) {
      house.log.error('not-ready', error)
      return text(house, 503, 'the database does not answer\n')
    }
  })
  app.get(routes.metrics.pattern, async (c) => {
    if (!mayMeasure(c, watching.metricsToken)) return notFound(c, house)
    const answer = text(house, 200, await house.metrics.text())
    answer.headers.set('content-type', house.metrics.type)
    return answer
  })
  return app
}

/** Figures are for the operator: from this machine itself and not through a proxy, or with the token. */
function mayMeasure(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return c.req.header('authorization') === `Bearer ${token}`
  const peer = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? ''
  const isHere = /^(127\.|::1$|::ffff:127\.)/.test(peer)
  return (
    isHere &&
    c.req.header('x-forwarded-for') === undefined &&
    c.req.header('forwarded') === undefined
  )
}

function text(house: House, status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: {
      ...fileHeaders(house.site.origin),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}
