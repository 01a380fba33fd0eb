/** Agency JSON in the shapes that services hand out; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading, WireItem } from '../item.ts'
import { readWire } from '../reading/read-wire.ts'

const reading = (json: unknown): Reading => readWire(new TextEncoder().encode(JSON.stringify(json)))

function read(json: unknown): WireItem {
  const { items, refused } = reading(json)
  assert.deepEqual(refused, [])
  return items[0] as WireItem
}

const story = {
  uri: 'https://example.com/1',
  type: 'story',
  pubstatus: 'usable',
  headline: 'Lamp stays lit',
  body_html: '<p>Lit.</p>',
}

test('a page of ninjs is its items, and an empty page is no fault', () => {
  const picture = {
    id: 'featureimage',
    guid: 'urn:2',
    type: 'picture',
    description_text: 'The lamp',
    renditions: { original: { href: 'https://example.com/l.png', width: '172' } },
  }
  const item = read({ total: 1, limit: 20, item: [{ ...story, associations: [picture] }] })
  assert.equal(item.type, 'text')
  assert.deepEqual(item.associations, [
    {
      rel: 'featureimage',
      uri: 'urn:2',
      type: 'picture',
      description: 'The lamp',
      renditions: [{ name: 'original', href: 'https://example.com/l.png', width: 172 }],
    },
  ])
  const two = reading({ _items: [story, { ...story, uri: 'urn:b' }], _meta: { total: 2 } })
  assert.deepEqual(
    two.items.map(({ uri }) => uri),
    ['https://example.com/1', 'urn:b'],
  )
  assert.deepEqual(reading({ _items: [], _meta: { total: 0 } }), { items: [], refused: [] })
  assert.equal(reading({ hits: [story], total: 1 }).items[0]?.uri, 'https://example.com/1')
})

test('NITF in ninjs is read before a plain text that lacks the lead', () => {
  const value =
    '<?xml version="1.0"?>\n<nitf><body><body.content><p lede="true">The lead.</p><p>More.</p></body.content></body></nitf>\n'
  const bodies = [
    { role: 'nitf', contentType: 'text/vnd.IPTC.NITF', value },
    {
      role: 'text',
      contentType: 'text/plain',
      value: 'More. And this is much longer. '.repeat(40),
    },
  ]
  const item = read({ uri: 'urn:1', pubStatus: 'usable', headlines: [{ value: 'Lit' }], bodies })
  assert.equal(item.standfirst.bodyText, 'The lead.\n\nMore.')
})

test('an event is refused as one', () => {
  const event = { uri: 'urn:1', descriptions: [], eventDetails: { dates: {} } }
  assert.match(reading([event]).refused[0]?.reason ?? '', /an event/)
})

const dpa = {
  format: 'digitalwires@0.9.1',
  type: 'composite',
  urn: 'urn:newsml:dpa.com:20090101:photo-1',
  pubstatus: 'usable',
  headline: 'Lampe',
  article_html: null,
}

test('dpa: an entry that is one picture is that picture', () => {
  const item = read({
    ...dpa,
    descriptions: [{ role: 'drol:caption', description: 'Die Lampe' }],
    associations: [
      {
        type: 'image',
        urn: dpa.urn,
        creditline: 'Moor',
        renditions: [{ size: 2048, mimetype: 'image/jpeg', url: 'https://example.com/a.jpeg' }],
      },
    ],
  })
  assert.deepEqual([item.type, item.creditline, item.associations], ['picture', 'Moor', undefined])
  assert.deepEqual(item.descriptions, [{ role: 'caption', value: 'Die Lampe' }])
  assert.equal(item.renditions?.[0]?.href, 'https://example.com/a.jpeg')
})

test('what a service says to its editors is held by its name', () => {
  for (const headline of ['dpa-Tagesvorschau Politik, 24. Mai', 'Impressum', 'AFP diary']) {
    const item = read({ ...dpa, headline, article_html: '<p>Lampe</p>' })
    assert.match(item.standfirst.held.join(), /for editors/, headline)
  }
  const story = read({ ...dpa, headline: 'AFP moves', article_html: '<p>Lampe</p>' })
  assert.deepEqual(story.standfirst.held, [])
})

test('XML of one agency alone is refused by its name', () => {
  const { refused } = readWire(new TextEncoder().encode('<RBNews><NewsID>1</NewsID></RBNews>'))
  assert.match(refused[0]?.reason ?? '', /Ritzau alone/)
})
