import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import type { Source } from '../../wire/sources/sources.ts'
import { addSource, isToken, sourceNamed } from '../../wire/sources/sources.ts'
import { setPoll } from '../../wire/sources/sources.queries.ts'

const feed: Source = {
  name: 'harbour',
  title: 'Harbour Board',
  channel: { kind: 'feed', address: 'https://harbour.example/news?key=secret', interval: 600 },
  publish: 'through-desk',
  summary: 'off',
  searchEngines: 'noindex',
  language: 'nb',
}

onBothEngines('sources are listed with their last day and what is wrong', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { clock } = newsroom
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/sources'), /Nobody has delivered yet/)
  await addSource(engine, feed, clock.now)
  await newsroom.ingest(wireFile({}), 'moor')
  await newsroom.ingest(wireFile({ version: 2 }), 'moor')
  await newsroom.ingest('<newsItem', 'moor')
  clock.now = new Date(clock.now.getTime() + 3 * 3_600_000)
  await newsroom.ingest(wireFile({ version: 3 }), 'moor')
  const list = await (await signedIn(newsroom)).page('/desk/sources')
  assert.match(list, /never<\/span>[^]*Harbour Board<\/a> <small>harbour, feed<\/small>[^]*waits/)
  assert.match(list, /aria-label="4 deliveries in 24 hours, at most 3 in one"/)
  assert.match(list, /1 in quarantine[^]*|1 of its deliveries<\/a> was not understood/)
  assert.match(list, /has not been made known/)
  const bars = /<svg class="day"[^]*?<\/svg>/.exec(list.slice(list.indexOf('>moor<')))?.[0] ?? ''
  const heights = [...bars.matchAll(/ height="([\d.]+)"\/>/g)].map(([, height]) => Number(height))
  assert.deepEqual(heights.slice(-5), [18, 0, 0, 6, 1])
  await engine.close()
})

onBothEngines('a source that was given up is asked again from the desk', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await addSource(engine, feed, newsroom.clock.now)
  const nothing = { moved_to: null, etag: null, last_modified: null, sha256: null, cursor: null }
  const at = newsroom.clock.now.toISOString()
  const poll = { ...nothing, source: 'harbour', failures: 3, polled_at: at, stopped_at: at }
  await engine.write((tx) => setPoll(tx, { ...poll, trouble: 'It answered 410.' }))
  const desk = await signedIn(newsroom)
  const page = await desk.page('/desk/sources/harbour')
  assert.match(page, /given up[^]*It answered 410\./)
  assert.match(page, /https:\/\/harbour\.example\/news\?…, every 600 s/)
  assert.ok(!page.includes('secret'), 'keys stay on the machine')
  assert.equal((await desk.post('/desk/sources/harbour/resumption', {})).status, 303)
  const after = await desk.page('/desk/sources/harbour')
  assert.ok(!after.includes('given up'))
  assert.match(after, /Ada Quill<\/b> asked again/)
  assert.equal((await desk.post('/desk/sources/nobody/resumption', {})).status, 404)
  await engine.close()
})

onBothEngines('settings are kept with who changed them, or refused with why', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await addSource(engine, feed, newsroom.clock.now)
  const desk = await signedIn(newsroom)
  const form = {
    title: 'Harbour Board',
    publish: 'by-itself',
    summary: 'off',
    'search-engines': 'noindex',
    credit: '',
    section: '',
    language: '',
    'time-zone': 'Europe/Oslo',
    pictures: '',
    order: '',
    'data-mining': 'reserved',
    quiet: '3600',
  }
  const refused = await desk.post('/desk/sources/harbour', { ...form, 'time-zone': 'Moor' })
  assert.equal(refused.status, 422)
  assert.match(
    await refused.text(),
    /“Zone of times that name none” wants the name of a zone[^]*Nothing was changed[^]*value="Moor"/,
  )
  assert.deepEqual(await sourceNamed(engine.db, 'harbour'), feed)
  assert.equal((await desk.post('/desk/sources/harbour', form)).status, 303)
  const { language: _, ...rest } = feed
  const kept = { publish: 'by-itself', timeZone: 'Europe/Oslo', dataMining: 'reserved' }
  assert.deepEqual(await sourceNamed(engine.db, 'harbour'), {
    ...rest,
    ...kept,
    usualInterval: 3600,
  })
  const page = await desk.page('/desk/sources/harbour')
  assert.match(page, /publish: through-desk → by-itself; language: nb → –/)
  await desk.post('/desk/sources/harbour', form)
  assert.equal(page.split('through-desk →').length, 2, 'nothing changed, nothing is noted')
  assert.equal((await desk.post('/desk/sources/nobody', form)).status, 404)
  await engine.close()
})

onBothEngines('a source that only delivers is made known at the desk', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({}), 'moor')
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/sources/moor'), /Make it known/)
  const form = { publish: 'through-desk', summary: 'model', 'search-engines': 'index' }
  assert.equal((await desk.post('/desk/sources/moor', form)).status, 303)
  const { publish, summary, channel } = (await sourceNamed(engine.db, 'moor')) ?? {}
  assert.deepEqual([publish, summary, channel], ['through-desk', 'model', { kind: 'command' }])
  assert.match(await desk.page('/desk/decisions'), /made known <a href="\/desk\/sources\/moor">/)
  await engine.close()
})

onBothEngines('an editor adds a feed, which waits for the desk and is asked', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/sources'), /<details class="adding" open>/)
  const form = {
    name: 'harbour',
    title: 'Harbour Board',
    delivers: 'feed',
    feed: 'https://harbour.example/news.rss',
    every: '900',
    publish: 'through-desk',
  }
  const wrong: [Record<string, string>, RegExp][] = [
    [{ name: 'Harbour Board' }, /“Short name” wants a short name of a-z, 0-9 and hyphens\./],
    [{ feed: 'harbour.example' }, /“Address of the feed” wants an address that begins with http/],
    [{ every: '5' }, /“Asked every so many seconds” wants seconds, from 10 to 86400\./],
    [{ delivers: 'folder' }, /“How it delivers” is one of feed, push\./],
    [{ publish: 'at once' }, /“Its stories” is one of by-itself, through-desk\./],
  ]
  for (const [other, reason] of wrong) {
    const answer = await desk.post('/desk/sources', { ...form, ...other })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, reason)
    assert.match(page, /Nothing was changed[^]*value="Harbour Board"/, 'what was typed is there')
  }
  assert.equal(await sourceNamed(engine.db, 'harbour'), undefined)
  const added = await desk.post('/desk/sources', form)
  assert.deepEqual([added.status, added.headers.get('location')], [303, '/desk/sources/harbour'])
  const channel = { kind: 'feed', address: form.feed, interval: 900 }
  assert.deepEqual(await sourceNamed(engine.db, 'harbour'), {
    name: 'harbour',
    title: 'Harbour Board',
    channel,
    publish: 'through-desk',
    summary: 'extract',
    searchEngines: 'index',
  })
  assert.match(await desk.page('/desk/sources/harbour'), /Ada Quill<\/b> made known/)
  assert.match(await desk.page('/desk'), /Harbour Board<\/a>/)
  const again = await desk.post('/desk/sources', form)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /“Short name” is taken: there is a source harbour already\./)
  await engine.close()
})

onBothEngines('a token to push with is shown once, and a new one ends it', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const desk = await signedIn(newsroom)
  const form = {
    name: 'moor',
    title: '',
    delivers: 'push',
    feed: '',
    every: '',
    publish: 'by-itself',
  }
  const tokenIn = async (answer: Response): Promise<string> => {
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    return /only now: <code>([\w-]{43})<\/code>/.exec(await answer.text())?.[1] ?? ''
  }
  const token = await tokenIn(await desk.post('/desk/sources', form))
  assert.equal(await isToken(engine.db, 'moor', token), 'yes')
  assert.ok(!(await desk.page('/desk/sources/moor')).includes(token))
  const other = await tokenIn(await desk.post('/desk/sources/moor/token', {}))
  assert.equal(await isToken(engine.db, 'moor', token), 'no')
  assert.equal(await isToken(engine.db, 'moor', other), 'yes')
  assert.match(
    await desk.page('/desk/decisions'),
    /made a new token for <a href="\/desk\/sources\/moor">/,
  )
  await newsroom.ingest(wireFile({}), 'unknown')
  assert.equal((await desk.post('/desk/sources/unknown/token', {})).status, 404)
  await engine.close()
})

onBothEngines('of many sources the overview lists those with trouble', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  for (let at = 1; at <= 9; at++)
    await addSource(engine, { ...feed, name: `feed-${at}` }, newsroom.clock.now)
  await newsroom.ingest('<newsItem', 'feed-3')
  const page = await (await signedIn(newsroom)).page('/desk')
  assert.match(page, /data-row="feed-3"/)
  assert.doesNotMatch(page, /data-row="feed-4"/)
  assert.match(page, /All 9 sources/)
  await engine.close()
})
