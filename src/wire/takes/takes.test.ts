import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import type { WireFile } from '../../../test/data/wire-file.ts'
import { wireFile } from '../../../test/data/wire-file.ts'

const slug = 'keepers-return-to-light-skerry-point-by-hand'

/** A take of the lighthouse story; the first part has no mark. */
function take(part: number, body: string[], more: WireFile = {}): string {
  const words = part === 1 ? '' : `, Take ${part}`
  const file = { guid: `urn:newsml:wire.example:20260504:part-${part}`, body, ...more }
  return wireFile(file).replace('<headline>', `<slugline>Skerry-Light${words}</slugline><headline>`)
}

async function text(newsroom: Newsroom): Promise<string> {
  const answer = await newsroom.get(`/articles/${slug}.txt`)
  return answer.status === 200 ? answer.text() : String(answer.status)
}

onBothEngines('rule 9: the desk is told which take is missing', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(take(1, ['The lamp is lit.']))
  const [late] = await newsroom.ingest(take(3, ['The keepers sleep.']))
  assert.deepEqual(
    [late?.outcome, late?.reason],
    ['held', 'take 2 has not come yet; take 3 waits for it'],
  )
  const desk = await signedIn(newsroom)
  assert.match(await (await desk.get('/desk/holds')).text(), /take 2 has not come yet/i)
  await newsroom.ingest(take(2, ['The keepers eat.']))
  assert.match(await text(newsroom), /lamp is lit\.\s+The keepers eat\.\s+The keepers sleep\./)
  assert.doesNotMatch(await (await desk.get('/desk/holds')).text(), /has not come yet/i)
  await engine.close()
})

onBothEngines('rule 9: a take joins what the house has edited', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(take(1, ['The lamp is lit.', 'Two keepers are back.']))
  const desk = await signedIn(newsroom)
  const saved = await desk.post(`/desk/articles/${slug}`, {
    revision: '1',
    headline: 'Keepers are back',
    standfirst: '',
    section: 'world',
    body: 'The lamp is lit, we saw.\n\nTwo keepers are back.',
  })
  assert.equal(saved.status, 303)
  newsroom.clock.now = new Date('2026-05-04T12:10:00.000Z')
  const [line] = await newsroom.ingest(take(2, ['The keepers eat.']))
  assert.equal(line?.outcome, 'updated')
  assert.match(await text(newsroom), /lit, we saw\.\s+Two keepers are back\.\s+The keepers eat\./)
  newsroom.clock.now = new Date('2026-05-04T12:20:00.000Z')
  const mended = take(2, ['The keepers eat soup.'], { version: 2 })
  assert.equal((await newsroom.ingest(mended))[0]?.outcome, 'updated')
  assert.match(
    await text(newsroom),
    /lit, we saw\.\s+Two keepers are back\.\s+The keepers eat soup\./,
  )
  await engine.close()
})

onBothEngines('rule 9: an embargo on one take is one on the whole', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(take(1, ['The lamp is lit.']))
  const meta = '<embargoed>2026-05-04T18:00:00Z</embargoed>'
  await newsroom.ingest(take(2, ['The keepers eat.'], { meta }))
  assert.doesNotMatch(await text(newsroom), /lamp|keepers/)
  await engine.close()
})

onBothEngines('rule 9: a take finds the story of its own source alone', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(take(2, ['The keepers eat.']), 'meridian')
  assert.equal(await text(newsroom), '404')
  const [first] = await newsroom.ingest(take(1, ['The lamp is lit.']), 'meridian')
  assert.equal(first?.outcome, 'published')
  assert.match(await text(newsroom), /lit\.\s+The keepers eat\./)
  const [other] = await newsroom.ingest(take(2, ['Of another source.']), 'other')
  assert.equal(other?.outcome, 'held')
  await engine.close()
})
