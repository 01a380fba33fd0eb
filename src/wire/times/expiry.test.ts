/** Rule 26, from the safe side: an end that somebody meant and that cannot be told waits for a person. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { readWire } from '../reading/read-wire.ts'

function heldOf(text: string): string[] {
  const { items, refused } = readWire(new TextEncoder().encode(text))
  assert.deepEqual(refused, [])
  assert.equal(items.length, 1)
  return items[0]?.standfirst.held ?? []
}

const nitf = (expire: string): string =>
  `<nitf><head><docdata><doc-id id-string="1"/>${expire}</docdata></head><body><body.head><hedline><hl1>Lamp</hl1></hedline></body.head><body.content><p>Lit.</p></body.content></body></nitf>`
const newsMl1 = (change: string): string =>
  `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>moor.example</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:moor.example:20300501:K1:2</PublicIdentifier></NewsIdentifier></Identification>
  <NewsManagement><NewsItemType FormalName="News"/><Status FormalName="Usable"/>${change}</NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>Lamp</HeadLine></NewsLines><ContentItem><DataContent>Lit.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
const changes = (at: string): string =>
  newsMl1(`<StatusWillChange><FutureStatus FormalName="Canceled"/>${at}</StatusWillChange>`)
const json = (fields: object) => (expires?: unknown) =>
  JSON.stringify({ ...fields, ...(expires === undefined ? {} : { expires }) })
const ninjs1 = json({ uri: 'urn:x:1', headline: 'Lamp', body_text: 'Lit.' })
const ninjs3 = json({
  uri: 'urn:x:1',
  pubStatus: 'usable',
  headlines: [{ value: 'Lamp' }],
  bodies: [{ contentType: 'text/plain', value: 'Lit.' }],
})
const afp = json({ uno: 'x1', status: 'Usable', headline: 'Lamp', news: ['Lit.'] })
const rendition =
  '<nitf><body><body.content><p>The lamp stays lit.</p></body.content></body></nitf>'
const ap = json({
  altids: { itemid: '0f' },
  type: 'text',
  pubstatus: 'usable',
  signals: ['newscontent'],
  headline: 'Lamp',
  renditions: { nitf: { content: rendition } },
})

/** By format: none, a good one, and those that are there and say no time. */
const formats: Record<string, { none: string[]; good: string; bad: string[] }> = {
  'NewsML-G2': {
    none: [wireFile(), wireFile({ meta: '<expires pubconstraint="usage:print"/>' })],
    good: wireFile({ meta: '<expires>2030-05-01T06:00:00Z</expires>' }),
    bad: ['<expires/>', '<expires> </expires>', '<expires>soon</expires>'].map((meta) =>
      wireFile({ meta }),
    ),
  },
  NITF: {
    none: [nitf(''), nitf('<date.expire norm="YYYYMMDD000000-HHMM"/>')],
    good: nitf('<date.expire norm="20300501T060000Z"/>'),
    bad: ['<date.expire/>', '<date.expire norm=""/>', '<date.expire norm="2030??01"/>'].map(nitf),
  },
  'NewsML 1': {
    none: [newsMl1('')],
    good: changes('<DateAndTime>20300501T060000Z</DateAndTime>'),
    bad: ['', '<DateAndTime/>', '<DateAndTime>soon</DateAndTime>'].map(changes),
  },
  'ninjs 1': {
    none: [ninjs1(), ninjs1(null)],
    good: ninjs1('2030-05-01T06:00:00Z'),
    bad: ['', ' ', 'soon', {}, []].map(ninjs1),
  },
  'ninjs 3': {
    none: [ninjs3(), ninjs3(null)],
    good: ninjs3('2030-05-01T06:00:00Z'),
    bad: ['', 'soon', { at: 1 }].map(ninjs3),
  },
  AFP: {
    none: [afp(), afp(null)],
    good: afp('2030-05-01T06:00:00Z'),
    bad: ['', 'soon'].map(afp),
  },
  AP: {
    none: [ap(), ap(null)],
    good: ap('2030-05-01T06:00:00Z'),
    bad: ['', 'soon'].map(ap),
  },
}

for (const [format, { none, good, bad }] of Object.entries(formats)) {
  test(`rule 26: an expiry of ${format} that is there and says no time holds the item`, () => {
    for (const text of [...none, good]) assert.deepEqual(heldOf(text), [], text)
    for (const text of bad)
      assert.match(heldOf(text).join(), /time of expiry (?:is empty|cannot)/, text)
  })
}

onBothEngines('rule 26: what lost its expiry on the way reaches no reader', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  const [line] = await ingest(wireFile({ meta: '<expires></expires>' }))
  assert.deepEqual(
    [line?.outcome, line?.reason],
    ['held', 'its time of expiry is empty; ask the source until when'],
  )
  assert.equal((await get('/articles/keepers-return-to-light-skerry-point-by-hand')).status, 404)
  await engine.close()
})
