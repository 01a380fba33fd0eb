import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { test } from 'node:test'
import { sqlitePlace } from '../database/engines.ts'
import { eventually } from '../site/newsroom.ts'
import { startSiteProcess, withOneArticle } from './site-process.ts'

test('a stop answers every request that is under way, and ends well', async () => {
  const { place, drop } = await sqlitePlace()
  const article = await withOneArticle(place)
  const site = await startSiteProcess(place)
  try {
    const readers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => halfSent(site.port, article.slug, i)),
    )
    const ended = once(site.child, 'exit')
    site.child.kill('SIGTERM')
    await eventually(() => refuses(site.port))
    // As from Ctrl-C in a terminal, where the signal comes twice.
    site.child.kill('SIGTERM')
    const answers = await Promise.all(readers.map(({ finish }) => finish()))
    for (const answer of answers) {
      assert.match(answer, /^HTTP\/1\.1 303 /)
      assert.match(answer, /^connection: close$/im)
    }
    assert.deepEqual(await ended, [0, null])
  } finally {
    await site.kill()
    await drop()
  }
})

/** A comment of which the server has the head and half the body. */
async function halfSent(port: number, slug: string, number: number) {
  const body = `name=Ida&text=${encodeURIComponent(`Number ${number} was under way.`)}`
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST /articles/${slug}/comments HTTP/1.1\r\nHost: localhost:${port}\r\n` +
      'Sec-Fetch-Site: same-origin\r\nExpect: 100-continue\r\n' +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  // The server's word that it has begun with this request.
  await once(socket, 'data')
  socket.write(body.slice(0, 10))
  return {
    finish: () => {
      socket.write(body.slice(10))
      return textOf(socket)
    },
  }
}

async function textOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += String(chunk)
  return text
}

async function refuses(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return false
  } catch {
    return true
  } finally {
    socket.destroy()
  }
}
