/** Agency JSON in the shapes that services hand out; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readWire } from '../reading/read-wire.ts'
import { itemIn as read, readingOf as reading } from '../../../test/data/wire-item.ts'

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

test('AP: what ninjs names by an address with tokens is the item that its other formats name by a tag', () => {
  const id = '0123456789abcdef0123456789abcdef'
  const address = `https://api.ap.org/media/v/content/${id}`
  const picture = { uri: `${address}?qt=3&ai=4`, type: 'picture', version: '1' }
  const items = ['?qt=1&et=0a1', '?qt=2', ''].map((query) =>
    read({
      uri: address + query,
      version: '3',
      headlines: [{ value: 'Lamp' }],
      associations: [{ name: 'main', ...picture }],
    }),
  )
  for (const item of items) {
    assert.equal(item.uri, `tag:ap.org,2011:${id}`)
    assert.equal(item.associations?.[0]?.uri, item.uri)
  }
  const other = read({ uri: 'https://moor.example/content/1?page=2', version: '1' })
  assert.equal(other.uri, 'https://moor.example/content/1?page=2')
})

test('AFP: limits in any of its forms are terms of use, and films and packed files are told apart', () => {
  const item = read({
    uno: 'newsml.afp.com.20300101T100000Z.doc-1',
    status: 'Usable',
    headline: 'Lamp lit',
    subheadline: 'Keeper pleased\n',
    provider: 'AFP',
    creator: 'AFP',
    copyright: '2030 Moor Images',
    rules: ['MOOR OUT'],
    usageRight: [{ phrase: 'SKERRY OUT' }],
    country_out: ['MOOR', 'HOLM'],
    country_only: ['ALL'],
    exclusion: [{ name: 'Wick', untilDate: '2030-12-31T00:00:00Z' }],
    expires: '2030-10-05T13:01:14Z',
    news: ['It is lit.'],
    bagItem: [
      {
        uno: 'a',
        provider: { name: 'Moor Images' },
        medias: [
          { role: 'Preview', type: 'Photo', href: 'https://afp.example/a.jpg', sizeInBytes: 9 },
          { role: 'Zip', type: 'CompressedContent', href: 'https://afp.example/a.zip' },
        ],
      },
      { uno: 'b', medias: [{ role: 'HD', type: 'Video', href: 'https://afp.example/b.mp4' }] },
    ],
  })
  assert.equal(
    item.usageTerms,
    'MOOR OUT. SKERRY OUT. HOLM OUT. WICK OUT until 2030-12-31T00:00:00Z',
  )
  assert.deepEqual([item.copyrightNotice, item.by], ['2030 Moor Images', undefined])
  assert.equal(item.expires, '2030-10-05T13:01:14.000Z')
  assert.deepEqual(item.headlines[1], { role: 'sub', value: 'Keeper pleased' })
  const [picture, film] = item.associations ?? []
  assert.deepEqual([picture?.type, film?.type], ['picture', 'video'])
  assert.equal(picture?.creditline, 'Moor Images')
  assert.deepEqual(picture.renditions, [
    { name: 'Preview', href: 'https://afp.example/a.jpg', sizeInBytes: 9 },
  ])
})

test('AFP: a message that begins with its word for a cancellation is held, in any of its languages', () => {
  for (const word of ['ANNULATION:', 'KILL:', 'ANULACIÓN:', 'إلغاء:']) {
    const item = read({ uno: 'x', status: 'Usable', headline: 'Lamp', news: [word, 'Lamp lit'] })
    assert.match(item.standfirst.held.join(), /stops another story/, word)
  }
  const story = read({ uno: 'x', status: 'Usable', headline: 'Lamp', news: ['Killing time', 'b'] })
  assert.deepEqual(story.standfirst.held, [])
})

test('ninjs: a bare number of IPTC is a subject of IPTC, and without a source its owner is one', () => {
  const item = read({
    uri: 'urn:1',
    version: '1',
    copyrightHolder: 'Moor Wire',
    subjects: [
      { name: 'Lamps', literal: '13010000' },
      { name: 'Football', literal: '20001065' },
      { name: 'Day', literal: '20300809' },
    ],
  })
  const [old, topic, day] = item.subjects
  assert.equal(old?.code, '13010000')
  assert.match(old.uri ?? '', /newscodes/)
  assert.equal(topic?.uri, 'http://cv.iptc.org/newscodes/mediatopic/20001065')
  assert.equal(day?.uri, undefined)
  assert.equal(item.standfirst.source, 'Moor Wire')
})

test('Reuters Connect: an identifier with the version at its end names the item without it', () => {
  const uri = 'tag:reuters.com,2030:newsml_L1N14N0FF'
  for (const stated of [uri, `${uri}:7`]) {
    const item = read({ uri: stated, usn: 'L1N14N0FF', version: '7', headLine: 'Lamp lit' })
    assert.deepEqual([item.uri, item.version], [uri, '7'])
  }
})

test('Superdesk: writers are the byline where no other is given', () => {
  const authors = [
    { name: 'Ada Quill', role: 'writer' },
    { name: 'Bea Dale', role: 'photographer' },
    { name: 'Cy Holm' },
  ]
  assert.equal(read({ guid: 'urn:1', version: '1', authors }).by, 'Ada Quill, Cy Holm')
  assert.equal(read({ guid: 'urn:1', version: '1', authors, byline: 'Dee' }).by, 'Dee')
})

test('ninjs: a file of a picture may have an embargo and a territory of its own', () => {
  const extended = (extensions: Record<string, string>) => [
    { name: 'main', href: 'https://moor.example/l.jpg', extensions },
    { name: 'small', href: 'https://moor.example/s.jpg' },
  ]
  const renditions = extended({
    'rights:embargo': '2034-11-20T00:00:00Z',
    'rights:territory': 'Moor',
    backup: 'https://moor.example/b.jpg',
  })
  const picture = read({ uri: 'urn:1', type: 'picture', headline: 'Lamp', renditions })
  assert.deepEqual(
    [picture.embargoed, picture.usageTerms],
    ['2034-11-20T00:00:00.000Z', 'Moor only'],
  )
  const withPicture = (embargoed: string, files: unknown): WireItem =>
    read({
      ...story,
      associations: {
        main: { type: 'picture', usageterms: 'No sales', embargoed, renditions: files },
      },
    })
  const item = withPicture('2035-01-01T00:00:00Z', renditions)
  assert.equal(item.associations?.[0]?.embargoed, '2035-01-01T00:00:00.000Z')
  assert.equal(item.associations[0].usageTerms, 'No sales; Moor only')
  assert.equal(item.embargoed, '2035-01-01T00:00:00.000Z')
  const unclear = withPicture('2035-01-01T00:00:00Z', extended({ 'rights:embargo': 'soon' }))
  assert.match(unclear.standfirst.held.join(), /cannot be read/)
  const anywhere = read({ ...story, renditions: extended({ 'rights:territory': 'worldwide' }) })
  assert.deepEqual([anywhere.usageTerms, anywhere.embargoed], [undefined, undefined])
})

test('ninjs: a composite with a text is a story, one without is a package of others', () => {
  const composite = { uri: 'urn:1', type: 'composite', pubstatus: 'usable', headline: 'Lamp' }
  const item = read({ ...composite, body_xhtml: '<p>Lit.</p>' })
  assert.deepEqual([item.type, item.standfirst.held], ['text', []])
  assert.match(read(composite).standfirst.held.join(), /package/)
})

test('Superdesk: an update under another guid names what it updates, and signals are read', () => {
  const { standfirst } = read({
    ...story,
    evolvedfrom: 'urn:newsml:moor:1',
    signal: [{ code: 'sig:correction' }, { code: 'cwarn' }],
  })
  assert.deepEqual(standfirst.signals, [
    { kind: 'previous', value: 'evolvedfrom urn:newsml:moor:1' },
    { kind: 'correction', value: 'sig:correction' },
    { kind: 'provider', value: 'cwarn' },
  ])
})

test('a byline without a letter names nobody and is not shown', () => {
  const named = (byline: string): [string | undefined, boolean] => {
    const { by, standfirst } = read({ ...story, byline })
    return [by, standfirst.notices.some(({ what }) => what.includes('names nobody'))]
  }
  assert.deepEqual(named('###'), [undefined, true])
  assert.deepEqual(named('—'), [undefined, true])
  assert.deepEqual(named('燈守'), ['燈守', false])
})
