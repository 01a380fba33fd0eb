/** Rule 11: local edits survive a new version of the wire. */
import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import type { Desk } from '../../../test/site/signed-in.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { wireFile } from '../../../test/data/wire-file.ts'

const slug = 'keepers-return-to-light-skerry-point-by-hand'
const wire = [
  'The lighthouse will be lit by hand.',
  'Two keepers have come back.',
  'The lamp is new.',
]

async function edit(desk: Desk, change: Record<string, string>): Promise<Response> {
  const fields = {
    revision: '1',
    headline: 'Keepers return to light Skerry Point by hand',
    standfirst: '',
    section: 'world',
    body: wire.join('\n\n'),
    ...change,
  }
  return desk.post(`/desk/articles/${slug}`, fields)
}

async function text(newsroom: Newsroom): Promise<string> {
  newsroom.house.pages.forgetAll()
  const answer = await newsroom.get(`/articles/${slug}.txt`)
  return answer.status === 200 ? answer.text() : String(answer.status)
}

onBothEngines('rule 11: what the house left alone follows the wire by itself', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: wire }))
  const desk = await signedIn(newsroom)
  const own = [wire[0], wire[1], 'The lamp is new, and ours to see.'].join('\n\n')
  const saved = await edit(desk, { headline: 'Lit by hand again', section: 'news', body: own })
  assert.equal(saved.status, 303)
  const next = ['The lighthouse will be lit by hand for a week.', ...wire.slice(1)]
  const [line] = await newsroom.ingest(wireFile({ version: 2, body: next }))
  assert.equal(line?.outcome, 'updated')
  const shown = await text(newsroom)
  for (const part of ['Lit by hand again', 'by hand for a week', 'and ours to see'])
    assert.ok(shown.includes(part), part)
  const json = (await (await newsroom.get(`/articles/${slug}.json`)).json()) as {
    standfirst: { section: string }
  }
  assert.equal(json.standfirst.section, 'news', 'the section that the house chose stays')
  await engine.close()
})

onBothEngines('rule 11: what both sides changed waits with three columns', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: wire }))
  const desk = await signedIn(newsroom)
  await edit(desk, { body: [wire[0], 'Our keepers, Ada and Bo, are back.', wire[2]].join('\n\n') })
  const next = [wire[0] ?? '', 'Three keepers have come back.', 'The lamp is new and small.']
  const file = wireFile({ version: 2, body: next, meta: '<signal qcode="sig:correction"/>' })
  assert.equal((await newsroom.ingest(file))[0]?.outcome, 'needs-merging')
  const before = await text(newsroom)
  assert.ok(before.includes('Ada and Bo') && !before.includes('new and small'))
  assert.ok(!before.includes('Correction'), 'no correction is announced before the text has it')
  const merge = await desk.page(`/desk/articles/${slug}/merge`)
  for (const part of ['Two keepers', 'Three keepers', 'Our keepers'])
    assert.ok(merge.includes(part))
  const versions = {
    revision: /name="revision" value="(\d+)"/.exec(merge)?.[1] ?? '',
    version: /name="version" value="(\w+)"/.exec(merge)?.[1] ?? '',
  }
  const place = /name="(block-\d+)"/.exec(merge)?.[1] ?? ''
  const address = `/desk/articles/${slug}/merge`
  assert.equal((await desk.post(address, versions)).status, 422, 'a place without a choice')
  const stale = { ...versions, revision: '1', [place]: 'wire' }
  assert.equal((await desk.post(address, stale)).status, 409)
  const words = { [place]: 'words', [`${place}-words`]: 'Three keepers, Ada among them, are back.' }
  const fields = { ...versions, ...words, correction: 'There are three keepers.' }
  assert.equal((await desk.post(address, fields)).status, 303)
  const after = await text(newsroom)
  for (const part of ['Ada among them', 'new and small', 'There are three keepers.'])
    assert.ok(after.includes(part), part)
  assert.doesNotMatch(await desk.page('/desk/merges'), /Keepers/)
  const again = [...next.slice(0, 2), 'The lamp is new, small and cheap.']
  assert.equal(
    (await newsroom.ingest(wireFile({ version: 3, body: again })))[0]?.outcome,
    'updated',
  )
  assert.ok((await text(newsroom)).includes('Ada among them'))
  await engine.close()
})

onBothEngines('rule 11: a kill, a hold and an embargo wait for no merge', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: wire }))
  const desk = await signedIn(newsroom)
  await edit(desk, { body: 'Wholly our own words about the light.' })
  const next = { body: ['Wholly new words of the wire.'] }
  const close = (version: number, more: object) =>
    newsroom.ingest(wireFile({ ...next, version, ...more }))
  assert.equal((await close(2, { status: 'withheld' }))[0]?.outcome, 'withheld')
  assert.equal(await text(newsroom), '410')
  assert.equal((await close(3, {}))[0]?.outcome, 'needs-merging')
  assert.ok((await text(newsroom)).includes('our own words'))
  const embargo = { meta: '<embargoed>2026-05-05T00:00:00Z</embargoed>' }
  assert.equal((await close(4, embargo))[0]?.outcome, 'embargoed')
  assert.equal(await text(newsroom), '410')
  assert.equal((await close(5, { status: 'canceled', body: [] }))[0]?.outcome, 'canceled')
  assert.equal(await text(newsroom), '410')
  await engine.close()
})

onBothEngines('of two editors the second is told, and loses nothing', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: wire }))
  const [ada, bo] = [await signedIn(newsroom, 'Ada'), await signedIn(newsroom, 'Bo')]
  assert.equal((await edit(ada, { headline: 'Ada’s headline' })).status, 303)
  const refused = await edit(bo, { headline: 'Bo’s headline', body: 'Bo’s own text.' })
  assert.equal(refused.status, 409)
  const page = await refused.text()
  for (const part of ['Ada’s headline', 'Bo’s headline', 'Bo’s own text.', 'Two keepers have come'])
    assert.ok(page.includes(part), part)
  assert.ok((await text(newsroom)).includes('Ada’s headline'))
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
  const over = await edit(bo, { revision, headline: 'Bo’s headline', body: 'Bo’s own text.' })
  assert.equal(over.status, 303)
  assert.ok((await text(newsroom)).includes('Bo’s own text.'))
  const ledger = await ada.page('/desk/decisions')
  assert.match(ledger, /<b>Bo<\/b> edited/)
  await engine.close()
})

onBothEngines('an edit opens nothing that is closed', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(
    wireFile({ body: wire, meta: '<embargoed>2026-05-05T00:00:00Z</embargoed>' }),
  )
  const desk = await signedIn(newsroom)
  assert.equal((await edit(desk, { headline: 'Early' })).status, 303)
  assert.equal(await text(newsroom), '404')
  await engine.close()
})

onBothEngines('a correction by the house reaches readers in its words', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(wireFile({ body: wire }))
  const desk = await signedIn(newsroom)
  const body = [wire[0], 'Three keepers have come back.', wire[2]].join('\n\n')
  await edit(desk, { body, correction: 'There are three keepers, not two.' })
  newsroom.house.pages.forgetAll()
  const page = await (await newsroom.get(`/articles/${slug}`)).text()
  assert.match(page, /There are three keepers, not two\..*href="#p2"/s)
  assert.doesNotMatch(page, /Ada Quill/, 'readers are told what, not by whom')
  await engine.close()
})
