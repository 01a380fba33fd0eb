import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'

/** Rules 16 and 17 in the plain-text formats, whose messages name others by number or by slug. */

interface Message {
  /** The service's own number, and the agency's at the end of the header. */
  service: string
  number: string
  slug?: string
  head: string
  text: string
  minute: number
}

function iptc7901({
  service,
  number,
  slug = 'Skerry-lighthouse',
  head,
  text,
  minute,
}: Message): string {
  const foot = `0111${String(minute).padStart(2, '0')} GMT Mai 26`
  return `\u0001${service} 4 i 211   dpa ${number}\r\n\r\n${slug}/\r\n\u0002${head} =\r\n\r\n${text}\r\n\u0003${foot}\r\n\u0004`
}

function anpa(number: string, slug: string, lines: string, minute: number): string {
  return `\u0016\u0016\u0001${number}\u001fmoor\nr a\u0013\u0011 ${slug}     05-01 0693\n\u0002${lines}\n\t   \u0003AP-WF-05-01-26 07${String(minute).padStart(2, '0')}GMT<\n\u000c\n\u0004`
}

const story = {
  service: 'bdt0301',
  number: '157',
  head: 'Lighthouse keeps',
  minute: 10,
  text: 'The lamp stays lit.',
}
const kill = {
  service: 'tsk0009',
  number: '162',
  head: 'KILL',
  slug: 'Achtung',
  minute: 20,
  text: 'Please kill item dpa 157.',
}
const hold = { ...kill, head: 'HOLD', text: 'Please hold item dpa 157.' }
const bySlug = { ...kill, head: 'KILL Skerry-lighthouse', text: 'The story was wrong.' }

async function open({ get }: Newsroom, slug = 'lighthouse-keeps'): Promise<boolean> {
  return (await get(`/articles/${slug}`)).status === 200
}

const stoppers = {
  'killed by its agency’s number': kill,
  'held by number': hold,
  'killed by its slug': bySlug,
}
for (const [what, message] of Object.entries(stoppers)) {
  for (const order of ['before', 'after'] as const) {
    onBothEngines(
      `rule 16: IPTC 7901, ${what}, which comes ${order} it`,
      async ({ open: engineOf }) => {
        const engine = await engineOf()
        const newsroom = newsroomOn(engine)
        const both = [story, message]
        for (const one of order === 'after' ? both : both.toReversed())
          await newsroom.ingest(iptc7901(one))
        assert.equal(await open(newsroom), false)
        const other = {
          ...story,
          service: 'bdt0302',
          number: '158',
          slug: 'Other',
          head: 'Other light',
        }
        await newsroom.ingest(iptc7901({ ...other, text: 'Another lamp stays lit.' }))
        assert.equal(await open(newsroom, 'other-light'), true, 'what was not named stays')
        await newsroom.ingest(iptc7901(story))
        assert.equal(await open(newsroom), false, 'a replay brings nothing back')
        await engine.close()
      },
    )
  }
}

onBothEngines(
  'rule 16: a number of another day, and of another source, is another item',
  async ({ open: engineOf }) => {
    const engine = await engineOf()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(iptc7901(story).replace('0111', '0211'))
    await newsroom.ingest(iptc7901(kill))
    assert.equal(await open(newsroom), true)
    await newsroom.ingest(iptc7901({ ...story, head: 'Elsewhere it keeps' }), 'other')
    assert.equal(await open(newsroom, 'elsewhere-it-keeps'), true)
    await engine.close()
  },
)

onBothEngines('rule 16: ANPA, killed by its slug, in both orders', async ({ open: engineOf }) => {
  const engine = await engineOf()
  const newsroom = newsroomOn(engine)
  const text = '\t   PORT MOOR (AP) _ The lamp stays lit.'
  const first = anpa(
    'W1607',
    'BC-Skerry',
    `^BC-Skerry--Lighthouse,140<\n^Lighthouse keeps<\n${text}`,
    10,
  )
  const stop = anpa(
    'W1609',
    'BC-Skerry',
    '^BC-KILL,40<\n^KILL BC-Skerry--Lighthouse<\n\t   It was wrong.',
    30,
  )
  await newsroom.ingest(first, 'a')
  assert.equal(await open(newsroom), true)
  await newsroom.ingest(stop, 'a')
  assert.equal(await open(newsroom), false)
  await newsroom.ingest(stop, 'b')
  const [line] = await newsroom.ingest(first.replace('keeps', 'stays'), 'b')
  assert.equal(line?.outcome, 'late', 'the kill, which came first, counts')
  // The story is told anew after the kill: that one was not meant.
  const anew = first.replace('W1607', 'W1612').replace('0710GMT', '0750GMT')
  const [later] = await newsroom.ingest(anew.replace('keeps', 'burns'), 'b')
  assert.equal(later?.outcome, 'published')
  await engine.close()
})
