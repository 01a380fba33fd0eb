/** Times and places of use in fields of NITF and NewsML 1; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { itemIn as read } from '../../../test/data/wire-item.ts'

const nitf = (docdata: string, head = ''): WireItem =>
  read(
    `<nitf><head><docdata><doc-id id-string="k1"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Lamp lit</hl1></hedline>${head}</body.head><body.content><p>It burns.</p></body.content></body></nitf>`,
  )

const newsMl1 = (rights: string): WireItem =>
  read(
    `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>moor.example</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Lamp lit</HeadLine></NewsLines><RightsMetadata><UsageRights>${rights}</UsageRights></RightsMetadata><ContentItem><DataContent><p>It burns.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
  )

const times = ({ embargoed, standfirst: { barred, held } }: WireItem): unknown[] => [
  embargoed,
  barred,
  held,
]

const [from, until] = ['20300501T060000Z', '20310501T060000+0200']
const both = ['2030-05-01T06:00:00.000Z', '2031-05-01T04:00:00.000Z', []]

test('rights that begin and end keep a story closed before and bar it after, wherever they stand', () => {
  assert.deepEqual(times(nitf(`<doc.rights startdate="${from}" enddate="${until}"/>`)), both)
  const inHead = `<rights><rights.startdate norm="${from}">May</rights.startdate><rights.enddate>${until}</rights.enddate></rights>`
  assert.deepEqual(times(nitf('', inHead)), both)
  const fields = `<StartDate>${from}</StartDate><EndDate>${until}</EndDate>`
  assert.deepEqual(times(newsMl1(fields)), both)
})

test('a day without a zone begins when it has begun everywhere, and the later of two beginnings counts', () => {
  const day = nitf('<doc.rights startdate="20300501"/>')
  assert.equal(day.embargoed, '2030-05-01T12:00:00.000Z')
  assert.ok(day.standfirst.notices.some(({ what }) => what.includes('rights begin')))
  const later = nitf(
    `<date.release norm="20300601T060000Z"/><doc.rights startdate="${from}" enddate="20310501"/>`,
  )
  assert.deepEqual(times(later), ['2030-06-01T06:00:00.000Z', '2031-05-01T00:00:00.000Z', []])
})

test('times of rights that cannot be read hold, and a pair of empty ones says nothing', () => {
  const { held } = nitf('<doc.rights startdate="soon" enddate="later"/>').standfirst
  assert.match(
    held.join(),
    /rights begin cannot be read: "soon".*rights end cannot be read: "later"/,
  )
  assert.deepEqual(times(nitf('<doc.rights startdate="" enddate=""/>')), [undefined, undefined, []])
  assert.match(nitf('<doc.rights enddate=""/>').standfirst.held.join(), /rights end cannot be read/)
  assert.deepEqual(times(newsMl1('<StartDate/><EndDate></EndDate>')), [undefined, undefined, []])
})

test('a region of use is a limit in words, and the world is none', () => {
  const rights = '<Geography>Skerry</Geography><Limitations>Not for sale</Limitations>'
  assert.equal(newsMl1(rights).usageTerms, 'Not for sale; Skerry only')
  assert.equal(newsMl1('<Geography>Worldwide</Geography>').usageTerms, undefined)
  assert.equal(nitf('<doc.rights geography="Skerry"/>').usageTerms, 'Skerry only')
  const inHead = '<rights><rights.geography>Skerry</rights.geography></rights>'
  assert.equal(nitf('', inHead).usageTerms, 'Skerry only')
})
