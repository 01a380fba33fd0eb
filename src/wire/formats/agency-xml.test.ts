import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readWire } from '../reading/read-wire.ts'
import { itemIn as read, readingOf as reading } from '../../../test/data/wire-item.ts'

interface Parts {
  status?: string
  lines?: string
  revision?: string
  body?: string
}

const newsMl = ({ status = 'Usable', lines = '', revision = '1', body = '' }: Parts): string =>
  `<NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>${revision}</RevisionId><PublicIdentifier>urn:newsml:afp.com:20300501:K1:${revision}</PublicIdentifier></NewsIdentifier></Identification>
  <NewsManagement><ThisRevisionCreated>20300501T060000Z</ThisRevisionCreated><Status FormalName="${status}"/></NewsManagement>
  <NewsComponent><NewsLines><HeadLine>Lighthouse keeps its keeper</HeadLine>${lines}</NewsLines><ContentItem><DataContent><p>The lamp stays lit.</p>${body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`

test('rule 10: NewsML 1: the identity has lost its revision, and an advisory of an update holds the item', () => {
  const item = read(newsMl({ revision: '4' }))
  assert.deepEqual([item.uri, item.version], ['urn:newsml:afp.com:20300501:K1', '4'])
  const lines =
    '<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>RECASTS with keeper</NewsLineText></NewsLine>'
  assert.match(read(newsMl({ lines })).standfirst.held.join(), /match it first/)
  assert.deepEqual(read(newsMl({ lines, revision: '2' })).standfirst.held, [])
})

test('NewsML 1: status embargoed without a time stays closed, an unknown one is held', () => {
  const embargoed = read(newsMl({ status: 'Embargoed' }))
  assert.equal(embargoed.pubStatus, 'withheld')
  assert.match(embargoed.standfirst.held.join(), /no time/)
  assert.match(read(newsMl({ status: 'Open' })).standfirst.held.join(), /not one of/)
})

test('NewsML 1: the long form of the slug is preferred when the short one begins it', () => {
  const label = '<NameLabel>skerry-lighthouse-keeper</NameLabel>'
  const withLabel = (slug: string): string =>
    newsMl({ lines: `<SlugLine>${slug}</SlugLine>` }).replace(
      '</Identification>',
      `${label}</Identification>`,
    )
  assert.equal(read(withLabel('skerry')).slugline, 'skerry-lighthouse-keeper')
  assert.equal(read(withLabel('moor')).slugline, 'moor')
})

test('rule 19: only initials parted by slashes are a sign-off', () => {
  const last = (line: string): string =>
    read(newsMl({ body: `<p>${line}</p>` }))
      .standfirst.bodyText.split('\n')
      .at(-1) ?? ''
  assert.equal(last('burs-ab/cd/ef'), 'The lamp stays lit.')
  assert.equal(last('He said yes/no'), 'He said yes/no')
  assert.equal(last('The end'), 'The end')
})

test('NewsML 1: a release in two languages is two items', () => {
  const part = (language: string): string =>
    `<NewsComponent><NewsLines><HeadLine>Head ${language}</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="${language}"/></DescriptiveMetadata><ContentItem><DataContent><p>Text ${language}</p></DataContent></ContentItem></NewsComponent>`
  const xml = newsMl({}).replace(
    /<NewsComponent>.*<\/NewsComponent>/s,
    `<NewsComponent>${part('en')}${part('fr')}</NewsComponent>`,
  )
  assert.deepEqual(
    reading(xml).items.map(({ uri, language, standfirst }) => [uri, language, standfirst.bodyText]),
    [
      ['urn:newsml:afp.com:20300501:K1:en', 'en', 'Text en'],
      ['urn:newsml:afp.com:20300501:K1:fr', 'fr', 'Text fr'],
    ],
  )
})

const nitf = (docdata: string, attributes = ''): string =>
  `<nitf><head><docdata ${attributes}><doc-id id-string="k1"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Lighthouse keeps its keeper</hl1></hedline><byline>By Ada Moor<byttl>Keeper</byttl></byline></body.head><body.content><p>The lamp stays lit.</p></body.content></body></nitf>`

test('NITF: an embargo is release date and status together, and byline and title stay two words', () => {
  const item = read(
    nitf('<date.release norm="20300501T000100+0100"/>', 'management-status="embargoed"'),
  )
  assert.deepEqual([item.pubStatus, item.embargoed], ['usable', '2030-04-30T23:01:00.000Z'])
  assert.equal(item.by, 'By Ada Moor, Keeper')
  assert.match(
    read(nitf('<date.release norm="20300501T000100"/>')).standfirst.held.join(),
    /no time zone/,
  )
})

test('NITF: the status of another document is told and changes nothing here', () => {
  const item = read(nitf('', 'management-doc-idref="k0" management-idref-status="canceled"'))
  assert.equal(item.pubStatus, 'usable')
  assert.deepEqual(item.standfirst.signals, [{ kind: 'withdraw', value: 'k0 is canceled' }])
})

test('RSS and Atom: entries are told by guid, id or title; a tombstone asks an editor', () => {
  const rss = reading(
    '<rss><channel><title>Skerry News</title><item><title>Ferry &amp;amp; fog</title><description>&lt;p&gt;Late.&lt;/p&gt;</description><pubDate>Wed, 01 May 2030 06:00 GMT</pubDate></item></channel></rss>',
  ).items[0] as WireItem
  assert.equal(rss.headlines[0]?.value, 'Ferry & fog')
  assert.equal(rss.standfirst.bodyText, 'Late.')
  assert.equal(rss.versionCreated, '2030-05-01T06:00:00.000Z')
  const atom = reading(
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><at:deleted-entry ref="urn:x:9" when="2030-05-01T06:00:00Z"/></feed>',
  ).items[0] as WireItem
  assert.deepEqual([atom.uri, atom.pubStatus], ['urn:x:9', 'withheld'])
  assert.match(atom.standfirst.held.join(), /deleted/)
  assert.deepEqual(reading('<rss><channel><title>Empty</title></channel></rss>'), {
    items: [],
    refused: [],
  })
})

test('rule 3: a DOCTYPE may name a DTD and declare letters, and nothing else', () => {
  const body = nitf('').replace('stays lit', 'stays &eacute;clair&nbsp;lit')
  assert.match(
    read(`<!DOCTYPE nitf SYSTEM "../dtd/nitf.dtd">${body}`).standfirst.bodyText,
    /éclair/,
  )
  const letters = '<!DOCTYPE nitf [<!ENTITY eacute "&#233;">]>'
  assert.match(read(letters + body).standfirst.bodyText, /éclair/)
  const evil = [
    '<!ENTITY x "&y;">',
    '<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd">%x;',
    '<!ENTITY lt "a">',
  ]
  for (const declaration of evil) {
    const { refused } = reading(`<!DOCTYPE nitf [${declaration}]>${body}`)
    assert.match(refused[0]?.reason ?? '', /DOCTYPE/, declaration)
  }
})

test('rule 2: encodings: what is declared wrongly or not at all is read and told', () => {
  const latin = Buffer.from(nitf('').replace('lamp', 'l\u00e2mpe'), 'latin1')
  const [item] = readWire(latin).items
  assert.match(item?.standfirst.bodyText ?? '', /lâmpe/)
  assert.equal(item?.standfirst.notices[0]?.text, 'windows-1252 (no encoding declared)')
  const wide = Buffer.from(`\ufeff${nitf('').replace('lamp', 'lâmpe')}`, 'utf16le')
  assert.match(readWire(wide).items[0]?.standfirst.bodyText ?? '', /lâmpe/)
})

test('rule 9: NewsML 1 says in an Instruction that a version is a correction', () => {
  const marked = newsMl({}).replace(
    '</NewsManagement>',
    '<Instruction FormalName="Correction"/></NewsManagement>',
  )
  assert.ok(read(marked).standfirst.signals.some(({ kind }) => kind === 'correction'))
})

test('rule 9: a later take in NITF is no story by itself', () => {
  const item = read(nitf('<series series.name="lamp" series.part="2"/>'))
  assert.deepEqual(item.standfirst.held, ['it continues another story; join it first'])
  assert.deepEqual(read(nitf('<series series.part="1"/>')).standfirst.held, [])
})
