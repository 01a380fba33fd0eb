import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { evidenceFor, scoreOf } from './matching.ts'
import { readWire } from '../reading/read-wire.ts'

const talks = [
  'Talks about the lights of the strait ended on Monday without a deal, officials of both governments said after a third round.',
  'There is agreement that the lights must be kept burning through the winter, but none on who will pay the 4.2 million crowns a year.',
  'The towns on both shores depend on the strait for their fish and for most of their fuel, which comes by sea from the south.',
]
const mediator = 'The mediator, a former harbour judge, will return to the town on Thursday.'
const path = '/articles/strait-talks-end-without-a-deal'

/** An invented item in the manner of AFP: each update is a new item with revision 1. */
function afpFile(item: {
  id: string
  at: string
  advisory?: string
  headline?: string
  body?: string[]
}) {
  const stamp = `20260504T${item.at}00Z`
  return `<?xml version="1.0" encoding="utf-8"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>${stamp}</DateAndTime></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>${stamp}</DateId><NewsItemId>${item.id}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:afp.com:${stamp}:${item.id}:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>${stamp}</FirstCreated><ThisRevisionCreated>${stamp}</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><DateLine>SARN VELLE, Ondrel (AFP) -</DateLine><HeadLine xml:lang="en">${item.headline ?? 'Strait talks end without a deal'}</HeadLine><SlugLine>Strait-talks</SlugLine>${item.advisory === undefined ? '' : `<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>${item.advisory}</NewsLineText></NewsLine>`}</NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
<ContentItem><MediaType FormalName="Text"/><DataContent>${(item.body ?? talks).map((text) => `<p>${text}</p>`).join('')}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`
}

const first = afpFile({ id: 'AA01', at: '0900' })
const update = afpFile({
  id: 'AA07',
  at: '1030',
  advisory: 'UPDATES with mediator',
  headline: 'Strait talks end, mediator to return',
  body: [talks[0] ?? '', mediator, ...talks.slice(1)],
})

async function idsIn({ house }: Newsroom) {
  const rows = await house.engine.db
    .selectFrom('items')
    .innerJoin('articles', 'articles.id', 'items.article_id')
    .select(['items.id', 'items.article_id', 'articles.live_at'])
    .execute()
  const live = rows.find(({ live_at }) => live_at !== null)
  const waiting = rows.find(({ live_at }) => live_at === null)
  return { article: live?.article_id ?? '', item: waiting?.id ?? '' }
}

async function asks(newsroom: Newsroom, address: string): Promise<string> {
  newsroom.house.pages.forgetAll()
  const answer = await newsroom.get(address)
  return answer.status === 200 ? answer.text() : String(answer.status)
}

onBothEngines(
  'rule 10: an editor joins an update to its story, with the evidence at hand',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(first, 'afp')
    assert.equal((await newsroom.ingest(update, 'afp'))[0]?.outcome, 'held')
    const desk = await signedIn(newsroom)
    const list = await desk.page('/desk/matches')
    assert.match(list, /of the old in the new · same slug · same dateline · 1\.5 h apart/)
    const { article, item } = await idsIn(newsroom)
    const page = await desk.page(`/desk/items/${item}/matches/${article}`)
    assert.match(page, /Old wire text.*New wire text.*Our text/s)
    await desk.post(`/desk/items/${item}/matches/${article}`, { why: 'Same talks' })
    const joined = await asks(newsroom, path)
    assert.match(joined, /mediator to return/)
    assert.match(joined, /former harbour judge/)
    const feed = JSON.parse(await asks(newsroom, '/feeds/all.json')) as { items: unknown[] }
    assert.equal(feed.items.length, 1, 'there is one article')
    assert.match(await asks(newsroom, `${path}.json`), /AA07/, 'the origin is the newer item')
    assert.match(await desk.page('/desk/decisions'), /joined/)
    assert.doesNotMatch(await desk.page('/desk/matches'), /mediator/)
    await engine.close()
  },
)

onBothEngines('of joined items the latest counts, whichever arrived last', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(first, 'afp')
  await newsroom.ingest(update, 'afp')
  const desk = await signedIn(newsroom)
  const { article, item } = await idsIn(newsroom)
  await desk.post(`/desk/items/${item}/matches/${article}`, { why: 'Same talks' })
  const older = first.replace('>1</RevisionId>', '>2</RevisionId>').replace('AA01:1<', 'AA01:2<')
  const revised = older
    .replace('4.2 million', '4.4 million')
    .replace(/<ThisRevisionCreated>[^<]*/, '<ThisRevisionCreated>20260504T095000Z')
  assert.equal((await newsroom.ingest(revised, 'afp'))[0]?.outcome, 'late')
  assert.match(await asks(newsroom, path), /4\.2 million/)
  const killed = revised
    .replace('>2</RevisionId>', '>3</RevisionId>')
    .replace('AA01:2<', 'AA01:3<')
    .replace('FormalName="Usable"', 'FormalName="Canceled"')
    .replace('20260504T095000Z', '20260504T115000Z')
  assert.equal((await newsroom.ingest(killed, 'afp'))[0]?.outcome, 'canceled')
  assert.equal(await asks(newsroom, path), '410')
  await engine.close()
})

onBothEngines(
  'a rejected match is not proposed again, and the item stays held',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(first, 'afp')
    await newsroom.ingest(update, 'afp')
    const desk = await signedIn(newsroom)
    const { article, item } = await idsIn(newsroom)
    await desk.post(`/desk/items/${item}/matches/${article}/rejection`, { why: 'Other talks' })
    assert.match(await desk.page('/desk/matches'), /No story of afp/)
    assert.doesNotMatch(await asks(newsroom, path), /former harbour judge/)
    await engine.close()
  },
)

onBothEngines(
  'rule 10: a source’s threshold joins by itself, and the ledger says so',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const value = JSON.stringify({ afp: 0.6 })
    await engine.write((tx) =>
      tx.insertInto('settings').values({ name: 'match-thresholds', value }).execute(),
    )
    await newsroom.ingest(first, 'afp')
    const other = afpFile({ id: 'AA09', at: '1000', advisory: 'UPDATES', body: ['Another story.'] })
    assert.equal((await newsroom.ingest(other, 'afp'))[0]?.outcome, 'held', 'too little is alike')
    assert.equal((await newsroom.ingest(update, 'afp'))[0]?.outcome, 'updated')
    assert.match(await asks(newsroom, path), /former harbour judge/)
    const desk = await signedIn(newsroom)
    assert.match(await desk.page('/desk/decisions'), /rule of afp<\/b> joined/)
    await engine.close()
  },
)

test('the text weighs more than slug, place and time together', () => {
  const item = (file: string) => {
    const [read] = readWire(new TextEncoder().encode(file)).items
    assert.ok(read)
    return read
  }
  const same = evidenceFor(item(update), item(first))
  assert.ok(scoreOf(same) > 0.6)
  assert.equal(same.slug, 'same')
  const words = ['Quite another story about a whale that was seen in the harbour by two pilots.']
  const other = evidenceFor(item(afpFile({ id: 'AA10', at: '1030', body: words })), item(first))
  assert.ok(scoreOf(other) < 0.35)
})
