/** NewsML-G2 as Infomaker's editor writes it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { itemIn } from '../../../test/data/wire-item.ts'

const property = (type: string, value: string): string =>
  `<itemMetaExtProperty type="imext:${type}" value="${value}"/>`

function read(itemMeta: string, idf: string): WireItem {
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="0a1b" version="1"><itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/>${itemMeta}</itemMeta><contentMeta><headline>Lamp lit</headline></contentMeta><contentSet><inlineXML><idf xmlns="http://www.infomaker.se/idf/1.0" xml:lang="sv">${idf}</idf></inlineXML></contentSet></newsItem>`
  return itemIn(xml)
}

const paragraph = '<group type="body"><element type="body">Lit.</element></group>'

test('what is usable from a time on is embargoed until then, and gone after the time it ends', () => {
  const item = read(
    property('pubstart', '2030-05-01T10:00:00+02:00') +
      property('pubstop', '2030-06-01T10:00:00+02:00'),
    paragraph,
  )
  assert.equal(item.pubStatus, 'usable')
  assert.equal(item.embargoed, '2030-05-01T08:00:00.000Z')
  assert.equal(item.expires, '2030-06-01T08:00:00.000Z')
  assert.equal(item.standfirst.barred, item.expires)
  for (const unset of ['', 'null']) {
    const open = read(property('pubstart', unset) + property('pubstop', unset), paragraph)
    assert.deepEqual(
      [open.embargoed, open.expires, open.standfirst.held],
      [undefined, undefined, []],
    )
  }
  const hurt = read(property('pubstsrt', '2030-05-01T10:00:00+02:00'), paragraph)
  assert.match(hurt.standfirst.held.join(), /looks damaged/)
  assert.match(
    read(property('pubstart', 'soon'), paragraph).standfirst.held.join(),
    /cannot be read/,
  )
})

test('authors, subjects and places are links', () => {
  const item = read(
    '<links xmlns="http://www.infomaker.se/newsml/1.0"><link title="Ada Moor" rel="author" type="x-im/user"/><link title="Ida Holm" rel="author" type="x-im/user"/><link title="The Desk" rel="creator" type="x-im/user"/><link title="Light" rel="subject" type="x-im/category" uuid="1"/><link title="Skerry" rel="subject" type="x-im/place"/></links>',
    paragraph,
  )
  assert.equal(item.by, 'Ada Moor, Ida Holm')
  assert.deepEqual(item.subjects, [{ name: 'Light', code: '1' }])
  assert.deepEqual(item.places, [{ name: 'Skerry' }])
})

test('IDF is read as the text that it means', () => {
  const item = read(
    '',
    `<group type="header"><element type="headline">Lamp lit</element><element type="dateline">Skerry</element></group>
     <group type="body">
      <element type="preamble">It <em>burns</em>.</element>
      <element type="subheadline1">Oil</element>
      <element type="body">See <object type="x-im/link"><data><href>https://moor.example/a</href><anchor>here</anchor><title>Page</title></data></object> for more.</element>
      <element type="blockquote">Bright.</element>
      <element type="unordered-list"><list-item>One</list-item><list-item>Two</list-item></element>
      <object type="x-im/image"><links><link rel="self" type="x-im/image" url="//moor.example/p.jpg"><data><caption>The lamp</caption><width>800</width><height>600</height></data><links><link rel="author" title="Ida Holm"/></links></link><link rel="2x1" type="x-im/softcrop"><data><x>4</x></data></link></links></object>
      <object type="x-im/youtube" url="https://moor.example/film" title="The film"><data><autoStart>true</autoStart></data></object>
      <object type="x-im/content-part" title="Facts"><data><text format="html"><![CDATA[<p>Ten <b>litres</b>.</p>]]></text></data></object>
      <object type="x-im/content-part"><data><title>More facts</title><text format="idf"><element type="body">Two keepers.</element></text></data></object>
     </group>`,
  )
  assert.equal(
    item.standfirst.bodyText,
    'It burns.\n\nOil\n\nSee here for more.\n\nBright.\n\nOne\n\nTwo\n\nThe film\n\nFacts\n\nTen litres.\n\nMore facts\n\nTwo keepers.',
  )
  assert.equal(item.dateline, 'Skerry')
  assert.deepEqual(item.associations, [
    {
      rel: 'inText',
      type: 'picture',
      description: 'The lamp',
      by: 'Ida Holm',
      renditions: [{ name: 'main', href: 'https://moor.example/p.jpg', width: 800, height: 600 }],
    },
  ])
})
