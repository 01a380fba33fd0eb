/** What the standard allows in NewsML-G2 and few senders write; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

interface Parts {
  itemMeta?: string
  contentMeta?: string
  content?: string
  rights?: string
}

const html = (text: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html><body><p>${text}</p></body></html></inlineXML>`

function read(parts: Parts): WireItem {
  const { itemMeta = '', contentMeta = '', content = html('It is lit.'), rights = '' } = parts
  const headline = contentMeta.includes('<headline') ? '' : '<headline>Lamp stays lit</headline>'
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:moor.example:1" version="2" xml:lang="en">${rights}<itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/>${itemMeta}</itemMeta><contentMeta>${headline}${contentMeta}</contentMeta><contentSet>${content}</contentSet></newsItem>`
  return itemIn(xml)
}

test('descriptions that speak to editors are notes, and never the summary', () => {
  const item = read({
    contentMeta:
      '<description role="drol:note">Call 5550</description><description role="drol:summary">In short.</description>',
  })
  assert.deepEqual(item.descriptions, [{ role: 'summary', value: 'In short.' }])
  assert.equal(item.edNote, 'Call 5550')
})

test('every limit of use is kept, in whichever block of rights and at an address alone', () => {
  const rights =
    '<rightsInfo><usageTerms>No archive</usageTerms><usageTerms href="https://moor.example/terms"/></rightsInfo><rightsInfo validto="2030-05-02T00:00:00Z"><usageTerms>Print</usageTerms></rightsInfo>'
  const item = read({ rights, contentMeta: '<exclAudience><name>Skerry</name></exclAudience>' })
  assert.equal(
    item.usageTerms,
    'No archive; https://moor.example/terms; Print (valid until 2030-05-02T00:00:00Z); Not for Skerry',
  )
})

test('a signal that takes a story down closes it though its status says usable', () => {
  assert.match(read({ itemMeta: '<signal qcode="sig:kill"/>' }).standfirst.held.join(), /sig:kill/)
  assert.deepEqual(read({ itemMeta: '<signal qcode="sig:update"/>' }).standfirst.held, [])
})

test('an extension property that names an embargo closes the item', () => {
  const at = (value: string): string =>
    `<itemMetaExtProperty type="moor:embargo" value="${value}"/>`
  assert.equal(read({ itemMeta: at('2030-06-01T00:00:00Z') }).embargoed, '2030-06-01T00:00:00.000Z')
  assert.match(read({ itemMeta: at('Tuesday') }).standfirst.held.join(), /cannot be read/)
  assert.deepEqual(read({ itemMeta: at('none') }).standfirst.held, [])
  const content = '<contentMetaExtProperty type="moor:embargoUntil" value="yes"/>'
  assert.match(read({ contentMeta: content }).standfirst.held.join(), /no time is given/)
})

test('an NITF document inside may close the item, and never opens it', () => {
  const nitf = (docdata: string): string =>
    `<inlineXML><nitf><head>${docdata}</head><body><body.content><p>Lit.</p></body.content></body></nitf></inlineXML>`
  const inside = (docdata: string, itemMeta = ''): WireItem =>
    read({ content: nitf(docdata), itemMeta })
  const embargoed = inside(
    '<docdata management-status="embargoed"><date.release norm="20300601T000000Z"/><ed-msg info="Call 5550"/></docdata>',
  )
  assert.equal(embargoed.embargoed, '2030-06-01T00:00:00.000Z')
  assert.equal(embargoed.edNote, 'Call 5550')
  assert.equal(inside('<docdata management-status="canceled"/>').pubStatus, 'canceled')
  const usable = '<docdata management-status="usable"><key-list><keyword key="lamp"/></key-list></docdata>' // prettier-ignore
  assert.deepEqual(inside(usable).keywords, ['lamp'])
  const outer = '<pubStatus qcode="stat:canceled"/>'
  assert.notEqual(inside(usable, outer).pubStatus, 'usable')
})

test('data beside a text does not hold it; data alone does', () => {
  const sports = '<inlineXML><sports-content xmlns=""><sports-event/></sports-content></inlineXML>'
  const both = read({ content: sports + html('It is lit.') })
  assert.deepEqual([both.standfirst.held, both.standfirst.bodyText], [[], 'It is lit.'])
  assert.match(read({ content: sports }).standfirst.held.join(), /is data/)
})

test('encoded text is read, and an encoded file is no text', () => {
  const data = (type: string, text: string): string =>
    `<inlineData contenttype="${type}" encoding="base64">${text}</inlineData>`
  const lit = Buffer.from('It is lit.').toString('base64')
  assert.equal(read({ content: data('text/plain', lit) }).standfirst.bodyText, 'It is lit.')
  const file = data('image/jpeg', Buffer.alloc(200, 7).toString('base64'))
  assert.equal(read({ content: file + html('Lit.') }).standfirst.bodyText, 'Lit.')
  assert.equal(read({ content: file }).standfirst.bodyText, '')
})

test('of lines in several languages the item’s own come first, and escaped mark-up is none', () => {
  const item = read({
    contentMeta:
      '<language tag="en-GB"/><headline xml:lang="fr">Lampe</headline><headline xml:lang="en">The &lt;b&gt;lamp&lt;/b&gt;</headline><by>&lt;i&gt;Ida Holm&lt;/i&gt;</by>',
  })
  assert.deepEqual(item.headlines, [
    { role: 'main', value: 'The lamp' },
    { role: 'other', value: 'Lampe' },
  ])
  assert.equal(item.by, 'Ida Holm')
})
