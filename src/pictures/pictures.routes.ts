import type { Context } from 'hono'
import { Hono } from 'hono'
import { routes } from '../routes.ts'
import { notFound } from '../web/pages/answers.ts'
import type { House } from '../web/house.ts'
import { fileHeaders } from '../web/guarding/security-headers.ts'
import { renditionAt } from './serving.ts'

export function pictureRoutes(house: House): Hono {
  const app = new Hono()
  app.get(routes.picture.pattern, (c) => pictureAnswer(c, house))
  return app
}

/**
 * Not kept among the pages, which pictures would crowd out. A cache may keep it and must ask each
 * time: a picture that is withdrawn is withdrawn there too.
 */
async function pictureAnswer(c: Context, house: House): Promise<Response> {
  const { id = '', name = '' } = c.req.param() as { id?: string; name?: string }
  const { db } = house.engine
  const found = await renditionAt(db, id, name, house.now())
  if (!found) return notFound(c, house)
  const lasting = fileHeaders(house.site.origin)
  if ('gone' in found)
    return new Response(null, {
      status: 410,
      headers: { ...lasting, 'cache-control': 'no-store' },
    })
  // The name says what the bytes were made of, so it tells them from all others.
  const headers = {
    ...lasting,
    ...found.forMachines,
    etag: `"${name}"`,
    'cache-control': 'public, no-cache',
  }
  if (c.req.header('if-none-match')?.includes(headers.etag))
    return new Response(null, { status: 304, headers })
  const bytes = await found.bytes()
  if (!bytes) return notFound(c, house)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      'content-type': found.contentType,
      'content-length': String(bytes.length),
    },
  })
}
