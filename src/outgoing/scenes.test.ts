import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import { test } from 'node:test'
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { limits, meet, raw, reasonOf, saying } from '../../test/servers/hostile-server.ts'

const bomb = gzipSync(Buffer.alloc(8 * limits.body))

/** Behaviours of a server, and the words with which each ends. */
const scenes: Record<string, [server: () => Server, reason: string]> = {
  'headers that come byte by byte': [
    () =>
      raw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
        const drip = setInterval(() => socket.write('a'), 50)
        socket.on('close', () => clearInterval(drip))
      }),
    'too-slow',
  ],
  'a server that says nothing': [() => raw(() => undefined), 'too-slow'],
  'a body without an end': [
    () =>
      saying((_, response) => {
        const pour = setInterval(() => response.write(Buffer.alloc(100_000)), 10)
        response.on('close', () => clearInterval(pour))
      }),
    'too-large',
  ],
  'a body that trickles': [
    () =>
      saying((_, response) => {
        const drip = setInterval(() => response.write('a'), 50)
        response.on('close', () => clearInterval(drip))
      }),
    'too-slow',
  ],
  'a video of 4 GB': [
    () =>
      saying((_, response) =>
        response.writeHead(200, { 'content-length': 4 * 1024 ** 3 }).write('RIFF'),
      ),
    'too-large',
  ],
  'a length that lies': [
    () =>
      raw((socket) => {
        socket.on('error', () => undefined)
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n0123456789')
        const pour = setInterval(() => socket.write(Buffer.alloc(100_000)), 10)
        socket.on('close', () => clearInterval(pour))
      }),
    'answer 200',
  ],
  'a gzip bomb': [
    () => saying((_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)),
    'too-large',
  ],
  'a gzip stream without an end': [
    () =>
      saying((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' })
        const gzip = createGzip()
        gzip.pipe(response)
        const pour = setInterval(() => gzip.write(Buffer.alloc(1_000_000)), 5)
        response.on('close', () => clearInterval(pour))
      }),
    'too-slow',
  ],
  'a brotli bomb': [
    () => {
      const packed = brotliCompressSync(Buffer.alloc(8 * limits.body))
      return saying((_, r) => r.writeHead(200, { 'content-encoding': 'br' }).end(packed))
    },
    'too-large',
  ],
  'five hundred compressions': [
    () =>
      saying((_, r) =>
        r.writeHead(200, { 'content-encoding': Array(500).fill('gzip').join(', ') }).end(bomb),
      ),
    'bad-encoding',
  ],
  'a compression that nobody knows': [
    () => saying((_, r) => r.writeHead(200, { 'content-encoding': 'constructor' }).end('x')),
    'bad-encoding',
  ],
  'gzip that is none': [
    () => saying((_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')),
    'bad-encoding',
  ],
  'gzip that breaks off': [
    () =>
      saying((_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb.subarray(0, 200))),
    'bad-encoding',
  ],
  'ten megabytes of headers': [
    () =>
      raw((socket) => {
        socket.on('error', () => undefined)
        socket.write('HTTP/1.1 200 OK\r\n')
        for (let i = 0; i < 100; i++) socket.write(`x-${i}: ${'a'.repeat(100_000)}\r\n`)
      }),
    'broken-answer',
  ],
  'a body without a status line': [
    () => raw((socket) => socket.end('<rss><channel/></rss>')),
    'broken-answer',
  ],
  'a connection cut in the middle of the body': [
    () =>
      raw((socket) => {
        socket.once('data', () =>
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () =>
            setTimeout(() => socket.resetAndDestroy(), 50),
          ),
        )
      }),
    'broken-answer',
  ],
  'a body shorter than its length': [
    () => raw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')),
    'broken-answer',
  ],
  'an answer without a body': [() => saying((_, r) => r.end()), 'answer 200'],
  'an answer of its own kind': [
    () =>
      saying((_, r) => r.writeHead(429, { 'retry-after': 'Mon, 04 May 2020 12:00:00 GMT' }).end()),
    'answer 429',
  ],
}

for (const [what, [server, reason]] of Object.entries(scenes)) {
  test(`${what}: ${reason}`, async () => {
    const { result } = await meet(server())
    assert.equal(reasonOf(result), reason)
    if ('answer' in result) assert.ok(result.answer.body.length <= 10)
  })
}

test('a server that stays silent holds up nobody else', async () => {
  const silent = meet(raw(() => undefined))
  const { ms } = await meet(saying((_, r) => r.end('ok')))
  assert.ok(ms < 300, `it took ${Math.round(ms)} ms`)
  await silent
})

test('a cookie is neither shown nor sent', async () => {
  const cookies: (string | undefined)[] = []
  const server = saying((request: IncomingMessage, response: ServerResponse) => {
    cookies.push(request.headers.cookie)
    const status = request.url === '/' ? 302 : 200
    response.writeHead(status, { 'set-cookie': 'a=b', location: '/two' }).end()
  })
  const { result } = await meet(server)
  assert.ok('answer' in result && !('set-cookie' in result.answer.headers))
  assert.deepEqual(cookies, [undefined, undefined])
})

test('each compression gives the same bytes', async () => {
  const text = 'Invented for this test. '.repeat(500)
  const packed = {
    gzip: gzipSync(text),
    br: brotliCompressSync(text),
    deflate: deflateSync(text),
    Deflate: deflateRawSync(text),
    identity: Buffer.from(text),
  }
  for (const [encoding, bytes] of Object.entries(packed)) {
    const server = saying((_, r) => r.writeHead(200, { 'content-encoding': encoding }).end(bytes))
    const { result } = await meet(server)
    assert.ok('answer' in result, encoding)
    assert.equal(Buffer.from(result.answer.body).toString(), text, encoding)
  }
})

test('the caller may stop it', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 100)
  const { result, ms } = await meet(
    raw(() => undefined),
    {},
    { signal: stop.signal },
  )
  assert.equal(reasonOf(result), 'stopped')
  assert.ok(ms < 400)
})
