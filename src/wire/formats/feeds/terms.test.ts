/** What modules of feeds say of drafts, times and places; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemsIn as read } from '../../../../test/data/wire-item.ts'

const spaces = Object.entries({
  app: 'http://www.w3.org/2007/app',
  dcterms: 'http://purl.org/dc/terms/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  media: 'http://search.yahoo.com/mrss/',
  mi: 'http://schemas.ingestion.microsoft.com/common/',
  at: 'http://purl.org/atompub/tombstones/1.0',
})
  .map(([name, address]) => `xmlns:${name}="${address}"`)
  .join(' ')

/** The same entry in RSS and in Atom. */
function both(more: string, after = ''): WireItem[][] {
  const rss = `<rss version="2.0" ${spaces}><channel><title>Moor</title><item><title>Lamp</title><guid>urn:1</guid><description>Lit.</description>${more}</item>${after}</channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" ${spaces}><title>Moor</title><entry><title>Lamp</title><id>urn:1</id><content>Lit.</content>${more}</entry>${after}</feed>`
  return [read(rss), read(atom)]
}

const first = (more: string): WireItem[] => both(more).map(([item]) => item as WireItem)

test('a draft of the publishing protocol reaches no reader', () => {
  for (const item of first('<app:control><app:draft>yes</app:draft></app:control>')) {
    assert.equal(item.pubStatus, 'withheld')
    assert.match(item.standfirst.held.join(), /draft/)
  }
  for (const item of first('<status>draft</status>')) assert.equal(item.pubStatus, 'withheld')
  for (const status of ['private', 'Withdrawn'])
    for (const item of first(`<status>${status}</status>`))
      assert.match(item.standfirst.held.join(), /status/)
  for (const item of first('<status>publish</status>')) assert.deepEqual(item.standfirst.held, [])
  for (const item of first('<app:control><app:draft>no</app:draft></app:control>'))
    assert.deepEqual([item.pubStatus, item.standfirst.held], ['usable', []])
})

test('periods of Dublin Core, and dates of PRISM and MSN, begin and end what readers get', () => {
  const [from, until] = ['2030-05-02T06:00:00.000Z', '2030-06-01T00:00:00.000Z']
  const ways = [
    `<dcterms:valid>start=2030-05-02T06:00:00Z; end=2030-06-01T00:00:00Z; scheme=W3C-DTF</dcterms:valid>`,
    `<prism:embargoDate>2030-05-02T08:00:00+02:00</prism:embargoDate><prism:expirationDate>${until}</prism:expirationDate>`,
    `<embargoDate>${from}</embargoDate><mi:expirationDate>${until}</mi:expirationDate>`,
  ]
  for (const way of ways) {
    for (const { embargoed, expires, standfirst } of first(way))
      assert.deepEqual([embargoed, expires, standfirst.held], [from, until, []], way)
  }
  for (const { embargoed, expires, standfirst } of first(
    '<dcterms:valid>start=;end=</dcterms:valid>',
  ))
    assert.deepEqual([embargoed, expires, standfirst.held], [undefined, undefined, []])
  for (const { standfirst } of first('<prism:embargoDate>tonight</prism:embargoDate>'))
    assert.match(standfirst.held.join(), /embargo time/)
})

test('what Media RSS calls deleted or blocked waits, and a file with limits of place says them', () => {
  for (const item of first('<media:status state="blocked" reason="x"/>'))
    assert.match(item.standfirst.held.join(), /blocked/)
  for (const item of first('<media:status state="active"/>'))
    assert.deepEqual(item.standfirst.held, [])
  const limited = (relation: string, value: string, type = 'country'): (string | undefined)[] =>
    first(
      `<media:content url="https://x.example/l.jpg" medium="image"><media:restriction relationship="${relation}" type="${type}">${value}</media:restriction></media:content>`,
    ).map(({ associations }) => associations?.[0]?.usageTerms)
  const never = 'not to be shown anywhere'
  assert.deepEqual(limited('deny', 'de at'), ['not in de at', 'not in de at'])
  assert.deepEqual(limited('allow', 'gb'), ['only in gb', 'only in gb'])
  assert.deepEqual(limited('allow', 'none'), [never, never])
  assert.deepEqual(limited('deny', 'all'), [never, never])
  assert.deepEqual(limited('allow', 'all'), [undefined, undefined])
  assert.deepEqual(limited('deny', 'x', 'sharing'), [undefined, undefined])
})

test('a draft of JSON Feed reaches no reader, and a summary is the text where there is no other', () => {
  const json = (more: object): string =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', title: 'Lamp', ...more }],
    })
  for (const more of [{ _draft: true }, { draft: true }, { status: 'draft' }, { _embargo: '2030' }])
    assert.match(
      read(json({ content_text: 'Lit.', ...more }))[0]?.standfirst.held.join() ?? '',
      /closed/,
    )
  assert.deepEqual(read(json({ content_text: 'Lit.', _draft: false }))[0]?.standfirst.held, [])
  const [short] = read(json({ summary: 'It burns.', content_html: ' ' }))
  assert.deepEqual([short?.standfirst.bodyText, short?.descriptions], ['It burns.', []])
})

test('MSN: a file without the right to syndicate says so, and SmartNews takes a story back', () => {
  const terms = (right: string): (string | undefined)[] =>
    first(
      `<media:content url="https://x.example/l.jpg" medium="image"><mi:hasSyndicationRights>${right}</mi:hasSyndicationRights></media:content>`,
    ).map(({ associations }) => associations?.[0]?.usageTerms)
  assert.deepEqual(terms('0'), ['no syndication rights', 'no syndication rights'])
  assert.deepEqual(terms('1'), [undefined, undefined])
  for (const { pubStatus } of first('<media:status state="deleted"/>'))
    assert.equal(pubStatus, 'withheld')
})

test('RSS has tombstones too', () => {
  const deleted = '<at:deleted-entry ref="urn:9" when="2030-05-01T06:00:00Z"/>'
  for (const [, gone] of both('', deleted)) {
    assert.deepEqual([gone?.uri, gone?.pubStatus], ['urn:9', 'withheld'])
    assert.equal(gone?.versionCreated, '2030-05-01T06:00:00.000Z')
  }
})
