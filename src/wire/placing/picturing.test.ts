import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import type { PictureServer } from '../../../test/site/picture-world.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../../test/site/picture-world.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { intakeOf } from '../../intake-tools.ts'
import { runNext } from '../../jobs/jobs.ts'
import { usagePhrases, usageWorker } from '../wire.ts'
import { addSource } from '../sources/sources.ts'

const page = '/articles/the-island-ferry-runs-again'
const guid = 'urn:newsml:wire.example:20260504:ferry-picture'

async function isShown({ get }: Newsroom, path = page): Promise<boolean> {
  return (await (await get(path)).text()).includes('<picture>')
}

/** The picture as an item of its own. */
function pictureItem(href: string, more: object = {}): string {
  return JSON.stringify({
    $schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
    uri: guid,
    standard: { name: 'ninjs', version: '3.0' },
    type: 'picture',
    version: '1',
    pubStatus: 'usable',
    versionCreated: '2026-05-04T01:00:00Z',
    headlines: [{ role: 'main', value: 'Ferry' }],
    descriptions: [{ role: 'caption', value: 'The ferry at its pier.' }],
    by: 'Ada Quill',
    creditline: 'Meridian',
    renditions: [{ name: 'main', href, contentType: 'image/jpeg', width: 1600, height: 1000 }],
    ...more,
  })
}

async function served(t: Parameters<typeof pictureServer>[0]): Promise<PictureServer> {
  const server = await pictureServer(t)
  server.at.set('/ferry.jpg', await jpeg(800, 500))
  return server
}

const onlyNamed = { name: 'main', uri: guid, type: 'picture' }

for (const order of ['first', 'last']) {
  onBothEngines(
    `a story that only names its picture gets it from the picture’s own item, which comes ${order}`,
    async ({ open }, t) => {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      const server = await served(t)
      const both = [pictureItem(`${server.origin}/ferry.jpg`), pictured([onlyNamed])]
      for (const file of order === 'first' ? both : both.toReversed()) await newsroom.ingest(file)
      await workPictures(newsroom, server.outgoing)
      assert.match(
        await (await newsroom.get(page)).text(),
        /The ferry at its pier\. <span class="credit">Ada Quill\/Meridian/,
      )
      await engine.close()
    },
  )
}

for (const order of ['before', 'after']) {
  onBothEngines(
    `a kill of the picture by its own name reaches the story, also ${order} it`,
    async ({ open }, t) => {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      const server = await served(t)
      const kill = pictureItem(`${server.origin}/ferry.jpg`, {
        version: '2',
        pubStatus: 'canceled',
        versionCreated: '2026-05-04T02:00:00Z',
      })
      if (order === 'before') await newsroom.ingest(kill)
      await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)]))
      await workPictures(newsroom, server.outgoing)
      assert.equal(await isShown(newsroom), order === 'after')
      if (order === 'after') await newsroom.ingest(kill)
      assert.equal(await isShown(newsroom), false)
      assert.equal(await isShown(newsroom, '/'), false)
      await engine.close()
    },
  )
}

onBothEngines('a kill of a picture outlives the story’s use of it', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await served(t)
  const href = `${server.origin}/ferry.jpg`
  const other = { uri: 'urn:newsml:wire.example:20260504:other' }
  await newsroom.ingest(pictured([association(href)]))
  await newsroom.ingest(
    pictured([association(href)], {
      ...other,
      headlines: [{ role: 'main', value: 'Another one' }],
    }),
  )
  await workPictures(newsroom, server.outgoing)
  assert.equal(await isShown(newsroom, '/articles/another-one'), true)
  await newsroom.ingest(pictured([association(href, { pubStatus: 'canceled' })], { version: 2 }))
  await newsroom.ingest(pictured([], { version: 3 }))
  assert.equal(await isShown(newsroom, '/articles/another-one'), false)
  await engine.close()
})

/** A package of NewsML-G2 that puts a text and a picture beside each other. */
const packageFile = `<?xml version="1.0" encoding="UTF-8"?>
<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20260504:package" version="1" standard="NewsML-G2" standardversion="2.34" xml:lang="en">
<itemMeta><itemClass qcode="ninat:composite"/><provider literal="Meridian"/><versionCreated>2026-05-04T01:30:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Ferry package</headline></contentMeta>
<groupSet root="main"><group id="main" role="group:main"><itemRef residref="urn:newsml:wire.example:20260504:skerry"><itemClass qcode="ninat:text"/></itemRef><itemRef residref="${guid}"><itemClass qcode="ninat:picture"/></itemRef></group></groupSet>
</packageItem>`

const orders = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]
for (const order of orders) {
  onBothEngines(
    `a package brings text and picture together, in whatever order they come (${order.join('')})`,
    async ({ open }, t) => {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      const server = await served(t)
      const files = [wireFile(), pictureItem(`${server.origin}/ferry.jpg`), packageFile]
      for (const place of order) await newsroom.ingest(files[place] ?? '')
      await workPictures(newsroom, server.outgoing)
      assert.equal(
        await isShown(newsroom, '/articles/keepers-return-to-light-skerry-point-by-hand'),
        true,
      )
      await engine.close()
    },
  )
}

const feed = (href: string) =>
  `<rss version="2.0"><channel><title>Meridian</title><item><guid>a</guid><title>A feed has a picture</title><description>Words.</description><enclosure url="${href}" type="image/jpeg" length="1"/></item></channel></rss>`

onBothEngines(
  'a feed’s pictures are taken only where the source’s settings say so',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await served(t)
    const source = {
      title: 'Feed',
      channel: { kind: 'command' as const },
      publish: 'by-itself' as const,
      summary: 'extract' as const,
      searchEngines: 'index' as const,
    }
    await addSource(engine, { ...source, name: 'agreed', pictures: 'take' }, newsroom.clock.now)
    await newsroom.ingest(feed(`${server.origin}/ferry.jpg`), 'unknown')
    await workPictures(newsroom, server.outgoing)
    assert.deepEqual(server.asked, [])
    await newsroom.ingest(feed(`${server.origin}/ferry.jpg`), 'agreed')
    await workPictures(newsroom, server.outgoing)
    assert.deepEqual(server.asked, ['/ferry.jpg'])
    await engine.close()
  },
)

onBothEngines('a source that leaves its pictures is not asked for them', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await served(t)
  await addSource(
    engine,
    {
      name: 'words-only',
      title: 'Words',
      channel: { kind: 'command' },
      publish: 'by-itself',
      summary: 'extract',
      searchEngines: 'index',
      pictures: 'leave',
    },
    newsroom.clock.now,
  )
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)]), 'words-only')
  await workPictures(newsroom, server.outgoing)
  assert.deepEqual(server.asked, [])
  await engine.close()
})

onBothEngines(
  'a story’s own kill closes its pictures, and the receipt names them',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await served(t)
    await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)]))
    await workPictures(newsroom, server.outgoing)
    const address = /\/pictures\/[^ "]+/.exec(await (await newsroom.get(page)).text())?.[0] ?? ''
    assert.equal((await newsroom.get(address)).status, 200)
    await newsroom.ingest(pictured([], { version: 2, pubStatus: 'canceled' }))
    assert.equal((await newsroom.get(address)).status, 410)
    const marks = await engine.db.selectFrom('receipt_marks').selectAll().execute()
    const mark = marks.find(({ what }) => what === 'picture addresses')
    assert.ok(mark?.detail.includes(address), mark?.detail)
    await engine.close()
  },
)

onBothEngines(
  'an embargo that ends opens the picture with its story, and not before',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await served(t)
    const embargoed = '2026-05-04T12:30:00Z'
    await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)], { embargoed }))
    await workPictures(newsroom, server.outgoing)
    const made = await engine.db
      .selectFrom('picture_renditions')
      .select(['picture_id', 'name'])
      .execute()
    const addresses = made.map(({ picture_id, name }) => `/pictures/${picture_id}/${name}`)
    assert.ok(addresses.length > 0)
    for (const address of addresses) assert.equal((await newsroom.get(address)).status, 404)
    newsroom.clock.now = new Date('2026-05-04T12:30:01Z')
    for (const address of addresses) assert.equal((await newsroom.get(address)).status, 200)
    await engine.close()
  },
)

onBothEngines('a picture that expires leaves the page at that moment', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await served(t)
  const expires = '2026-05-04T13:00:00Z'
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`, { expires })]))
  await workPictures(newsroom, server.outgoing)
  assert.equal(await isShown(newsroom), true)
  newsroom.clock.now = new Date('2026-05-04T13:00:00.500Z')
  await workPictures(newsroom, server.outgoing)
  assert.equal(await isShown(newsroom), false)
  await engine.close()
})

onBothEngines(
  'a phrase that was judged once shows the picture, until the end that it sets',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await served(t)
    const terms = { usageTerms: 'TURKEY OUT. NO ARCHIVAL USE' }
    await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`, terms)]))
    await workPictures(newsroom, server.outgoing)
    assert.equal(await isShown(newsroom), false)
    const desk = await signedIn(newsroom)
    const judge = async (words: string, fields: Record<string, string>) => {
      const phrase = (await usagePhrases(engine.db, 10)).find((one) => one.words === words)
      assert.equal((await desk.post(`/desk/usage/${phrase?.id}`, fields)).status, 303)
      const { house } = newsroom
      const worker = usageWorker(house.engine, () => ({
        ...intakeOf(house),
        now: house.now(),
      }))
      while (await runNext(worker, house));
    }
    await judge('TURKEY OUT', { nothing: 'yes' })
    assert.equal(await isShown(newsroom), false)
    assert.match(await desk.page('/desk/pictures'), /nobody has said yet what .NO ARCHIVAL USE/)
    await judge('NO ARCHIVAL USE', { 'archive-days': '30' })
    assert.equal(await isShown(newsroom), true)
    newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 31 * 24 * 3_600_000)
    await workPictures(newsroom, server.outgoing)
    newsroom.house.pages.forgetAll()
    assert.equal(await isShown(newsroom), false)
    await engine.close()
  },
)
