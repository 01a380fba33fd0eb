import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { createApp } from '../../src/app.ts'
import { createSiteServer, hostsOf, listen, usualLimits } from '../../src/web/server.ts'
import { sqlitePlace } from '../database/engines.ts'
import { newsroomOn } from '../site/newsroom.ts'

const megabyte = Buffer.alloc(1024 * 1024, 'a')

test('a body that says it is too large is refused before it is sent', async (t) => {
  const site = await impatientSite(t)
  const socket = connect(site.port, '127.0.0.1')
  socket.write(head(site, `Content-Length: ${10 * megabyte.length}`))
  assert.match(await textOf(socket), /^HTTP\/1\.1 413 [^]*too long/i)
})

test('a body in pieces is cut off at the limit, and its connection with it', async (t) => {
  const site = await impatientSite(t)
  const socket = connect(site.port, '127.0.0.1')
  socket.write(head(site, 'Transfer-Encoding: chunked'))
  const answer = textOf(socket)
  let sent = 0
  while (sent < 200 && !socket.destroyed && socket.writable) {
    socket.write(`${megabyte.length.toString(16)}\r\n`)
    // Waits until the server has taken it, which it stops to do.
    const taken = socket.write(Buffer.concat([megabyte, Buffer.from('\r\n')]))
    if (!taken) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => [])
    sent++
  }
  assert.match(await answer, /^HTTP\/1\.1 413 /)
  assert.ok(socket.destroyed)
  assert.ok(sent < 200, `${sent} MB were taken`)
})

test('a request that comes drop by drop is cut off, and others are served meanwhile', async (t) => {
  const site = await impatientSite(t)
  const slowHead = connect(site.port, '127.0.0.1')
  slowHead.write('GET / HTTP/1.1\r\nHost: ')
  const slowBody = connect(site.port, '127.0.0.1')
  slowBody.write(`${head(site, 'Content-Length: 20')}name=`)
  const page = await fetch(`http://localhost:${site.port}/articles/${site.slug}`)
  assert.equal(page.status, 200)
  assert.match(await textOf(slowHead), /^(HTTP\/1\.1 408 [^]*)?$/)
  assert.match(await textOf(slowBody), /^(HTTP\/1\.1 408 [^]*)?$/)
})

/** The site with limits of time that a test can wait for. */
async function impatientSite(t: TestContext) {
  const place = await sqlitePlace()
  const engine = await place.open()
  const newsroom = newsroomOn(engine)
  const { slug } = await newsroom.publish()
  const { house } = newsroom
  const limits = { ...usualLimits, headersTimeout: 300, requestTimeout: 600, check: 50 }
  const app = createApp(house, [], { isServing: () => true })
  const hosts: string[] = []
  const kept = { pages: house.pages, whenFresh: () => undefined }
  const running = await listen(createSiteServer(app, kept, hosts, limits), 0, '127.0.0.1')
  hosts.push(...hostsOf([`http://localhost:${running.port}`]))
  t.after(async () => {
    await running.stop()
    await engine.close()
    await place.drop()
  })
  return { port: running.port, slug }
}

function head(site: { port: number; slug: string }, length: string): string {
  return (
    `POST /articles/${site.slug}/comments HTTP/1.1\r\nHost: localhost:${site.port}\r\n` +
    'Sec-Fetch-Site: same-origin\r\n' +
    `Content-Type: application/x-www-form-urlencoded\r\n${length}\r\n\r\n`
  )
}

async function textOf(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  // A connection that is cut is what these tests are about.
  socket.on('error', () => undefined)
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
  return text
}
