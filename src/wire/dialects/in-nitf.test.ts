/** NITF as agencies write it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { itemIn } from '../../../test/data/wire-item.ts'

function read(head: string, bodyHead: string, content: string): WireItem {
  const xml = `<nitf><head>${head}</head><body><body.head>${bodyHead}</body.head><body.content>${content}</body.content></body></nitf>`
  return itemIn(xml)
}

const headline = '<hedline><hl1>Lamp stays lit</hl1></hedline>'

test('a time of release that only repeats the time of issue is no embargo', () => {
  const dates = (release: string): string =>
    `<docdata><doc-id id-string="K1"/><date.issue norm="20301020T192751"/><date.release norm="${release}"/></docdata>`
  assert.deepEqual(read(dates('20301020T192751'), headline, '<p>Lit.</p>').standfirst.held, [])
  const later = read(dates('20301020T202751'), headline, '<p>Lit.</p>').standfirst.held
  assert.match(later.join(), /no time zone/)
})

test('AAP: line ends of the teletype are not line ends of the text', () => {
  const item = read(
    '<meta name="aap-selectors" content="pxx"/><docdata><doc-id id-string="AAP.1"/></docdata>',
    headline,
    '<p>   1A) The lamp is likely <br />to stay lit over <br />the moor.</p><p/>',
  )
  assert.equal(item.standfirst.bodyText, '1A) The lamp is likely to stay lit over the moor.')
})

test('PA: the slug in the title is no headline, and "ends" leaves the text', () => {
  const docdata =
    '<docdata management-status="usable"><du-key key="K1"/><doc-id id-string="K1"/><del-list><from-src src-name="PA" level-number="1"/></del-list></docdata>'
  const item = read(`<title>1 SOCCER INT-Teams</title>${docdata}`, '', '<pre>Moor v Skerry</pre>')
  assert.deepEqual(item.headlines, [])
  assert.match(item.standfirst.held.join(), /no headline/)
  const story = read(docdata, headline, '<p>Lit.</p><p>More.</p><p>ends</p>')
  assert.equal(story.standfirst.bodyText, 'Lit.\n\nMore.')
  assert.equal(story.standfirst.source, 'PA')
})

test('ANSA: the byline element is the sub-headline, and marks of routing leave the headline', () => {
  const item = read(
    '<docdata><doc-id id-string="X1"/><date.issue norm="2030-07-11 18:33"/><date.release norm="2030-07-11 18:33"/></docdata>',
    '<hedline><hl1>&gt;&gt;&gt;ANSA/Lamp stays lit</hl1></hedline><byline>Keeper has faith in it</byline><distributor><org>ANSA</org></distributor><dateline><location>MOOR</location></dateline>',
    '<block><img source="05be.jpg"/><p>(ANSA) - MOOR - Lit.</p></block>',
  )
  assert.deepEqual(item.headlines, [
    { role: 'main', value: 'Lamp stays lit' },
    { role: 'sub', value: 'Keeper has faith in it' },
  ])
  assert.equal(item.by, undefined)
  assert.deepEqual(item.associations?.[0]?.renditions, [{ name: 'main', href: '05be.jpg' }])
})

test('EFE: the second headline is its slug, and initials and times are no lines', () => {
  const item = read(
    '<docdata><doc-id id-string="2"/><key-list><keyword key="MOOR LAMP"/></key-list></docdata>',
    '<hedline><hl1>Lamp stays lit</hl1><hl2>MOOR LAMP</hl2></hedline><byline>gr/bp</byline><dateline><story.date norm="20300102T222800+0000">20300102T222800+0000</story.date></dateline>',
    '<p>Moor, Jan 2 (EFE).- Lit.</p>',
  )
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Lamp stays lit' }])
  assert.deepEqual([item.slugline, item.by, item.dateline], ['MOOR LAMP', undefined, undefined])
})

test('NTB: a time without a zone is a time in Oslo; an embargo without one still waits for a person', () => {
  const dates = (registrar: string) =>
    read(
      `<docdata><doc-id id-string="1" regsrc="${registrar}"/><date.issue norm="2030-07-07T14:45:26"/><date.release norm="2030-07-08T06:00:00"/></docdata>`,
      '<hedline><hl1>Lampe</hl1></hedline>',
      '<p>Lampen lyser.</p>',
    )
  const item = dates('NTB')
  assert.equal(item.versionCreated, '2030-07-07T12:45:26.000Z')
  assert.equal(item.embargoed, undefined)
  assert.match(item.standfirst.held.join(), /no time zone/)
  const other = dates('MOOR')
  assert.equal(other.versionCreated, '2030-07-07T14:45:26.000Z')
  assert.match(JSON.stringify(other.standfirst.notices), /no time zone given, taken as UTC/)
})

test('limits of place stand with the others for a person to confirm; the end of rights is kept', () => {
  const rights = (attributes: string) =>
    read(
      `<docdata><doc-id id-string="1"/><doc.rights ${attributes}/></docdata>`,
      '<hedline><hl1>Lamp</hl1></hedline>',
      '<p>Lit.</p>',
    )
  const item = rights('limitations="No sales." geography="Skerry" enddate="20301103"')
  assert.equal(item.usageTerms, 'No sales. ; Skerry only')
  assert.equal(item.standfirst.barred, '2030-11-03T00:00:00.000Z')
  assert.equal(rights('geography="Skerry"').usageTerms, 'Skerry only')
  assert.equal(rights('limitations="No sales"').usageTerms, 'No sales')
})

test('a note that may not be published leaves the text wherever it stands', () => {
  const note = (type: string, text: string): string =>
    `<note type="${type}"><body.content><p>${text}</p></body.content></note>`
  const item = read(
    '<docdata><doc-id id-string="1"/></docdata>',
    headline,
    `${note('npa', 'Call the desk.')}<p>Lit.</p><block>${note('NPA', 'Ask Ida.')}${note('pa', 'Ida Holm rowed.')}</block>`,
  )
  assert.equal(item.standfirst.bodyText, 'Lit.\n\nIda Holm rowed.')
  assert.equal(item.edNote, 'Call the desk.\n\nAsk Ida.')
})

test('GlobeNewswire: language and keywords stand in meta elements, and a day alone is no dateline', () => {
  const item = read(
    '<meta name="article-language" content="fr"/><meta name="article-keywords" content="lamp,oil"/><docdata><doc-id id-string="1" regsrc="GlobeNewswire"/></docdata>',
    `${headline}<dateline><story.date>May 1, 2030</story.date></dateline>`,
    '<p>Lit.</p>',
  )
  assert.deepEqual([item.language, item.keywords], ['fr', ['lamp', 'oil']])
  assert.equal(item.dateline, undefined)
})

test('words on either side of a line end or of two paragraphs do not run together in one line', () => {
  const item = read(
    '<docdata><doc-id id-string="K1"/></docdata>',
    '<hedline><hl1>Lamp<br/>stays lit</hl1></hedline><abstract><p>Oil.</p><p>More oil.</p></abstract>',
    '<p>The lamp burns.</p><media media-type="image"><media-reference source="a.jpg" mime-type="image/jpeg"/><media-caption>The <em>l</em>amp.<br/><br/>Photo: Ada Holm</media-caption></media>',
  )
  assert.equal(item.headlines[0]?.value, 'Lamp stays lit')
  assert.equal(item.descriptions[0]?.value, 'Oil. More oil.')
  assert.equal(item.associations?.[0]?.description, 'The lamp. Photo: Ada Holm')
})

test('HTML that stands in the text as character data is read as what it means', () => {
  const item = read(
    '<docdata><doc-id id-string="1"/></docdata>',
    '<hedline><hl1>Lamp</hl1></hedline>',
    '<![CDATA[<p>It <b>burns</b>.</p><p>It is oil.</p>]]>',
  )
  assert.equal(item.standfirst.bodyText, 'It burns.\n\nIt is oil.')
})
