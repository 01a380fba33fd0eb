import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDueArticles } from '../../articles/articles.ts'
import { runNext } from '../../jobs/jobs.ts'
import { intakeOf } from '../../intake-tools.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { usageForbids, usagePhrases, usageWorker } from '../wire.ts'
import { phrasesOf } from './phrases.ts'

const slug = 'keepers-return-to-light-skerry-point-by-hand'

function withTerms(terms: string, more = {}): string {
  return wireFile(more).replace('</rightsInfo>', `<usageTerms>${terms}</usageTerms></rightsInfo>`)
}

/** Long enough for a summary. */
const longStory = [
  'The lighthouse on Skerry Point will be lit by hand for a week while its lamp is replaced, the coast office said on Monday.',
  'Two keepers who retired nine years ago have come back to do it, and will sleep in the old watch room.',
  'The new lamp uses a tenth of the power of the old one and can be seen from 18 miles, one mile less than before.',
  'Fishermen of the two nearest harbours were asked in spring, and had nothing against the shorter light.',
  'The old lamp goes to the museum of the coast in Kessaly, which opens a hall for it at the end of the year.',
]

/** What the site's own worker does as soon as it sees the job. */
async function work({ house }: Newsroom): Promise<void> {
  const worker = usageWorker(house.engine, () => ({ ...intakeOf(house), now: house.now() }))
  while (await runNext(worker, house));
}

async function status({ get }: Newsroom): Promise<number> {
  return (await get(`/articles/${slug}`)).status
}

test('rule 23: a string of limits is parted where one ends, and spelling does not matter', () => {
  const keys = (...terms: string[]) => phrasesOf(terms).map(({ key }) => key)
  assert.deepEqual(keys('TURKEY OUT; No archival use.'), ['turkey out', 'no archival use'])
  assert.deepEqual(keys('NO SALES, NO ARCHIVES - Turkey Out'), [
    'no sales',
    'no archives',
    'turkey out',
  ])
  assert.deepEqual(keys('Broadcasters: NONE', ' broadcasters  NONE. '), ['broadcasters none'])
  assert.deepEqual(keys('No more than 2.5 minutes, with credit. Internet: ok'), [
    'no more than 2 5 minutes with credit',
    'internet ok',
  ])
  assert.deepEqual(keys('', ' - '), [])
})

onBothEngines('rule 23: a phrase is judged once, for all items, both ways', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(withTerms('ISLANDS OUT'), 'meridian')
  assert.equal(await status(newsroom), 200, 'an unconfirmed phrase leaves the text as it is')
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/usage'), /ISLANDS OUT[^]*meridian[^]*Nobody has said/)
  const [phrase] = await usagePhrases(engine.db, 10)
  const say = async (fields: Record<string, string>): Promise<void> => {
    const said = await desk.post(`/desk/usage/${phrase?.id}`, { why: 'contract', ...fields })
    assert.equal(said.status, 303)
    await work(newsroom)
  }
  await say({ 'holds-text': 'yes' })
  const gone = await newsroom.get(`/articles/${slug}`)
  assert.equal(gone.status, 410)
  assert.doesNotMatch(await gone.text(), /ISLANDS OUT/, 'terms of use are not for readers')
  const other = { guid: 'urn:newsml:wire.example:20260504:other', headline: 'Another story' }
  const [line] = await newsroom.ingest(
    withTerms('Islands out.', { ...other, body: ['Of the islands.'] }),
    'meridian',
  )
  assert.equal(line?.outcome, 'held', 'what comes later is held as well')
  await say({ nothing: 'yes' })
  assert.equal(await status(newsroom), 200)
  assert.equal((await newsroom.get('/articles/another-story')).status, 200)
  assert.match(await desk.page('/desk/decisions'), /said what is meant by[^]*contract/)
  assert.match(await desk.page('/desk/usage'), /Means nothing here[^]*Ada Quill/)
  await engine.close()
})

onBothEngines('rule 23: a limit to countries asks where the site is used', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(withTerms('TURKEY OUT'), 'meridian')
  const desk = await signedIn(newsroom)
  const [phrase] = await usagePhrases(engine.db, 10)
  await desk.post(`/desk/usage/${phrase?.id}`, { 'not-in': 'tr', why: '' })
  await work(newsroom)
  assert.equal(await status(newsroom), 410, 'closed while nobody has said where')
  for (const [where, answer] of [
    ['DE, AT', 200],
    ['DE TR', 410],
    ['de', 200],
  ] as const) {
    await desk.post('/desk/usage/territories', { territories: where })
    await work(newsroom)
    assert.equal(await status(newsroom), answer, where)
  }
  await engine.close()
})

onBothEngines('rule 23: a limit of time, of archives and of machines', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(withTerms('NO ARCHIVAL USE', { body: longStory }), 'meridian')
  const desk = await signedIn(newsroom)
  const [phrase] = await usagePhrases(engine.db, 10)
  const before = (await (await newsroom.get(`/articles/${slug}.json`)).json()) as Json
  assert.ok(before.standfirst.summary)
  const meaning = { 'listed-days': '2', 'archive-days': '30', 'no-summary': 'yes' }
  await desk.post(`/desk/usage/${phrase?.id}`, meaning)
  await work(newsroom)
  const after = (await (await newsroom.get(`/articles/${slug}.json`)).json()) as Json
  assert.equal(after.standfirst.summary, undefined)
  const at = async (days: number) => {
    newsroom.clock.now = new Date(Date.UTC(2026, 4, 4, 1) + days * 24 * 3_600_000)
    await openDueArticles(newsroom.house.engine, newsroom.clock.now)
    const front = await (await newsroom.get('/')).text()
    return [front.includes(slug), await status(newsroom)]
  }
  assert.deepEqual(await at(1), [true, 200])
  assert.deepEqual(await at(2), [false, 200])
  assert.deepEqual(await at(30), [false, 410])
  await engine.close()
})

onBothEngines('what was typed about a limit stays where it is refused', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(withTerms('SEASON ONLY'), 'meridian')
  const other = { guid: 'urn:newsml:wire.example:20260504:other', headline: 'Another story' }
  const elsewhere = withTerms('ISLANDS OUT', { ...other, body: ['Of the islands.'] })
  await newsroom.ingest(elsewhere, 'meridian')
  const desk = await signedIn(newsroom)
  const phrases = await usagePhrases(engine.db, 10)
  const phrase = phrases.find(({ words }) => words === 'SEASON ONLY')
  const typed = {
    'holds-pictures': 'yes',
    'not-in': 'Tür',
    until: '2026-05-07T10:00',
    why: 'a call',
  }
  const refused = await desk.post(`/desk/usage/${phrase?.id}`, typed)
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /two letters each[^.]*\. Nothing was changed/)
  const [own, beside] = ['SEASON ONLY', 'ISLANDS OUT'].map(
    (words) => new RegExp(`<h2[^>]*>${words}</h2>[^]*?</section>`).exec(page)?.[0] ?? '',
  )
  for (const value of ['Tür', '2026-05-07T10:00', 'a call']) {
    assert.ok(own?.includes(`value="${value}"`), value)
    assert.ok(beside && !beside.includes(value), `${value} in the form of another phrase`)
  }
  assert.match(own ?? '', /name="holds-pictures" value="yes" checked/)
  const where = await desk.post('/desk/usage/territories', { territories: 'Germany' })
  assert.equal(where.status, 422)
  assert.match(await where.text(), /name="territories" value="Germany"/)
  await engine.close()
})

onBothEngines(
  'rule 23: a phrase may mean from when, until when and in which languages',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(withTerms('SEASON ONLY'), 'meridian')
    const desk = await signedIn(newsroom)
    const [phrase] = await usagePhrases(engine.db, 10)
    const say = async (fields: Record<string, string>): Promise<number> => {
      const said = await desk.post(`/desk/usage/${phrase?.id}`, { why: '', ...fields })
      await work(newsroom)
      return said.status
    }
    const season = { from: '2026-05-05T10:00', until: '2026-05-07T10:00' }
    assert.equal(await say({ languages: 'fr' }), 303)
    assert.equal(await status(newsroom), 410, 'it is in another language')
    assert.equal(await say({ ...season, languages: 'EN, fr' }), 303)
    const form = await desk.page('/desk/usage')
    assert.match(form, /value="2026-05-05T10:00:00"/, 'the form shows what it was told')
    assert.match(form, /value="2026-05-07T10:00:00"/)
    assert.match(form, /value="en, fr"/)
    assert.equal(await say({ from: 'noon' }), 422)
    assert.equal(await say({ from: season.until, until: season.from }), 422)
    assert.equal(await say({ languages: 'English' }), 422)
    const on = async (day: number) => {
      newsroom.clock.now = new Date(Date.UTC(2026, 4, day, 20))
      await openDueArticles(newsroom.house.engine, newsroom.clock.now)
      return status(newsroom)
    }
    assert.notEqual(await on(4), 200, 'it has not begun')
    assert.equal(await on(5), 200)
    assert.equal(await on(8), 410)
    await engine.close()
  },
)

interface Json {
  standfirst: { summary?: object }
}

onBothEngines('rule 23: pictures wait for every phrase to be judged', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const now = newsroom.clock.now
  const picture = { source: 'meridian', terms: ['TURKEY OUT; NO SALES'], since: now.toISOString() }
  const forbids = (at = now) => usageForbids(engine.db, picture, at)
  assert.equal(await usageForbids(engine.db, { ...picture, terms: [] }, now), undefined)
  assert.match((await forbids()) ?? '', /nobody has said/)
  await newsroom.ingest(withTerms('TURKEY OUT. NO SALES'), 'meridian')
  const desk = await signedIn(newsroom)
  const id = async (words: string) =>
    (await usagePhrases(engine.db, 10)).find((one) => one.words === words)?.id
  await desk.post(`/desk/usage/${await id('NO SALES')}`, { nothing: 'yes' })
  assert.match((await forbids()) ?? '', /nobody has said yet what .TURKEY OUT/)
  await desk.post(`/desk/usage/${await id('TURKEY OUT')}`, { 'archive-days': '3' })
  assert.equal(await forbids(), undefined)
  assert.match((await forbids(new Date(now.getTime() + 4 * 86_400_000))) ?? '', /term has ended/)
  await desk.post(`/desk/usage/${await id('TURKEY OUT')}`, { 'holds-pictures': 'yes' })
  assert.match((await forbids()) ?? '', /holds pictures/)
  const elsewhere = await usageForbids(engine.db, { ...picture, source: 'elsewhere' }, now)
  assert.match(elsewhere ?? '', /nobody/, 'what one source means says nothing of another')
  await engine.close()
})

onBothEngines('rule 23: a form that says two things or none changes nothing', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(withTerms('NO SALES'), 'meridian')
  const desk = await signedIn(newsroom)
  const [phrase] = await usagePhrases(engine.db, 10)
  for (const fields of [
    {},
    { nothing: 'yes', 'holds-text': 'yes' },
    { 'not-in': 'Turkey' },
    { 'listed-days': '-1' },
    { 'archive-days': '9999' },
  ]) {
    const answer = await desk.post(`/desk/usage/${phrase?.id}`, { why: '', ...fields })
    assert.equal(answer.status, 422, JSON.stringify(fields))
  }
  assert.equal((await usagePhrases(engine.db, 10))[0]?.confirmed, undefined)
  assert.equal(
    (await desk.post('/desk/usage/01kqsdr2g0m871bdnj4gxb7zz8', { nothing: 'y' })).status,
    404,
  )
  await engine.close()
})
