/** What the standard allows in NewsML 1 and few senders write; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading, WireItem } from '../../item.ts'
import { readWire } from '../../reading/read-wire.ts'

interface Parts {
  management?: string
  lines?: string
  inside?: string
  beside?: string
  /** In the place of the component. */
  instead?: string
}

const story = '<ContentItem><DataContent><p>It is lit.</p></DataContent></ContentItem>'
const data = (text: string, kind = ''): string =>
  `<ContentItem>${kind}<DataContent>${text}</DataContent></ContentItem>`
const role = (name: string, inner: string): string =>
  `<NewsComponent><Role FormalName="${name}"/>${inner}</NewsComponent>`

function readAll({
  management = '',
  lines = '',
  inside = story,
  beside = '',
  instead,
}: Parts): Reading {
  const component = `<NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Lamp stays lit</HeadLine>${lines}</NewsLines>${inside}</NewsComponent>`
  const xml = `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>moor.example</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>1</RevisionId><PublicIdentifier>urn:newsml:moor.example:20300501:K1:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><ThisRevisionCreated>20300501T060000Z</ThisRevisionCreated><Status FormalName="Usable"/>${management}</NewsManagement>${beside}${instead ?? component}</NewsItem></NewsML>`
  return readWire(new TextEncoder().encode(xml))
}

function read(parts: Parts): WireItem {
  const { items, refused } = readAll(parts)
  assert.deepEqual(refused, [])
  return items[0] as WireItem
}

test('one text in several formats stands once, and two texts that are called equivalent stay two', () => {
  const list = (inner: string): string =>
    `<NewsComponent EquivalentsList="yes">${inner}</NewsComponent>`
  const same = data('<![CDATA[<p>It is lit.</p><p>Bright.</p>]]>') + data('It is lit.')
  assert.equal(read({ inside: list(same) }).standfirst.bodyText, 'It is lit.\n\nBright.')
  const inComponents = role('HTML', data('It is lit.')) + role('Text', data('It is lit.'))
  assert.equal(read({ inside: list(inComponents) }).standfirst.bodyText, 'It is lit.')
  const two = data('It is lit.') + data('Oil is dear.')
  assert.equal(read({ inside: list(two) }).standfirst.bodyText, 'It is lit.\n\nOil is dear.')
})

test('a file in Base64 is no text, and a text in Base64 is one', () => {
  const [file, text] = ['x'.repeat(90), 'It is lit.'].map((one) =>
    Buffer.from(one).toString('base64'),
  )
  const photo = data(file ?? '', '<MediaType FormalName="Photo"/>')
  assert.equal(read({ inside: photo + role('Main', story) }).standfirst.bodyText, 'It is lit.')
  const encoded = `<ContentItem><MediaType FormalName="Text"/><Encoding Notation="Base64"><DataContent>${text}</DataContent></Encoding></ContentItem>`
  assert.equal(read({ inside: encoded }).standfirst.bodyText, 'It is lit.')
})

test('a text that stands in its item without an element for data is read', () => {
  const bare =
    '<ContentItem><MediaType FormalName="Text"/><p>It is lit.</p><p>Bright.</p></ContentItem>'
  assert.equal(read({ inside: bare }).standfirst.bodyText, 'It is lit.\n\nBright.')
})

test('an embargo in a property of the sender, or in a line of its own, closes the item', () => {
  const property = (name: string, value: string): string =>
    `<Metadata><Property FormalName="${name}" Value="${value}"/></Metadata>${story}`
  const at = (name: string, value: string): WireItem => read({ inside: property(name, value) })
  assert.equal(at('Embargo', '20300601T000000Z').embargoed, '2030-06-01T00:00:00.000Z')
  assert.match(at('moor:EmbargoDate', 'Tuesday').standfirst.held.join(), /cannot be read/)
  assert.match(at('Embargoed', 'yes').standfirst.held.join(), /no time is given/)
  assert.deepEqual(at('Embargo', 'none').standfirst.held, [])
  const line =
    '<NewsLine><NewsLineType FormalName="Embargo"/><NewsLineText>Not before May 3</NewsLineText></NewsLine>'
  assert.match(read({ lines: line }).standfirst.held.join(), /speaks of an embargo/)
})

test('what a status will be from some time on bars the item where that is none for readers', () => {
  const change = (future: string): WireItem =>
    read({
      management: `<StatusWillChange><FutureStatus FormalName="${future}"/><DateAndTime>20300503T060000Z</DateAndTime></StatusWillChange>`,
    })
  assert.equal(change('Canceled').standfirst.barred, '2030-05-03T06:00:00.000Z')
  assert.equal(change('Usable').standfirst.barred, undefined)
})

test('limits in a rights line are kept beside those of the metadata', () => {
  const rights =
    '<RightsMetadata><UsageRights><UsageType>Print</UsageType></UsageRights></RightsMetadata>'
  const item = read({ lines: '<RightsLine>No archive</RightsLine>', inside: rights + story })
  assert.equal(item.usageTerms, 'No archive; Print')
})

test('what speaks to editors in a line, a component or a comment is a note', () => {
  const item = read({
    lines:
      '<NewsLine><NewsLineType FormalName="EdNote"/><NewsLineText>Call 5550</NewsLineText></NewsLine>',
    inside:
      story +
      role('Editor Note', data('Call 5551')) +
      role('Contact Information', data('Ida 5552')),
    beside: '<Comment>Call 5553</Comment><Comment FormalName="Editorial Note">Call 5554</Comment>',
  })
  for (const number of [5550, 5551, 5553, 5554])
    assert.match(item.edNote ?? '', new RegExp(`${number}`))
  assert.equal(item.standfirst.bodyText, 'It is lit.')
})

test('mark-up that is escaped into the lines is none for readers', () => {
  const item = read({ lines: '<ByLine><![CDATA[Ida <i>Holm</i>]]></ByLine>' })
  assert.equal(item.by, 'Ida Holm')
})

test('an item inside a component is an item of its own, whose headline is not the other’s', () => {
  const inner =
    '<NewsItem><Identification><NewsIdentifier><ProviderId>moor.example</ProviderId><DateId>20300501</DateId><NewsItemId>K2</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification><NewsManagement><Status FormalName="Embargoed"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Secret</HeadLine></NewsLines></NewsComponent></NewsItem>'
  const { items } = readAll({ inside: story + `<NewsComponent>${inner}</NewsComponent>` })
  assert.equal(items.length, 2)
  assert.doesNotMatch(JSON.stringify(items[0]), /Secret/)
  assert.equal(items[1]?.pubStatus, 'withheld')
})

test('an item that only changes another in places, or brings a vocabulary, is refused', () => {
  for (const what of ['Update', 'TopicSet']) {
    const { items, refused } = readAll({ instead: `<${what}/>` })
    assert.deepEqual(items, [])
    assert.match(refused[0]?.reason ?? '', /ask the source for whole items/)
  }
})

test('several files of one component that say neither size nor use are as many pictures', () => {
  const photo = (href: string, width = ''): string =>
    `<ContentItem Href="${href}"><MediaType FormalName="Photo"/><Characteristics>${width}</Characteristics></ContentItem>`
  const width = '<Property FormalName="Width" Value="200"/>'
  const count = (inside: string): number | undefined => read({ inside }).associations?.length
  assert.equal(count(story + photo('a.jpg') + photo('b.jpg')), 2)
  assert.equal(count(story + photo('a.jpg', width) + photo('b.jpg')), 1)
})

test('a sentence in the place of a dateline is none; keywords of the only line are parted', () => {
  const sentence =
    'The lamp has been lit again after a long and dark winter night, its keeper said in a long note on Monday.'
  const item = read({
    lines: `<DateLine>${sentence}</DateLine><KeywordLine>lamp, oil</KeywordLine>`,
    inside: `<DescriptiveMetadata><SubjectCode FormalName="Light"/></DescriptiveMetadata><Author>Ida Holm</Author>${story}`,
  })
  assert.deepEqual([item.dateline, item.by], [undefined, 'Ida Holm'])
  assert.deepEqual(item.keywords, ['lamp', 'oil'])
  assert.deepEqual(item.subjects, [{ name: 'Light' }])
})
