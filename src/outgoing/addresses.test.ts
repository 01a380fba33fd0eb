import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { places, skipWithout } from '../../test/data/test-data.ts'
import { isGlobal } from './address-ranges.ts'
import type { OutgoingSettings } from './outgoing.ts'
import { fetchOutside } from './outgoing.ts'

const folder = join(places.hostile, 'ssrf')
const skip = skipWithout(folder)
const publicAddress = '93.184.215.14'

interface Attack {
  name: string
  text: string
  expect: string
}

function attacksIn(file: string): Attack[] {
  return readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Attack)
}

const server = createServer((_request, response) => response.end('<rss/>'))
before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
after(() => server.close())

/** Every name is public, and every packet is noted and goes to a server of the test's own. */
function watched(): { dialled: string[]; settings: OutgoingSettings } {
  const dialled: string[] = []
  const { port } = server.address() as AddressInfo
  return {
    dialled,
    settings: {
      limits: { connect: 1000, total: 2000 },
      resolve: () => Promise.resolve([publicAddress]),
      dial: (addresses) => {
        dialled.push(...addresses)
        return connect(port, '127.0.0.1')
      },
    },
  }
}

test('no packet goes to an address, name or scheme that must be blocked', { skip }, async (t) => {
  const { dialled, settings } = watched()
  const attacks = ['own', 'patt', 'ssrf-req-filter'].flatMap(attacksIn)
  const blocked = attacks.filter(({ expect }) => expect === 'block')
  for (const { name, text } of blocked) {
    const result = await fetchOutside({ address: text }, settings)
    // `http:///feed.xml` and its like read as a host by browsers; here they are no address.
    assert.ok('refused' in result, `${name}: ${text}`)
  }
  assert.deepEqual(dialled, [])
  for (const { text } of attacks.filter(({ expect }) => expect === 'review'))
    await fetchOutside({ address: text }, settings)
  assert.ok(
    dialled.every((address) => address === publicAddress),
    'what is under review reaches public addresses at most',
  )
  t.diagnostic(`${blocked.length} addresses blocked`)
})

test('what is public stays reachable', { skip }, async (t) => {
  const { settings } = watched()
  const allowed = ['own', 'ssrf-req-filter']
    .flatMap(attacksIn)
    .filter(({ expect }) => expect === 'allow')
  for (const { text } of allowed) {
    const { dialled, settings: one } = watched()
    const result = await fetchOutside({ address: text }, { ...settings, dial: one.dial! })
    // The test's server speaks no TLS: for https the packet that left is the proof.
    if (text.startsWith('http:')) assert.ok('answer' in result, text)
    assert.equal(dialled.length, 1, text)
    assert.ok(dialled.every(isGlobal), text)
  }
  t.diagnostic(`${allowed.length} addresses allowed`)
})

/** Each kind of address that hides another, written for this test. */
const closed = [
  '127.0.0.1',
  '10.255.255.255',
  '100.127.255.255',
  '169.254.169.254',
  '168.63.129.16',
  '192.0.0.192',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '::ffff:127.0.0.1',
  '64:ff9b::808:808',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff0e::1',
  '100::1',
  '5f00::1',
  '3fff::1',
  'example.org',
  '',
]

test('only addresses of the public network are global', () => {
  for (const address of closed) assert.equal(isGlobal(address), false, address)
  for (const address of ['8.8.8.8', '9.255.255.255', '2606:4700:4700::1111', '2a00:1450::1'])
    assert.equal(isGlobal(address), true, address)
})

const shapes = [
  'http:///feed.example/',
  'http:/feed.example/',
  'http:\\\\feed.example',
  ' http://a.example',
  'http://a.example/\n',
  'http://user@a.example/',
  'http://@a.example/',
  'http://a.example:22/',
  'ftp://a.example/',
]

test('an address that only a browser would repair is refused', async () => {
  const { dialled, settings } = watched()
  for (const address of shapes)
    assert.ok('refused' in (await fetchOutside({ address }, settings)), address)
  assert.deepEqual(dialled, [])
})

test('an administrator’s own host is reached at that port alone', async () => {
  const { port } = server.address() as AddressInfo
  const named = [`127.0.0.1:${port}`]
  const own = await fetchOutside({ address: `http://127.0.0.1:${port}/` }, { named })
  assert.ok('answer' in own)
  assert.equal(Buffer.from(own.answer.body).toString(), '<rss/>')
  for (const address of [
    'http://127.0.0.1/',
    `http://127.0.0.2:${port}/`,
    `http://localhost:${port}/`,
  ])
    assert.ok('refused' in (await fetchOutside({ address }, { named })), address)
})
