import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'

const path = '/articles/keepers-return-to-light-skerry-point-by-hand'
const wordsOnly = '<edNote>Please hold for release, phone 555 0100</edNote>'
const reason = 'a note to editors speaks of an embargo but no embargo time is given'

async function itemIn({ house }: Newsroom): Promise<{ id: string; version: string }> {
  const row = await house.engine.db
    .selectFrom('item_versions')
    .select(['id', 'item_id'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return { id: row.item_id, version: row.id }
}

onBothEngines('an editor lifts a named reason, and the gate decides again', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: wordsOnly }))
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/holds'), /Keepers return/)
  const { id, version } = await itemIn(newsroom)
  const lift = { version, 'lift-0': reason, embargo: 'keep', why: 'The press office called' }
  assert.equal((await desk.post(`/desk/items/${id}/release`, { ...lift, why: ' ' })).status, 422)
  assert.equal((await desk.post(`/desk/items/${id}/release`, lift)).status, 303)
  newsroom.house.pages.forgetAll()
  assert.equal((await newsroom.get(path)).status, 200)
  const ledger = await desk.page('/desk/decisions')
  assert.match(ledger, /Ada Quill<\/b> released/)
  assert.match(ledger, /The press office called/)
  assert.doesNotMatch(await desk.page('/desk/holds'), /Keepers return/)
  await engine.close()
})

onBothEngines('what was typed into a decision stays where it is refused', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: wordsOnly, headline: '' }))
  const desk = await signedIn(newsroom)
  const { id, version } = await itemIn(newsroom)
  const typed = { version, 'lift-0': '', headline: 'Lamp <lit>', why: 'They called' }
  const release = (fields: Record<string, string>): Promise<Response> =>
    desk.post(`/desk/items/${id}/release`, { ...typed, ...fields })
  for (const [fields, status, words] of [
    [{ embargo: 'set', until: '' }, 422, 'as 2026-05-04T15:00'],
    [{ embargo: 'set', until: '2026-02-31T25:00' }, 422, 'as 2026-05-04T15:00'],
    [{ embargo: 'set', until: '2026-05-05T10:00', version: 'another' }, 409, 'look again'],
  ] as const) {
    const answer = await release(fields)
    assert.equal(answer.status, status)
    const page = await answer.text()
    assert.ok(page.includes(words), words)
    assert.match(page, /name="headline" value="Lamp &lt;lit&gt;"/)
    assert.match(page, /value="set" checked/)
    assert.ok(page.includes(`name="until" value="${fields.until}"`))
    assert.match(page, /id="why" name="why" value="They called"/)
    assert.match(page, /id="why-not" name="why" value=""/)
    assert.doesNotMatch(page, /name="lift-0"[^>]* checked/, 'what was not ticked stays so')
  }
  const join = await desk.post(`/desk/items/${id}/story`, {
    address: '/articles/none',
    why: 'Same',
  })
  assert.match(
    await join.text(),
    /value="\/articles\/none"[^]*id="why-join" name="why" value="Same"/,
  )
  const score = await desk.post('/desk/matches/thresholds', { source: 'moor', threshold: '7' })
  assert.match(await score.text(), /name="source" value="moor"[^]*name="threshold" value="7"/)
  await engine.close()
})

onBothEngines('a lifted reason opens no embargo, hold or kill', async ({ open }) => {
  for (const closed of [
    { meta: `${wordsOnly}<embargoed>2026-05-05T00:00:00Z</embargoed>` },
    { meta: wordsOnly, status: 'withheld' },
    { meta: wordsOnly, status: 'canceled' },
  ]) {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const source = closed.status ?? 'embargoed'
    await newsroom.ingest(
      wireFile({ ...closed, guid: `urn:newsml:wire.example:${source}` }),
      source,
    )
    const desk = await signedIn(newsroom)
    const { id, version } = await itemIn(newsroom)
    const lift = { version, 'lift-0': reason, embargo: 'keep', why: 'All clear' }
    assert.equal((await desk.post(`/desk/items/${id}/release`, lift)).status, 303)
    newsroom.house.pages.forgetAll()
    const live = await engine.db.selectFrom('articles').select('live_at').execute()
    assert.ok(
      live.every(({ live_at }) => live_at === null),
      source,
    )
    await engine.close()
  }
})

onBothEngines('an editor sets the embargo of what has an unreadable one', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { clock } = newsroom
  await newsroom.ingest(wireFile({ meta: '<embargoed>2020-01-01T00:00:00</embargoed>' }))
  const desk = await signedIn(newsroom)
  const { id, version } = await itemIn(newsroom)
  const shown = (await desk.page(`/desk/items/${id}`)).replaceAll('&quot;', '"')
  const reasons = [...shown.matchAll(/name="(lift-\d)" value="(.+?)" checked/g)]
  const lifts = Object.fromEntries(reasons.map(([, name, value]) => [name ?? '', value ?? '']))
  const set = { version, ...lifts, embargo: 'set', until: '2026-05-04T15:00', why: 'By phone' }
  assert.equal(
    (await desk.post(`/desk/items/${id}/release`, { ...set, until: 'noon' })).status,
    422,
  )
  assert.equal((await desk.post(`/desk/items/${id}/release`, set)).status, 303)
  assert.equal((await newsroom.get(path)).status, 404)
  assert.match(await desk.page('/desk/wire?state=embargoed'), /3 h 0 min/)
  clock.now = new Date('2026-05-04T15:00:00.000Z')
  newsroom.house.pages.forgetAll()
  assert.equal((await newsroom.get(path)).status, 200)
  await engine.close()
})

onBothEngines('a later version with another embargo is closed again', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: '<embargoed>2026-05-05T00:00:00Z</embargoed>' }))
  const desk = await signedIn(newsroom)
  const { id, version } = await itemIn(newsroom)
  const end = { version, embargo: 'set', until: '2026-05-04T11:00', why: 'It is out' }
  await desk.post(`/desk/items/${id}/release`, end)
  newsroom.house.pages.forgetAll()
  assert.equal((await newsroom.get(path)).status, 200)
  const same = '<embargoed>2026-05-05T00:00:00Z</embargoed>'
  await newsroom.ingest(wireFile({ version: 2, meta: same, headline: 'Keepers came' }))
  assert.equal((await newsroom.get(path)).status, 200, 'the same embargo was decided on')
  const other = '<embargoed>2026-05-06T00:00:00Z</embargoed>'
  await newsroom.ingest(wireFile({ version: 3, meta: other, headline: 'Keepers stay' }))
  assert.equal((await newsroom.get(path)).status, 410)
  await engine.close()
})

onBothEngines('what an editor refused stays closed, and leaves the list', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ meta: wordsOnly }))
  const desk = await signedIn(newsroom)
  const { id, version } = await itemIn(newsroom)
  await desk.post(`/desk/items/${id}/refusal`, { version, why: 'Not for us' })
  assert.doesNotMatch(await desk.page('/desk/holds'), /Keepers return/)
  await newsroom.ingest(wireFile({ version: 2 }))
  assert.equal((await newsroom.get(path)).status, 404)
  await engine.close()
})

onBothEngines(
  'rule 20: an editor writes the headline of what came without one',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const file = wireFile().replace(/<headline>.*<\/headline>/, '')
    assert.equal((await newsroom.ingest(file))[0]?.outcome, 'held')
    const desk = await signedIn(newsroom)
    const { id, version } = await itemIn(newsroom)
    const lift = 'it has no headline; write one'
    const release = {
      version,
      'lift-0': lift,
      embargo: 'keep',
      headline: 'Lamp by hand',
      why: 'Own',
    }
    await desk.post(`/desk/items/${id}/release`, release)
    newsroom.house.pages.forgetAll()
    assert.equal((await newsroom.get('/articles/lamp-by-hand')).status, 200)
    await engine.close()
  },
)

onBothEngines(
  'a decision about an older version than the newest is not taken',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(wireFile({ meta: wordsOnly }))
    const { id, version } = await itemIn(newsroom)
    const desk = await signedIn(newsroom)
    await newsroom.ingest(wireFile({ version: 2, meta: wordsOnly, headline: 'Another headline' }))
    const lift = { version, 'lift-0': reason, embargo: 'keep', why: 'All clear' }
    assert.equal((await desk.post(`/desk/items/${id}/release`, lift)).status, 409)
    assert.equal((await newsroom.get(path)).status, 404)
    await engine.close()
  },
)

onBothEngines('rule 10: an editor joins an item to a story by its address', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile())
  const body = ['The keepers of another slug eat soup.']
  const guid = 'urn:newsml:wire.example:20260504:part'
  const part = wireFile({ guid, body, versionCreated: '2026-05-04T05:00:00Z' }).replace(
    '<headline>',
    '<slugline>Of-Its-Own, Take 2</slugline><headline>',
  )
  assert.equal((await newsroom.ingest(part))[0]?.outcome, 'held')
  const desk = await signedIn(newsroom)
  const id = /\/desk\/items\/(\w{26})/.exec(await desk.page('/desk/holds'))?.[1] ?? ''
  const join = (fields: Record<string, string>) => desk.post(`/desk/items/${id}/story`, fields)
  const slug = 'keepers-return-to-light-skerry-point-by-hand'
  assert.equal((await join({ address: '/articles/none', why: 'x' })).status, 422)
  assert.equal((await join({ address: slug, why: '' })).status, 422)
  const address = `https://courier.example/articles/${slug}?sort=best#p1`
  assert.equal((await join({ address, why: 'its second part' })).status, 303)
  newsroom.house.pages.forgetAll()
  const text = await (await newsroom.get(`/articles/${slug}.txt`)).text()
  assert.match(text, /The lighthouse on Skerry Point[^]*eat soup\./)
  assert.match(await desk.page('/desk/decisions'), /joined[^]*its second part/)
  await engine.close()
})

onBothEngines(
  'rule 10: a threshold is set on the desk, and told in the ledger',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const desk = await signedIn(newsroom)
    const set = (source: string, threshold: string) =>
      desk.post('/desk/matches/thresholds', { source, threshold })
    assert.equal((await set('afp', '0.85')).status, 303)
    assert.match(await desk.page('/desk/matches'), /afp: 0\.85/)
    for (const wrong of ['0.1', '2', 'much']) assert.equal((await set('afp', wrong)).status, 422)
    assert.equal((await set('afp', '')).status, 303)
    assert.doesNotMatch(await desk.page('/desk/matches'), /afp: /)
    assert.match(await desk.page('/desk/decisions'), /join by themselves[^]*0\.85 → never/)
    await engine.close()
  },
)
