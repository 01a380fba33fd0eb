import assert from 'node:assert/strict'
import sharp from 'sharp'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Newsroom } from '../../test/site/newsroom.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import type { PictureServer } from '../../test/site/picture-world.ts'
import { runNext } from '../jobs/jobs.ts'
import { confirmTerms, pictureWorkers, waitingPictures } from './pictures.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../test/site/picture-world.ts'

const slug = 'the-island-ferry-runs-again'
const page = `/articles/${slug}`

/** The addresses of pictures that a page names, its own and those for link previews. */
async function addressesOn({ get }: Newsroom, path = page): Promise<string[]> {
  const text = await (await get(path)).text()
  return [...new Set([...text.matchAll(/\/pictures\/[\w-]+\/[\w.-]+/g)].map(([found]) => found))]
}

async function statuses({ get }: Newsroom, addresses: string[]): Promise<number[]> {
  const answers = await Promise.all(addresses.map((address) => get(address)))
  return [...new Set(answers.map(({ status }) => status))]
}

async function withFerry(newsroom: Newsroom, server: PictureServer, more: object = {}) {
  server.at.set('/ferry.jpg', await jpeg(1600, 1000))
  await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`, more)]))
  await workPictures(newsroom, server.outgoing)
}

onBothEngines(
  'a picture of the wire is fetched, made small, and shown everywhere',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    await withFerry(newsroom, server)
    assert.deepEqual(server.asked, ['/ferry.jpg'])
    const text = await (await newsroom.get(page)).text()
    assert.match(
      text,
      /<figcaption>The ferry leaves the harbour of Port Linnet\. <span class="credit">Ada Quill\/Meridian</,
    )
    assert.match(text, /alt="A white ferry between two stone piers\."/)
    assert.match(text, /<source type="image\/avif" srcset="[^"]+360w, [^"]+1080w, [^"]+1440w"/)
    assert.match(text, /width="1440" height="900"[^>]+fetchpriority="high"/)
    assert.match(
      text,
      /property="og:image" content="http:\/\/localhost:8080\/pictures\/[^"]+x3-2[^"]+\.jpg"/,
    )
    for (const address of await addressesOn(newsroom)) {
      const answer = await newsroom.get(address)
      assert.equal(answer.status, 200, address)
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
      assert.equal(answer.headers.get('cache-control'), 'public, no-cache')
      const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      assert.ok(
        address.endsWith({ jpeg: 'jpg', webp: 'webp', heif: 'avif' }[format as string] ?? '?'),
      )
      assert.equal(String(width), /\/(\d+)/.exec(address.slice(10))?.[1])
    }
    for (const path of [
      '/',
      '/feeds/all.rss',
      '/feeds/all.atom',
      '/feeds/all.json',
      `${page}.json`,
    ])
      assert.ok((await addressesOn(newsroom, path)).length > 0, `${path} has it`)
    await engine.close()
  },
)

onBothEngines('a page that comes back with a refusal has its pictures', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await withFerry(newsroom, await pictureServer(t))
  const refused = await newsroom.post(`${page}/comments`, { name: 'Ada', text: ' ' })
  assert.equal(refused.status, 422)
  const text = await refused.text()
  assert.match(text, /<picture>/)
  assert.match(text, /<textarea[^>]+autofocus/)
  await engine.close()
})

onBothEngines(
  'a cache must ask each time, and is told in one word that nothing changed',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await withFerry(newsroom, await pictureServer(t))
    const [address = ''] = await addressesOn(newsroom)
    const etag = (await newsroom.get(address)).headers.get('etag') ?? ''
    const again = await newsroom.get(address, { 'if-none-match': etag })
    assert.equal(again.status, 304)
    assert.equal((await again.arrayBuffer()).byteLength, 0)
    await engine.close()
  },
)

onBothEngines('no rendition is larger than the picture', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await pictureServer(t)
  server.at.set('/small.jpg', await jpeg(500, 300))
  await newsroom.ingest(pictured([association(`${server.origin}/small.jpg`)]))
  await workPictures(newsroom, server.outgoing)
  const text = await (await newsroom.get(page)).text()
  assert.match(text, /360w, [^"]+500w"/)
  assert.doesNotMatch(text, /720w/)
  await engine.close()
})

const lacks: [string, object, RegExp][] = [
  ['caption', { descriptions: [] }, /no caption/],
  ['credit', { by: undefined, creditline: undefined }, /no credit/],
]
for (const [what, more, words] of lacks) {
  onBothEngines(`a picture without a ${what} waits for an editor`, async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await withFerry(newsroom, await pictureServer(t), more)
    assert.deepEqual(await addressesOn(newsroom), [])
    const [waiting] = await waitingPictures(engine.db, newsroom.clock.now)
    assert.match(waiting?.reasons.join(' ') ?? '', words)
    await engine.close()
  })
}

onBothEngines(
  'without a text of its own a picture has an empty one, and not its caption twice',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const caption = 'The ferry leaves the harbour of Port Linnet.'
    await withFerry(newsroom, await pictureServer(t), { altText: caption })
    const text = await (await newsroom.get(page)).text()
    assert.match(text, /<img [^>]*alt=""/)
    assert.match(text, new RegExp(`<figcaption>${caption}`))
    await engine.close()
  },
)

onBothEngines('terms of use in prose keep a picture back', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await withFerry(newsroom, await pictureServer(t), { usageTerms: 'TURKEY OUT' })
  assert.deepEqual(await addressesOn(newsroom), [])
  await engine.close()
})

for (const expires of ['', 'soon']) {
  onBothEngines(
    `a picture whose end is “${expires}” waits until a person has decided`,
    async ({ open }, t) => {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      await withFerry(newsroom, await pictureServer(t), { expires })
      assert.deepEqual(await addressesOn(newsroom), [])
      const { id } = await engine.db.selectFrom('pictures').select('id').executeTakeFirstOrThrow()
      const deed = { editor: 'Ida', now: newsroom.clock.now }
      await engine.write((tx) => confirmTerms(tx, id, 'The agency named no end.', deed))
      newsroom.house.pages.forgetAll()
      assert.notDeepEqual(await addressesOn(newsroom), [])
      await engine.close()
    },
  )
}

const stops: [string, object][] = [
  ['killed', { pubStatus: 'canceled' }],
  ['withheld', { pubStatus: 'withheld' }],
  ['of a status that nobody knows', { pubStatus: 'cancelled' }],
  ['expired', { expires: '2026-05-04T11:00:00Z' }],
  ['under an embargo of its own', { embargoed: '2026-05-04T13:00:00Z' }],
]
for (const [state, more] of stops) {
  onBothEngines(`a picture that is ${state} leaves every story, at once`, async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    const other = {
      uri: 'urn:newsml:wire.example:20260504:other',
      headlines: [{ role: 'main', value: 'Another story of the ferry' }],
    }
    await withFerry(newsroom, server)
    await newsroom.ingest(pictured([association(`${server.origin}/ferry.jpg`)], other))
    const elsewhere = '/articles/another-story-of-the-ferry'
    const addresses = await addressesOn(newsroom)
    assert.deepEqual(await statuses(newsroom, addresses), [200])
    assert.ok((await addressesOn(newsroom, elsewhere)).length > 0)
    const next = association(`${server.origin}/ferry.jpg`, { version: '2', ...more })
    await newsroom.ingest(pictured([next], { version: 2, embargoed: undefined }))
    assert.deepEqual(await statuses(newsroom, addresses), [410])
    for (const path of [page, elsewhere, '/', '/feeds/all.rss', '/feeds/all.json', `${page}.json`])
      assert.deepEqual(await addressesOn(newsroom, path), [], path)
    const receipts = await engine.db.selectFrom('receipts').select('cause').execute()
    assert.ok(state.startsWith('under') || receipts.length === 2, JSON.stringify(receipts))
    await engine.close()
  })
}

onBothEngines(
  'JPEGs come first, then all formats of one picture after the other',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    const later = () => {
      newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 1000)
    }
    for (const path of ['/a.jpg', '/b.jpg']) {
      later()
      server.at.set(path, await jpeg(400, 300))
      const uri = `urn:newsml:wire.example:${path}`
      await newsroom.ingest(
        pictured([association(server.origin + path, { uri })], {
          uri: `${uri}:text`,
          headlines: [{ role: 'main', value: `Story ${path}` }],
        }),
      )
    }
    const { house } = newsroom
    const [fetching, making] = pictureWorkers({ ...house, outgoing: server.outgoing })
    assert.ok(fetching && making)
    while (await runNext(fetching, house)) later()
    const order: string[] = []
    for (;;) {
      later()
      if (!(await runNext(making, house))) break
      const rows = await engine.db
        .selectFrom('pictures')
        .select(['guid', 'renditions'])
        .orderBy('guid')
        .execute()
      order.push(
        rows
          .map(
            ({ renditions }) =>
              new Set((JSON.parse(renditions) as { format: string }[]).map(({ format }) => format))
                .size,
          )
          .join(),
      )
    }
    assert.deepEqual(order, ['1,0', '1,1', '2,1', '3,1', '3,2', '3,3'])
    await engine.close()
  },
)
