/** What a source’s own clock makes of times that name no zone, in each format that has such times. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { knownSource } from '../../../test/site/sources.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { openDueArticles } from '../../articles/articles.ts'
import type { WireItem } from '../item.ts'
import { sourceCommand } from '../sources/source.command.ts'
import { setSource, sourceNamed } from '../sources/sources.ts'
import { itemIn } from '../../../test/data/wire-item.ts'

const path = '/articles/keepers-return-to-light-skerry-point-by-hand'
const oslo = 'Europe/Oslo'

function read(text: string, timeZone?: string): WireItem {
  const options = timeZone === undefined ? {} : { timeZone }
  return itemIn(new TextEncoder().encode(text), options)
}

const nitf = (docdata: string): string =>
  `<nitf><head><docdata><doc-id id-string="1"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Lamp stays lit</hl1></hedline></body.head><body.content><p>Nobody objected.</p></body.content></body></nitf>`
const ninjs = (fields: object): string =>
  JSON.stringify({ uri: 'urn:x:1', headline: 'Lamp', body_text: 'Lit.', ...fields })

test('times without a zone are those of the source’s clock, whatever the format', () => {
  const teletype =
    'xyz012 4 i 80 moor 0012\r\nLamp/\r\n\r\nLamp stays lit\r\n\r\nNobody objected.\r\n\r\n041130 May 26\r\n'
  const rss =
    '<rss version="2.0"><channel><title>Moor</title><item><guid>1</guid><title>Lamp</title><pubDate>Mon, 04 May 2026 11:30:00</pubDate></item></channel></rss>'
  const files: Record<string, string> = {
    'IPTC 7901': teletype,
    RSS: rss,
    NITF: nitf('<date.issue norm="20260504T113000"/>'),
    'ninjs 1': ninjs({ versioncreated: '2026-05-04T11:30:00' }),
    'NewsML-G2': wireFile({ versionCreated: '2026-05-04T11:30:00' }),
  }
  for (const [format, text] of Object.entries(files)) {
    const item = read(text, oslo)
    assert.equal(item.standfirst.format, format)
    assert.equal(item.versionCreated, '2026-05-04T09:30:00.000Z', format)
    assert.match(JSON.stringify(item.standfirst.notices), /taken as Europe\/Oslo/, format)
    assert.equal(read(text).versionCreated, '2026-05-04T11:30:00.000Z', format)
  }
})

test('a zone that the source writes itself counts, and the operator’s word counts before what is known of the sender', () => {
  const zoned = read(ninjs({ versioncreated: '2026-05-04T11:30:00-05:00' }), oslo)
  assert.equal(zoned.versionCreated, '2026-05-04T16:30:00.000Z')
  const ntb = nitf('<date.issue norm="20260504T113000"/>').replace(
    'id-string="1"',
    'id-string="1" regsrc="NTB"',
  )
  assert.equal(read(ntb).versionCreated, '2026-05-04T09:30:00.000Z')
  assert.equal(read(ntb, 'UTC').versionCreated, '2026-05-04T11:30:00.000Z')
})

test('rule 13: an embargo errs late and an expiry early, where a clock shows a time twice or never', () => {
  const times = (at: string): (string | undefined)[] => {
    const item = read(ninjs({ embargoed: at, expires: at }), oslo)
    assert.deepEqual(item.standfirst.held, [])
    return [item.embargoed, item.expires]
  }
  assert.deepEqual(times('2026-10-25T02:30:00'), [
    '2026-10-25T01:30:00.000Z',
    '2026-10-25T00:30:00.000Z',
  ])
  assert.deepEqual(times('2026-03-29T02:30:00'), [
    '2026-03-29T01:30:00.000Z',
    '2026-03-29T00:30:00.000Z',
  ])
})

test('rule 13: a clock reads no embargo that contradicts another, is a day alone or cannot be read', () => {
  const held = (fields: object): string => read(ninjs(fields), oslo).standfirst.held.join()
  assert.match(held({ embargoed: '2026-05-04' }), /names a day and no time/)
  assert.match(held({ embargoed: 'tonight' }), /cannot be read/)
  assert.match(held({ embargoed: '' }), /no time is given/)
  const picture = { main: { type: 'picture', embargoed: '2026-05-04T12:00:00' } }
  assert.match(held({ embargoed: '2026-05-04T11:30:00', associations: picture }), /contradict/)
  const same = { main: { type: 'picture', embargoed: '2026-05-04T09:30:00Z' } }
  const agreed = read(ninjs({ embargoed: '2026-05-04T11:30:00', associations: same }), oslo)
  assert.deepEqual(agreed.standfirst.held, [])
  const note = (time: string) => ({
    embargoed: '2026-05-04T11:30:00',
    ednote: `Embargo: 04.05.2026, ${time} Uhr`,
  })
  assert.equal(held(note('11:30')), '')
  assert.match(held(note('11:31')), /later embargo/)
})

onBothEngines('rule 13: an embargo on the clock of its source ends on time', async ({ open }) => {
  const engine = await open()
  const { ingest, get, clock, house } = newsroomOn(engine)
  await knownSource(engine, 'meridian', { timeZone: oslo })
  const file = wireFile({ meta: '<embargoed>2026-05-04T15:00:00</embargoed>' })
  clock.now = new Date('2026-05-04T12:00:00.000Z')
  assert.equal((await ingest(file, 'meridian'))[0]?.outcome, 'embargoed')
  const openAt = async (time: string) => {
    clock.now = new Date(time)
    await openDueArticles(engine, clock.now)
    house.pages.forgetAll()
    return (await get(path)).status
  }
  assert.equal(await openAt('2026-05-04T12:59:59.000Z'), 404)
  assert.equal(await openAt('2026-05-04T13:00:00.000Z'), 200)
  await engine.close()
})

onBothEngines(
  'rule 1: a clock that is set later makes no second story of what is here',
  async ({ open }) => {
    const engine = await open()
    const { ingest } = newsroomOn(engine)
    const source = await knownSource(engine, 'meridian')
    const outcome = async (text: string) => (await ingest(text, 'meridian'))[0]?.outcome
    const plain = wireFile({ versionCreated: '2026-05-04T08:00:00' })
    const embargoed = wireFile({
      guid: 'urn:x:2',
      headline: 'Lamp of Port Moor goes out',
      body: ['Nobody objected to the dark.'],
      meta: '<embargoed>2020-01-01T00:00:00</embargoed>',
    })
    assert.deepEqual([await outcome(plain), await outcome(embargoed)], ['published', 'held'])
    await setSource(engine, { ...source, timeZone: oslo })
    assert.equal(await outcome(plain), 'duplicate')
    // Now it says something else, and which of the two is right is for a person to say.
    assert.equal(await outcome(embargoed), 'conflict')
    await setSource(engine, { ...source, timeZone: 'Asia/Tokyo' })
    assert.deepEqual([await outcome(plain), await outcome(embargoed)], ['duplicate', 'duplicate'])
    await engine.close()
  },
)

onBothEngines('the zone of a source is a name that is known, or nothing', async ({ open }) => {
  const engine = await open()
  const said: string[] = []
  const say = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
  }
  const run = (...args: string[]) => sourceCommand(args, { engine, now: () => new Date() }, say)
  assert.equal(await run('add', 'meridian', '--time-zone', 'Europe/Nowhere'), 1)
  assert.match(said.at(-1) ?? '', /--time-zone wants the name of a zone/)
  assert.equal(await run('add', 'meridian', '--time-zone', oslo), 0)
  assert.equal((await sourceNamed(engine.db, 'meridian'))?.timeZone, oslo)
  assert.equal(await run('set', 'meridian', '--title', 'Meridian'), 0)
  assert.equal((await sourceNamed(engine.db, 'meridian'))?.timeZone, oslo)
  assert.equal(await run('list'), 0)
  assert.match(said.at(-1) ?? '', /"timeZone":"Europe\/Oslo"/)
  assert.equal(await run('set', 'meridian', '--time-zone', ''), 0)
  assert.equal((await sourceNamed(engine.db, 'meridian'))?.timeZone, undefined)
  await engine.close()
})
