/** NewsML-G2 as agencies write it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readWire } from '../reading/read-wire.ts'
import { itemIn } from '../../../test/data/wire-item.ts'

interface Parts {
  guid: string
  itemMeta?: string
  contentMeta?: string
  content: string
  itemClass?: string
  /** Elements behind the metadata. */
  after?: string
}

function read({
  guid,
  itemMeta = '',
  contentMeta = '',
  content,
  itemClass,
  after,
}: Parts): WireItem {
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="3" xml:lang="en"><itemMeta><itemClass qcode="${itemClass ?? 'ninat:text'}"/>${itemMeta}</itemMeta><contentMeta><headline>Lamp stays lit</headline>${contentMeta}</contentMeta>${after ?? ''}<contentSet>${content}</contentSet></newsItem>`
  return itemIn(xml)
}

const html = (body: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html></inlineXML>`

test('Reuters: lines in one paragraph stay lines, and those to editors leave them', () => {
  const item = read({
    guid: 'tag:reuters.com,2030:newsml_L1',
    contentMeta:
      '<slugline>GLOBAL-LAMPS/</slugline><description role="descRole:caption">GLOBAL-LAMPS/:Lamp stays lit</description>',
    content: html(`
      <p>(Adds comments, detail)
    * Lamps may rise

    By Ada Moor
    May 1 (Reuters) - Lamps rose on Tuesday on increased
demand in the harbour.
    Keepers were waiting.

 (Reporting by Ada Moor; Editing by Ida
Holm)</p>`),
  })
  assert.equal(
    item.standfirst.bodyText,
    '* Lamps may rise\n\nMay 1 (Reuters) - Lamps rose on Tuesday on increased demand in the harbour.\n\nKeepers were waiting.\n\n(Reporting by Ada Moor; Editing by Ida Holm)',
  )
  assert.equal(item.by, 'By Ada Moor')
  assert.equal(item.edNote, '(Adds comments, detail)')
  assert.deepEqual(item.descriptions, [])
})

test('Reuters: a table of results keeps its columns', () => {
  const item = read({
    guid: 'tag:reuters.com,2030:newsml_L2',
    content: html(`<p>Results and standings
Holm United           2 Bay Town           0
Moor                  5 Cape               1
   Standings          P  W  D L
1  Holm United        19 13 5 1</p>`),
  })
  assert.equal(item.standfirst.body[0]?.kind, 'preformatted')
  assert.match(item.standfirst.bodyText, /\nMoor {18}5 Cape {15}1\n {3}Standings/)
})

test('mark-up that is merely indented is no layout', () => {
  const item = read({
    guid: 'urn:newsml:example.com:1',
    content: html(
      '<p>One sentence\n          over several\n          lines of\n          a file.\n     </p>',
    ),
  })
  assert.equal(item.standfirst.bodyText, 'One sentence over several lines of a file.')
})

test('ANSA: text in CDATA keeps its paragraphs, and a file beside it is its picture', () => {
  const item = read({
    guid: 'tag:ansa.it,2030-05-01:1',
    content: `<remoteContent contenttype="image/jpeg" rendition="rnd:highRes" href="tag:ansa.it,2030:1.jpg" width="800" height="600"/><inlineData contenttype="text/plain"><![CDATA[
<p>
            (ANSA) - Moor, May 1 - The keeper has said that
the lamp is lit.
   "It is lit," she said.
          </p>]]></inlineData>`,
  })
  assert.equal(
    item.standfirst.bodyText,
    '(ANSA) - Moor, May 1 - The keeper has said that the lamp is lit.\n\n"It is lit," she said.',
  )
  assert.equal(item.renditions, undefined)
  assert.deepEqual(item.associations, [
    {
      rel: 'remoteContent',
      type: 'picture',
      renditions: [
        {
          name: 'highRes',
          href: 'tag:ansa.it,2030:1.jpg',
          contentType: 'image/jpeg',
          width: 800,
          height: 600,
        },
      ],
    },
  ])
})

test('an item of another agency that dpa sends has its page header taken off as well', () => {
  const item = read({
    guid: 'urn:newsml:ap.org:20300101:1',
    itemMeta: '<generator>dnl-ap-mecom</generator><signal qcode="apsig:newscontent"/>',
    contentMeta: '<by>By ADA MOOR</by>',
    content: html(
      '<header><ul class="slugline"><li>Business</li></ul><time>01.05.2030</time><h1>Lamp stays lit</h1><p class="byline">By ADA MOOR</p></header><section class="main"><p><span class="dateline">MOOR <span class="credit">(AP)</span></span>Lit.</p></section>',
    ),
  })
  assert.equal(item.standfirst.bodyText, 'Lit.')
  assert.equal(item.dateline, 'MOOR (AP)')
})

test('STT: its clock is that of Helsinki, and its links are versions or pictures', () => {
  const item = read({
    guid: 'urn:newsml:stt.fi::102736761',
    itemMeta:
      '<versionCreated>2030-05-01T13:49:15</versionCreated><link guidref="urn:newsml:stt.fi:20300501:102736761" version="2"/><link rel="irel:seeAlso" residref="urn:newsml:stt.fi:2030:1018528" contenttype="image/jpeg"><title role="drol:caption">The lamp. MOOR / ADA</title><filename>1018528.jpg</filename></link>',
    content: html('<p>Lit.</p>'),
  })
  assert.equal(item.versionCreated, '2030-05-01T10:49:15.000Z')
  assert.match(item.standfirst.notices[0]?.what ?? '', /taken as Europe\/Helsinki/)
  assert.equal(item.standfirst.signals[0]?.kind, 'previous')
  assert.deepEqual(item.associations, [
    {
      rel: 'irel:seeAlso',
      uri: 'urn:newsml:stt.fi:2030:1018528',
      type: 'picture',
      description: 'The lamp. MOOR / ADA',
      renditions: [{ name: 'main', href: '1018528.jpg', contentType: 'image/jpeg' }],
    },
  ])
})

test('TT: the line above its own mark-up is a kicker and the dateline, not a paragraph', () => {
  const item = read({
    guid: 'urn:newsml:tt.se:20300501:TT:1:0',
    content:
      '<inlineXML contenttype="application/ttnitf+xml"><BODY><TEXT><DAT><ORT>Moor</ORT><SOURCE>Ada, TT</SOURCE></DAT><BRODTEXT><P>Lit.</P></BRODTEXT></TEXT></BODY></inlineXML>',
  })
  assert.equal(item.standfirst.bodyText, 'Lit.')
  assert.equal(item.dateline, 'Ada, TT')
  assert.ok(item.headlines.some(({ role, value }) => role === 'kicker' && value === 'Moor'))
})

test('dpa: the file of a picture that is linked is where its address says', () => {
  const item = read({
    guid: 'urn:newsml:dpa.com:20090101:300501-1',
    itemMeta:
      '<link rel="irel:seeAlso" residref="urn:newsml:dpa.com:20090101:300501-2" href="https://pictures.example/2.jpeg" version="3"><itemClass qcode="ninat:picture"/><title>The lamp</title></link>',
    content: html('<section class="main"><p>Lit.</p></section>'),
  })
  assert.deepEqual(item.associations?.[0]?.renditions, [
    { name: 'main', href: 'https://pictures.example/2.jpeg' },
  ])
})

test('a note to editors that is repeated below the text is shown to nobody', () => {
  const item = read({
    guid: '000ad412',
    itemMeta: '<edNote>Wider and newer. Call 5550.</edNote>',
    contentMeta: '<subject qcode="subj:20000062"><name>war</name></subject>',
    content:
      '<inlineXML><nitf><body><body.content><p>Lit.</p></body.content><body.end><tagline>Wider and newer. Call 5550.</tagline></body.end></body></nitf></inlineXML>',
  })
  assert.equal(item.standfirst.bodyText, 'Lit.')
  // A Media Topic under the alias of the old codes.
  assert.equal(item.subjects[0]?.uri, 'http://cv.iptc.org/newscodes/mediatopic/20000062')
})

test('data without a text is held with its reason', () => {
  const item = read({
    guid: 'urn:newsml:example.com:2',
    content:
      '<inlineXML contenttype="application/sportsml+xml"><sports-content><team><name>Moor</name></team></sports-content></inlineXML>',
  })
  assert.equal(item.standfirst.bodyText, '')
  assert.match(item.standfirst.held.join(), /data \(sports-content\), not a text/)
})

test('a picture has its photographer as byline, and pixels that count readers are no pictures', () => {
  const picture = read({
    guid: 'tag:example.com,2030:G1',
    itemClass: 'ninat:picture',
    contentMeta: '<creator role="crol:photographer"><name>Ada Moor</name></creator>',
    content: '<remoteContent rendition="rnd:web" href="./G1.jpg" contenttype="image/jpeg"/>',
  })
  assert.equal(picture.by, 'Ada Moor')
  assert.equal(picture.renditions?.[0]?.name, 'web')
  const release = read({
    guid: 'urn:newsml:example.com:3',
    content: html('<p>Lit.</p><img src="https://example.com/dot?x=1" width="1" height="1"/>'),
  })
  assert.equal(release.associations, undefined)
})

test('APA: the role "title" is the headline', () => {
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:apa.at:1" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline role="apahltype:title">Lampe brennt</headline><headline role="apahltype:subtitle">Alle da</headline></contentMeta><contentSet>${html('<p>Hell.</p>')}</contentSet></newsItem>`
  assert.deepEqual(readWire(new TextEncoder().encode(xml)).items[0]?.headlines, [
    { role: 'main', value: 'Lampe brennt' },
    { role: 'sub', value: 'Alle da' },
  ])
})

test('a concept that is named beside the metadata has its name where only its code is given', () => {
  const { items } = readWire(
    new TextEncoder().encode(
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:moor.example:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><provider uri="http://www.moor.example/about"/></itemMeta><contentMeta><headline>Lamp</headline><subject type="cpnat:person" qcode="p:1"/><subject qcode="medtop:20001065"/></contentMeta><assert qcode="p:1"><name>Ada Quill</name></assert></newsItem>',
    ),
  )
  assert.deepEqual(items[0]?.people, [{ code: 'p:1', name: 'Ada Quill' }])
  assert.equal(items[0].subjects[0]?.name, undefined)
  assert.equal(items[0].standfirst.source, 'moor.example')
})

test('a word under the alias of the Subject Codes is none of them', () => {
  const { subjects } = read({
    guid: 'urn:x:1',
    contentMeta: '<subject qcode="subj:Abroad"><name>Abroad</name></subject>',
    content: html('<p>Lit.</p>'),
  })
  assert.deepEqual(subjects, [{ code: 'subj:Abroad', name: 'Abroad' }])
})

test('dpa: what an update adds is told to the desk, what a correction corrects to readers', () => {
  const notes = (signal: string): [string | undefined, string[]] => {
    const { edNote, standfirst } = read({
      guid: 'urn:newsml:dpa.com:20090101:300501-1',
      itemMeta: `<profile>dpa-G2</profile><edNote role="dpaednoterole:correctionshort">with a photo</edNote><signal qcode="sig:${signal}"/>`,
      content: html('<p>Lit.</p>'),
    })
    return [edNote, standfirst.publicNotes]
  }
  assert.deepEqual(notes('update'), ['with a photo', []])
  assert.deepEqual(notes('correction'), [undefined, ['with a photo']])
})

test('GlobeNewswire: a link of the type of a picture is its file, described in words', () => {
  const item = read({
    guid: 'urn:newsml:moor.example:1',
    itemMeta:
      '<link rel="irel:associatedWith" href="https://moor.example/a/en" contenttype="image/jpeg"><a href="0.jpg">Map</a><description>The lamp.<a href="https://moor.example/a/en">In full size</a></description></link><link rel="irel:seeAlso" href="https://moor.example/b" contenttype="text/html"><title>More</title></link>',
    content: html('<p>Lit.</p>'),
  })
  const [picture, page] = item.associations ?? []
  assert.equal(picture?.description, 'The lamp.')
  assert.deepEqual(picture.renditions, [
    { name: 'main', href: 'https://moor.example/a/en', contentType: 'image/jpeg' },
  ])
  assert.deepEqual(page?.renditions, [])
})

test('dpa: a place described by an address, and a subject that is the same as a Media Topic', () => {
  const item = read({
    guid: 'urn:newsml:dpa.com:20090101:300501-90',
    contentMeta:
      '<located literal="poiID" type="cpnat:poi"/><subject qcode="dpasubject:7"><name>Licht</name><sameAs qcode="subj:13000000"/><sameAs qcode="medtop:20000735"/></subject>',
    content: `${html('<p>Lit.</p>')}`,
    after:
      '<assert literal="poiID"><POIDetails><address><locality><name>Moor</name></locality></address></POIDetails></assert>',
  })
  assert.equal(item.located, 'Moor')
  assert.deepEqual(item.subjects[0], {
    uri: 'http://cv.iptc.org/newscodes/mediatopic/20000735',
    name: 'Licht',
    code: 'dpasubject:7',
  })
})

test('without a headline in the metadata the page has one', () => {
  const xml = (body: string): string =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta/><contentMeta/><contentSet><inlineXML contenttype="xhtml"><html><head><title>Lamp of the title</title></head><body>${body}<p>Lit.</p></body></html></inlineXML></contentSet></newsItem>`
  const said = (body: string): (string | undefined)[] => {
    const [item] = readWire(new TextEncoder().encode(xml(body))).items
    return [item?.headlines[0]?.value, item?.standfirst.bodyText]
  }
  assert.deepEqual(said('<h1>Lamp lit</h1>'), ['Lamp lit', 'Lit.'])
  assert.deepEqual(said(''), ['Lamp of the title', 'Lit.'])
})
