import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../../test/site/picture-world.ts'
import { intakeOf } from '../../intake-tools.ts'
import { takeIn } from '../../wire/wire.ts'
import { fetchAgain, waitingPictures } from '../pictures.ts'
import { readBeside } from './beside.ts'
import { bestFirst } from './best-rendition.ts'

const page = '/articles/the-island-ferry-runs-again'

async function reasons({ house }: Newsroom): Promise<string> {
  const waiting = await waitingPictures(house.engine.db, house.now())
  return waiting.flatMap((one) => one.reasons).join(' ')
}

async function isShown({ get }: Newsroom): Promise<boolean> {
  return (await (await get(page)).text()).includes('<picture>')
}

onBothEngines(
  'a page in the place of a picture is refused, whatever its type says',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/a.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'))
    await newsroom.ingest(pictured([association(`${server.origin}/a.jpg`)]))
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(newsroom), false)
    assert.match(await reasons(newsroom), /an HTML page/)
    // The bytes are what they are: asking again would bring the same.
    assert.deepEqual(server.asked, ['/a.jpg'])
    await engine.close()
  },
)

onBothEngines(
  'a picture whose type is stated wrongly is taken for what it is',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    const bytes = await jpeg(800, 500)
    server.at.set('/a', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(bytes),
    )
    await newsroom.ingest(pictured([association(`${server.origin}/a`)]))
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(newsroom), true)
    await engine.close()
  },
)

const troubles: [string, (t: Awaited<ReturnType<typeof pictureServer>>) => void, RegExp][] = [
  ['that is not there', () => undefined, /status 404/],
  [
    'that leads to an address of the house',
    ({ at }) =>
      at.set('/a.jpg', (_, response) =>
        response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
      ),
    /not an address of the public network/,
  ],
  [
    'that never ends',
    ({ at }) =>
      at.set('/a.jpg', (_, response) => {
        response.writeHead(200)
        const drip = setInterval(() => response.write(Buffer.alloc(64 * 1024, 0xff)), 1)
        response.on('close', () => clearInterval(drip))
      }),
    /larger than 20 MB|in time/,
  ],
  [
    'that comes drop by drop',
    ({ at }) =>
      at.set('/a.jpg', (_, response) => {
        response.writeHead(200, { 'content-length': '100000' })
        const drip = setInterval(() => response.write('\xff'), 100)
        response.on('close', () => clearInterval(drip))
      }),
    /in time/,
  ],
  [
    'that says it is too large',
    ({ at }) =>
      at.set('/a.jpg', (_, response) =>
        response.writeHead(200, { 'content-length': String(30 * 1024 * 1024) }).end('x'),
      ),
    /larger than 20 MB/,
  ],
]
for (const [what, set, words] of troubles) {
  onBothEngines(`the desk is told of a picture ${what}`, async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    set(server)
    await newsroom.ingest(pictured([association(`${server.origin}/a.jpg`)]))
    await workPictures(newsroom, server.outgoing)
    assert.match(await reasons(newsroom), words)
    assert.equal(await isShown(newsroom), false)
    await engine.close()
  })
}

onBothEngines(
  'what could not be had is tried again, later each time, and once more when asked',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    await newsroom.ingest(pictured([association(`${server.origin}/a.jpg`)]))
    for (let i = 0; i < 5; i++) {
      await workPictures(newsroom, server.outgoing)
      newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 200_000)
    }
    assert.equal(server.asked.length, 3)
    server.at.set('/a.jpg', await jpeg(800, 500))
    const [{ id = '' } = {}] = await waitingPictures(engine.db, newsroom.clock.now)
    const deed = { editor: 'Ada Quill', now: newsroom.clock.now }
    await newsroom.house.engine.write((tx) => fetchAgain(tx, id, deed))
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(newsroom), true)
    await engine.close()
  },
)

onBothEngines(
  'another version or another address is fetched, the same is not',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/a.jpg', await jpeg(800, 500))
    server.at.set('/b.jpg', await jpeg(800, 500, { sky: '#222222' }))
    const send = async (version: number, href: string, more: object = {}) => {
      await newsroom.ingest(pictured([association(server.origin + href, more)], { version }))
      await workPictures(newsroom, server.outgoing)
    }
    await send(1, '/a.jpg')
    await send(2, '/a.jpg', { descriptions: [{ role: 'caption', value: 'Another caption.' }] })
    assert.deepEqual(server.asked, ['/a.jpg'])
    assert.match(await (await newsroom.get(page)).text(), /Another caption\./)
    await send(3, '/a.jpg', { version: '2' })
    assert.deepEqual(server.asked, ['/a.jpg', '/a.jpg'])
    const before = /\/pictures\/[^ "]+/.exec(await (await newsroom.get(page)).text())?.[0] ?? ''
    await send(4, '/b.jpg', { version: '3' })
    assert.deepEqual(server.asked.slice(2), ['/b.jpg'])
    assert.equal((await newsroom.get(before)).status, 404, 'the former bytes are gone')
    assert.equal(await isShown(newsroom), true)
    await engine.close()
  },
)

onBothEngines(
  'a picture that left the story leaves the page, and its addresses are gone',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/a.jpg', await jpeg(800, 500))
    await newsroom.ingest(pictured([association(`${server.origin}/a.jpg`)]))
    await workPictures(newsroom, server.outgoing)
    const address = /\/pictures\/[^ "]+/.exec(await (await newsroom.get(page)).text())?.[0] ?? ''
    assert.equal((await newsroom.get(address)).status, 200)
    await newsroom.ingest(pictured([], { version: 2 }))
    assert.equal(await isShown(newsroom), false)
    assert.equal((await newsroom.get(address)).status, 410)
    const receipts = await engine.db.selectFrom('receipts').selectAll().execute()
    assert.equal(receipts.length, 1)
    await engine.close()
  },
)

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-pictures-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

onBothEngines(
  'a picture beside the wire file is read from there, and nothing outside of it',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const folder = folderFor(t)
    mkdirSync(join(folder, 'images'))
    writeFileSync(join(folder, 'images', 'ferry.jpg'), await jpeg(800, 500))
    const bytes = Buffer.from(pictured([association('images/ferry.jpg')]))
    const delivery = { bytes, source: 'wire', channel: 'command', fileName: 'story.json', folder }
    await takeIn(delivery, intakeOf(newsroom.house))
    await workPictures(newsroom)
    newsroom.house.pages.forgetAll()
    assert.equal(await isShown(newsroom), true)
    await engine.close()
  },
)

onBothEngines('what came by push has no folder, and no file of this machine', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(pictured([association('../../etc/passwd')]))
  await workPictures(newsroom)
  assert.match(await reasons(newsroom), /no whole one/)
  await engine.close()
})

test('no path leads out of the folder of a wire file', async (t) => {
  const outside = folderFor(t)
  const folder = folderFor(t)
  writeFileSync(join(outside, 'secret.jpg'), 'secret')
  writeFileSync(join(folder, 'plain name.jpg'), 'here')
  symlinkSync(join(outside, 'secret.jpg'), join(folder, 'link.jpg'))
  symlinkSync(outside, join(folder, 'room'))
  const refused = [
    '../secret.jpg',
    `../${outside.split('/').at(-1)}/secret.jpg`,
    '%2e%2e/secret.jpg',
    'a/../../secret.jpg',
    join(outside, 'secret.jpg'),
    `file://${outside}/secret.jpg`,
    '..\\secret.jpg',
    'link.jpg',
    'room/secret.jpg',
    '.',
    'plain\0name.jpg',
  ]
  for (const href of refused) {
    const read = await readBeside(folder, href)
    assert.ok(!('bytes' in read), `${href} was read`)
  }
  assert.ok('bytes' in (await readBeside(folder, 'plain%20name.jpg')))
  assert.ok('bytes' in (await readBeside(folder, './plain name.jpg')))
})

test('the best rendition is the smallest that is large enough, then the largest', () => {
  const at = (name: string, width?: number) => ({
    name,
    href: `https://pictures.example/${name}`,
    ...(width === undefined ? {} : { width }),
  })
  const names = (...of: ReturnType<typeof at>[]) => bestFirst(of).map(({ name }) => name)
  assert.deepEqual(names(at('thumb', 200), at('full', 6000), at('base', 2400)), [
    'base',
    'full',
    'thumb',
  ])
  assert.deepEqual(names(at('small', 400), at('large', 1200)), ['large', 'small'])
  assert.deepEqual(names(at('thumbnail'), at('preview'), at('main')), ['main', 'preview'])
  assert.deepEqual(names(at('thumbnail')), ['thumbnail'])
})
