import assert from 'node:assert/strict'
import type { Server } from 'node:net'
import { createServer as createSecureServer } from 'node:https'
import { test } from 'node:test'
import { certificates } from '../../test/servers/certificates.ts'
import { limits, meet, publicAddress, reasonOf, saying } from '../../test/servers/hostile-server.ts'

const redirectsTo: [string, string][] = [
  ['http://169.254.169.254/', 'forbidden-address'],
  ['http://[::ffff:127.0.0.1]/', 'forbidden-address'],
  ['http://localhost/', 'forbidden-address'],
  ['file:///etc/hostname', 'bad-address'],
  ['http://feed.example:22/', 'forbidden-port'],
  ['http://feed.example/', 'too-many-redirects'],
]
for (const [location, reason] of redirectsTo) {
  test(`a redirect to ${location} ends as ${reason}`, async () => {
    const server = saying((_, response) => response.writeHead(302, { location }).end())
    const { result, dialled } = await meet(server)
    assert.equal(reasonOf(result), reason)
    assert.ok(dialled.length <= 6)
    assert.ok(dialled.every((address) => address === publicAddress))
  })
}

test('a relative redirect is followed, five of them, and a sixth is not', async () => {
  const hops = (most: number): Server =>
    saying((request, response) => {
      const hop = Number(request.url?.slice(2) || 0)
      if (hop >= most) response.end('here')
      else response.writeHead(302, { location: `/h${hop + 1}` }).end()
    })
  assert.equal(reasonOf((await meet(hops(5))).result), 'answer 200')
  assert.equal(reasonOf((await meet(hops(6))).result), 'too-many-redirects')
  assert.equal(reasonOf((await meet(hops(21))).result), 'too-many-redirects')
})

test('only an unbroken chain of permanent redirects moves an address', async () => {
  const chain = (...statuses: number[]): Server =>
    saying((request, response) => {
      const hop = Number(request.url?.slice(2) || 0)
      const status = statuses[hop]
      if (status === undefined) response.end('here')
      else response.writeHead(status, { location: `/h${hop + 1}` }).end()
    })
  const moved = async (...statuses: number[]) => {
    const { result } = await meet(chain(...statuses))
    return 'answer' in result ? result.answer.movedTo : 'refused'
  }
  assert.equal(await moved(301, 308), 'http://feed.example/h2')
  assert.equal(await moved(301, 302), undefined)
  assert.equal(await moved(302, 301), undefined)
  assert.equal(await moved(), undefined)
})

test('keys go to the host they were meant for, and to no other', async () => {
  const seen: (string | undefined)[] = []
  const server = saying((request, response) => {
    seen.push(request.headers.authorization)
    if (request.headers.host === 'feed.example')
      response.writeHead(302, { location: 'http://other.example/' }).end()
    else response.end()
  })
  await meet(server, { headers: { authorization: 'Bearer key' } })
  assert.deepEqual(seen, ['Bearer key', undefined])
})

const names: [string, string[]][] = [
  ['public and ::1', [publicAddress, '::1']],
  ['a thousand, one private', [...Array<string>(999).fill(publicAddress), '10.0.0.1']],
  ['an alias of localhost', ['127.0.0.1', '::1']],
]
for (const [what, addresses] of names) {
  test(`a name that leads to ${what} is not called`, async () => {
    const settings = { resolve: () => Promise.resolve(addresses) }
    const { result, dialled } = await meet(
      saying((_, r) => r.end()),
      {},
      settings,
    )
    assert.equal(reasonOf(result), 'forbidden-address')
    assert.deepEqual(dialled, [])
  })
}

test('a name that changes between two answers is called where it was checked', async () => {
  let asked = 0
  const settings = {
    resolve: () => Promise.resolve([asked++ === 0 ? publicAddress : '127.0.0.1']),
  }
  const { result, dialled } = await meet(
    saying((_, r) => r.end('ok')),
    {},
    settings,
  )
  assert.equal(reasonOf(result), 'answer 200')
  assert.deepEqual([asked, dialled], [1, [publicAddress]])
})

test('a name server that does not answer costs the time to connect and no more', async () => {
  const never = { resolve: () => new Promise<string[]>(() => undefined) }
  const { result, dialled, ms } = await meet(
    saying((_, r) => r.end()),
    {},
    never,
  )
  assert.equal(reasonOf(result), 'too-slow')
  assert.deepEqual(dialled, [])
  assert.ok(ms < limits.connect + 300)
})

test('a certificate for another name, a strange one and an expired one are refused', async (t) => {
  const files = certificates()
  if (!files) return t.skip('skipped: there is no openssl on this machine')
  const { good, expired } = files
  const play = async (pair: { key: string; cert: string }, address: string, ca?: string) => {
    const server = createSecureServer(pair, (_, response) => response.end('ok'))
    const { result } = await meet(server, { address }, ca === undefined ? {} : { ca })
    return reasonOf(result)
  }
  assert.equal(await play(good, 'https://feed.example/', good.cert), 'answer 200')
  assert.equal(await play(good, 'https://other.example/', good.cert), 'bad-certificate')
  assert.equal(await play(good, 'https://feed.example/'), 'bad-certificate')
  assert.equal(await play(expired, 'https://feed.example/', expired.cert), 'bad-certificate')
  assert.equal(
    reasonOf(
      (
        await meet(
          saying((_, r) => r.end()),
          { address: 'https://feed.example/' },
        )
      ).result,
    ),
    'bad-certificate',
  )
})

test('https that redirects to http is not followed', async (t) => {
  const files = certificates()
  if (!files) return t.skip('skipped: there is no openssl on this machine')
  const server = createSecureServer(files.good, (_, response) =>
    response.writeHead(301, { location: 'http://feed.example/' }).end(),
  )
  const request = { address: 'https://feed.example/' }
  const { result } = await meet(server, request, { ca: files.good.cert })
  assert.equal(reasonOf(result), 'downgrade')
})
