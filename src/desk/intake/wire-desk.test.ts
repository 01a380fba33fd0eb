import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { intakeOf } from '../../intake-tools.ts'
import { announced } from '../../database/database.ts'
import { markReceipts, Reached } from '../../ledger/ledger.ts'
import { takeIn } from '../../wire/wire.ts'
import { instantIn } from './instant-in-zone.ts'

const note = 'Phone of the source 555 0100'

onBothEngines('the wire page finds by source, state, subject and words', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const guid = (name: string) => `urn:newsml:wire.example:${name}`
  const facts = '<embargoed>2026-05-04T12:20:00Z</embargoed>'
  const story = (name: string) => ({
    guid: guid(name),
    headline: `Story ${name}`,
    body: [`Text ${name}.`],
  })
  await newsroom.ingest(wireFile({ ...story('Open'), body: ['Die GRÖSSTE Welle 100%.'] }), 'one')
  await newsroom.ingest(wireFile({ ...story('Later'), meta: facts }), 'two')
  await newsroom.ingest(wireFile({ ...story('Held'), meta: '<embargoed/>' }), 'two')
  await newsroom.ingest(wireFile({ ...story('Stop'), status: 'withheld' }), 'two')
  await newsroom.ingest(wireFile({ ...story('Kill'), status: 'canceled' }), 'two')
  await newsroom.ingest(wireFile({ ...story('Open'), version: 3, headline: 'Third' }), 'one')
  await newsroom.ingest(wireFile({ ...story('Open'), version: 2, headline: 'Second' }), 'one')
  await newsroom.ingest(wireFile({ ...story('Open'), version: 3, headline: 'Clash' }), 'one')
  const desk = await signedIn(newsroom)
  const shown = async (query: string) => {
    const page = await desk.page(`/desk/wire?${query}`)
    return [...page.matchAll(/<a href="\/desk\/items\/\w+" dir="auto">([^<]+)/g)].map(([, h]) => h)
  }
  assert.equal((await shown('')).length, 8)
  assert.deepEqual(await shown('source=one&state=open'), ['Third'])
  assert.deepEqual(await shown('state=embargoed'), ['Story Later'])
  assert.deepEqual(await shown('state=held'), ['Story Held'])
  assert.deepEqual(await shown('state=withheld'), ['Story Stop'])
  assert.deepEqual(await shown('state=canceled'), ['Story Kill'])
  assert.deepEqual(await shown('state=late'), ['Second'])
  assert.deepEqual(await shown('state=conflict'), ['Clash'])
  assert.deepEqual(await shown('state=replaced'), ['Story Open'])
  assert.deepEqual(await shown('q=grösste+WELLE'), ['Story Open'])
  assert.deepEqual(await shown("q=%25_'%3B--"), await shown(''), 'signs are no words')
  assert.deepEqual(await shown('q=nowhere'), [])
  newsroom.clock.now = new Date('2026-05-04T12:20:00Z')
  assert.deepEqual(await shown('state=embargoed'), [], 'the gate decides when it is drawn')
  await engine.close()
})

onBothEngines('rule 21: private notes and bytes are for the desk alone', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: `<edNote>${note}</edNote>` }))
  const desk = await signedIn(newsroom)
  const list = await desk.page('/desk/wire')
  const address = /\/desk\/items\/\w+/.exec(list)?.[0] ?? ''
  const item = await desk.page(address)
  assert.match(item, /555 0100/)
  const bytes = /\/desk\/deliveries\/\w+\/bytes/.exec(item)?.[0] ?? ''
  const download = await desk.get(bytes)
  assert.equal(download.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.match(
    download.headers.get('content-disposition') ?? '',
    /^attachment; filename="delivery-/,
  )
  assert.match(download.headers.get('content-security-policy') ?? '', /sandbox/)
  assert.equal(await download.text(), wireFile({ meta: `<edNote>${note}</edNote>` }))
  const slug = 'keepers-return-to-light-skerry-point-by-hand'
  const outside = ['/', `/articles/${slug}`, `/articles/${slug}.json`, `/articles/${slug}.txt`]
  const lists = ['/feeds/all.rss', '/feeds/all.atom', '/feeds/all.json', '/sitemap.xml']
  for (const path of [...outside, ...lists, address, bytes]) {
    const text = await (await newsroom.get(path)).text()
    assert.doesNotMatch(text, /555 0100/, path)
  }
  await engine.close()
})

onBothEngines('every version shows what it changed', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: ['The first.', 'The second.'] }))
  newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 1000)
  await newsroom.ingest(wireFile({ version: 2, body: ['The first.', 'The second, <b>new</b>.'] }))
  const desk = await signedIn(newsroom)
  const address = /\/desk\/items\/\w+/.exec(await desk.page('/desk/wire'))?.[0] ?? ''
  const item = await desk.page(address)
  assert.match(item, /1 in, 1 out/)
  assert.match(item, /<del>The second\.<\/del>/)
  assert.match(item, /<ins>The second, new\.<\/ins>/)
  assert.match(item, /href="\/desk\/articles\/keepers-return/)
  await engine.close()
})

onBothEngines(
  'rule 4: a refused delivery is replayed with the parser of today',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest('<newsItem><broken')
    // What a parser of yesterday refused, and the one of today reads.
    await newsroom.ingest(wireFile())
    const file = await engine.db
      .selectFrom('deliveries')
      .select('id')
      .where('refusal', 'is', null)
      .executeTakeFirstOrThrow()
    await engine.write((tx) =>
      tx.updateTable('deliveries').set({ refusal: 'Not read' }).where('id', '=', file.id).execute(),
    )
    const desk = await signedIn(newsroom)
    const before = await desk.page('/desk/quarantine')
    assert.match(before, /The XML is broken or cut off/)
    assert.match(before, /Not read/)
    const replay = await desk.post(`/desk/deliveries/${file.id}/replays`, {})
    const after = await desk.page(replay.headers.get('location') ?? '')
    assert.match(after, /Read again: .*duplicate/)
    assert.doesNotMatch(after, /Not read/)
    const broken = /\/desk\/deliveries\/(\w+)\/replays/.exec(after)?.[1] ?? ''
    const again = await desk.post(`/desk/deliveries/${broken}/replays`, {})
    assert.match(await desk.page(again.headers.get('location') ?? ''), /Still not understood/)
    assert.match(await desk.page('/desk/decisions'), /Ada Quill<\/b> replayed/)
    await engine.close()
  },
)

onBothEngines('rule 16: a kill leaves a receipt of what was reached and when', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const [line] = await newsroom.ingest(wireFile())
  for (const path of [line?.article ?? '', '/feeds/all.rss', '/']) await newsroom.get(path)
  const mark = newsroom.clock.now
  newsroom.clock.now = new Date(mark.getTime() + 60_000)
  const { house } = newsroom
  const bytes = new TextEncoder().encode(wireFile({ version: 2, status: 'canceled', body: [] }))
  const delivery = { bytes, source: 'wire', channel: 'test', fileName: 'kill.xml' }
  const heard: { topics: string[]; paths: string[] }[] = []
  const announcing = announced(engine, (topics) => {
    heard.push({ topics, paths: house.pages.forget(topics) })
  })
  await takeIn(delivery, intakeOf({ ...house, engine: announcing }))
  const reached = new Reached()
  const now = new Date(newsroom.clock.now.getTime() + 150)
  for (const { topics, paths } of heard) reached.note(topics, paths, now)
  const topics = heard.flatMap((each) => each.topics)
  const nodes = { a: reached, b: new Reached() }
  for (const [name, known] of Object.entries(nodes)) {
    const forgotten = name === 'b' ? ['/feeds/sections/world.rss'] : []
    await markReceipts(engine, topics, { name: `node-${name}`, forgotten, reached: known }, now)
  }
  const desk = await signedIn(newsroom)
  const page = await desk.page('/desk/receipts')
  for (const part of [
    /canceled/,
    /article page, JSON and text/,
    /picture addresses/,
    /summaries/,
    /comments/,
    /pages forgotten.*\/articles\/keepers-return.*node-a.*150 ms later/s,
    /feeds forgotten.*\/feeds\/all\.rss/s,
    /feeds\/sections\/world\.rss.*node-b/s,
  ])
    assert.match(page, part)
  await takeIn(delivery, intakeOf(house))
  assert.equal((await desk.page('/desk/receipts')).match(/class="receipt"/g)?.length, 1)
  await engine.close()
})

onBothEngines('the overview says how much room there is, and what failed', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const job = {
    id: 'job-1',
    queue: 'pictures',
    key: 'p1',
    payload: 'null',
    run_at: '',
    attempts: 3,
    asked: 1,
    lease_token: null,
    lease_until: null,
    last_error: 'no such host',
    dead_at: newsroom.clock.now.toISOString(),
    created_at: '',
  }
  await engine.write((tx) => tx.insertInto('jobs').values(job).execute())
  const page = await (await signedIn(newsroom)).page('/desk')
  assert.match(page, /Database [\d.]+ (KB|MB)/)
  assert.match(page, /no such host/)
  await engine.close()
})

test('a time of the newsroom’s clock is an instant, and errs late unless it ends something', () => {
  const at = (zone: string, local: string) => instantIn(zone, local)?.toISOString()
  assert.equal(at('Europe/Paris', '2026-07-01T15:00'), '2026-07-01T13:00:00.000Z')
  assert.equal(at('UTC', '2026-07-01T15:00:30'), '2026-07-01T15:00:30.000Z')
  assert.equal(at('Europe/Paris', '2026-10-25T02:30'), '2026-10-25T01:30:00.000Z', 'twice: later')
  assert.equal(at('Europe/Paris', '2026-03-29T02:30'), '2026-03-29T01:30:00.000Z', 'never: later')
  const ending = instantIn('Europe/Paris', '2026-10-25T02:30', 'earlier')
  assert.equal(ending?.toISOString(), '2026-10-25T00:30:00.000Z', 'what ends errs early')
  assert.equal(at('America/St_Johns', '2026-01-01T00:00'), '2026-01-01T03:30:00.000Z')
  assert.equal(at('UTC', 'tomorrow'), undefined)
  assert.equal(at('UTC', '2026-13-01T00:00'), undefined)
})
