import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { association, jpeg, pictured, pictureServer } from '../../../test/site/picture-world.ts'
import { hostileRecords, places, skipWithout } from '../../../test/data/test-data.ts'
import { runNext } from '../../jobs/jobs.ts'
import { middle } from '../picture.ts'
import { pictureWorkers } from '../pictures.ts'
import type { Decoding } from './decoding.ts'
import { decodingApart } from './decoding.ts'
import { withoutNetwork } from './network.ts'

const failing = join(import.meta.dirname, '../../../test/failing-decoder.process.ts')
/** Short enough for a test, and long enough for a busy machine to examine a small picture. */
const limits = { time: 8000, memory: 400 * 1024 ** 2, idle: 60_000 }

function decodingFor(t: TestContext, entry?: string): Decoding {
  const decoding = entry === undefined ? decodingApart() : decodingApart(limits, entry)
  t.after(() => decoding.stop())
  return decoding
}

for (const [fault, reason] of [
  ['crash', /broke off/],
  ['hang', /longer than 8 s/],
  ['grow', /more than 400 MB/],
] as const) {
  test(`a picture on which the decoder would ${fault} is refused, and the next one is not`, async (t) => {
    const decoding = decodingFor(t, failing)
    const photo = await jpeg(640, 400)
    const [bad, good] = await Promise.all([
      decoding.examine(Buffer.from(`${fault} and nothing else`)),
      decoding.examine(photo),
    ])
    assert.ok('refused' in bad)
    assert.match(bad.refused, reason)
    assert.ok('sha256' in good)
    assert.ok('sha256' in (await decoding.examine(photo)))
  })
}

test('the process of the decoder has no environment, and may read, write and start nothing', async (t) => {
  const around = await decodingFor(t, failing).examine(Buffer.from('look around'))
  assert.deepEqual(around, { environment: [], arguments: 2, may: [] })
})

const canBeCutOff = withoutNetwork() !== undefined
test(
  'the process of the decoder reaches no server, not even on this machine',
  { skip: canBeCutOff ? false : 'this machine lets no program be started without its network' },
  async (t) => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.after(() => server.close())
    const { port } = server.address() as AddressInfo
    assert.equal(await decodingFor(t, failing).examine(Buffer.from(`call ${port}`)), 'ENETUNREACH')
  },
)

test('what is examined and made apart is what would be made here', async (t) => {
  const decoding = decodingFor(t)
  const result = await decoding.examine(await jpeg(800, 500))
  assert.ok('sha256' in result)
  const made = await decoding.renditionsOf(result, middle, 'jpeg', 'key')
  assert.ok(made.length > 2)
  for (const { bytes, size } of made) {
    assert.equal(bytes.length, size)
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8])
  }
  await assert.rejects(
    decoding.renditionsOf({ ...result, bytes: Buffer.from('none') }, middle, 'jpeg', 'key'),
    { name: 'DecoderFailed' },
  )
})

onBothEngines(
  'a decoder that breaks off costs one picture and not the site',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/bad.jpg', Buffer.from('crash and nothing else'))
    server.at.set('/good.jpg', await jpeg(1200, 800))
    const named = (name: string) =>
      association(`${server.origin}/${name}.jpg`, { name, uri: `urn:newsml:wire.example:${name}` })
    await newsroom.ingest(pictured([named('bad'), named('good')]))
    const decoding = decodingFor(t, failing)
    const { house } = newsroom
    const { outgoing } = server
    for (const worker of pictureWorkers({ engine, now: house.now, outgoing, decoding }))
      while (await runNext(worker, house));
    assert.equal((await newsroom.get('/articles/the-island-ferry-runs-again')).status, 200)
    const rows = await engine.db
      .selectFrom('pictures')
      .select(['guid', 'trouble', 'original'])
      .execute()
    const of = (name: string) => rows.find(({ guid }) => guid.endsWith(name))
    assert.match(of('bad')?.trouble ?? '', /It cannot be decoded: the decoder broke off/)
    assert.equal(of('good')?.trouble, null)
    assert.notEqual(of('good')?.original, null)
    await engine.close()
  },
)

const folder = join(places.hostile, 'upload')

test('no hostile upload breaks the decoder', { skip: skipWithout(folder) }, async (t) => {
  const decoding = decodingFor(t)
  const names = readdirSync(folder).map((name) => name.replace(/\.jsonl$/, ''))
  for (const { name, bytes } of hostileRecords('upload', names, 1000)) {
    const result = await decoding.examine(bytes)
    if ('refused' in result) assert.doesNotMatch(result.refused, /broke off|longer|MB$/, name)
  }
})
