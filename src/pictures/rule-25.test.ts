/** Rule 25, sentence by sentence: what a picture that comes with a story is owed. */
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Newsroom } from '../../test/site/newsroom.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import {
  association,
  photograph,
  pictured,
  pictureServer,
  workPictures,
} from '../../test/site/picture-world.ts'

const ferry = '/articles/the-island-ferry-runs-again'
const second = {
  uri: 'urn:newsml:wire.example:20260504:second',
  headlines: [{ role: 'main', value: 'A second story of the ferry' }],
}
const packet =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Meridian" photoshop:City="Port Linnet"/></rdf:RDF></x:xmpmeta>'

async function pageOf({ get }: Newsroom, path = ferry): Promise<string> {
  return (await get(path)).text()
}

const isShown = (page: string) => page.includes('<figure')

onBothEngines(
  'rule 25: a picture is fetched with its story, told by its bytes, and keeps what it says of itself',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    const file = await (await photograph(1600, 1000)).withXmp(packet).png().toBuffer()
    // Its name, its stated type and what the server says of it are all wrong.
    server.at.set('/ferry.jpg', file)
    server.at.set('/page.jpg', Buffer.from('<!doctype html><title>No picture</title>'))
    const other = association(`${server.origin}/page.jpg`, { name: 'other', uri: 'urn:x:other' })
    await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`), other]))
    await workPictures(newsroom, server.outgoing)
    assert.deepEqual(server.asked.toSorted(), ['/ferry.jpg', '/page.jpg'])
    const originals = await engine.db.selectFrom('picture_originals').selectAll().execute()
    assert.deepEqual(
      originals.map(({ content_type }) => content_type),
      ['image/png'],
    )
    assert.deepEqual(Buffer.from(originals[0]?.bytes ?? []), file, 'kept as it came')
    const page = await pageOf(newsroom)
    assert.equal(page.split('<figure').length - 1, 1)
    const large = /\/pictures\/[^" ]+\/1440\.[^" ]+\.jpg/.exec(page)?.[0] ?? ''
    const bytes = await (await newsroom.get(large)).arrayBuffer()
    const carried = (await sharp(Buffer.from(bytes)).metadata()).xmp?.toString() ?? ''
    assert.match(carried, /Credit="Meridian"[^]*City="Port Linnet"/)
    await engine.close()
  },
)

onBothEngines(
  'rule 25: without caption or credit no picture is shown, and a caption is no alternative text',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/ferry.jpg', await (await photograph(1600, 1000)).jpeg().toBuffer())
    const versions: [object, boolean][] = [
      [{ descriptions: [] }, false],
      [{ by: undefined, creditline: undefined }, false],
      [{ altText: undefined }, true],
    ]
    for (const [at, [lack, shown]] of versions.entries()) {
      const picture = association(`${server.origin}/ferry.jpg`, {
        ...lack,
        version: String(at + 1),
      })
      await newsroom.ingest(pictured([picture], { version: at + 1 }))
      await workPictures(newsroom, server.outgoing)
      assert.equal(isShown(await pageOf(newsroom)), shown, JSON.stringify(lack))
    }
    assert.match(await pageOf(newsroom), /<img[^>]+alt=""/)
    assert.equal(server.asked.length, versions.length, 'each version is fetched again')
    await engine.close()
  },
)

for (const [end, close] of Object.entries({
  killed: { pubStatus: 'canceled' },
  expired: { expires: '2026-05-04T11:00:00Z' },
})) {
  onBothEngines(`rule 25: a picture that is ${end} leaves every story`, async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/ferry.jpg', await (await photograph(1600, 1000)).jpeg().toBuffer())
    const picture = association(`${server.origin}/ferry.jpg`)
    await newsroom.ingest(pictured([picture]))
    await newsroom.ingest(pictured([picture], second))
    await workPictures(newsroom, server.outgoing)
    const stories = [ferry, '/articles/a-second-story-of-the-ferry']
    for (const story of stories) assert.ok(isShown(await pageOf(newsroom, story)), story)
    const address = /\/pictures\/[^" ]+\.jpg/.exec(await pageOf(newsroom))?.[0] ?? ''
    const closed = association(`${server.origin}/ferry.jpg`, { ...close, version: '2' })
    await newsroom.ingest(pictured([closed], { version: 2 }))
    for (const story of stories) assert.ok(!isShown(await pageOf(newsroom, story)), story)
    assert.equal((await newsroom.get(address)).status, 410)
    await engine.close()
  })
}
