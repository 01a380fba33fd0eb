/** What services of agencies answer: classes, searches, errors, other notations; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWire } from '../../reading/read-wire.ts'
import { itemIn as read } from '../../../../test/data/wire-item.ts'

const afpItem = {
  uno: 'newsml.afp.example.20300501T060000Z.doc-1',
  class: 'text',
  status: 'Usable',
  urgency: 4,
  headline: 'Lamp stays lit',
  news: ['It burns.', 'It burns on.'],
}

test('AFP Core: codes of genres close what is for editors in every language', () => {
  for (const genreid of ['afpattribute:Agenda', ['x:Lead', 'afpedtype:TextProgram']])
    assert.match(read({ ...afpItem, genre: 'Vorschau', genreid }).standfirst.held.join(), /editors/)
  assert.deepEqual(read({ ...afpItem, genreid: 'afpattribute:Article' }).standfirst.held, [])
})

test('AFP Core: the first line of an urgent story is its headline where there is no other', () => {
  const { headline, ...rest } = afpItem
  const urgent = read({ ...rest, urgency: 2, news: [headline, 'It burns on.'] })
  assert.equal(urgent.headlines[0]?.value, headline)
  assert.equal(urgent.standfirst.bodyText, 'It burns on.')
  assert.match(read(rest).standfirst.held.join(), /no headline/)
})

test('AFP Core: a fact check is a text with its pictures, and a web story without a text waits', () => {
  const medias = [{ role: 'HighDef', href: 'https://x.example/1.jpg', type: 'Photo' }]
  const checked = read({ ...afpItem, class: 'factcheck', bagItem: [{ uno: 'p', medias }] })
  assert.deepEqual(
    [checked.type, checked.associations?.length, checked.renditions],
    ['text', 1, undefined],
  )
  assert.match(read({ ...afpItem, class: 'webstory', news: [] }).standfirst.held.join(), /no text/)
})

const reutersStory = {
  uri: 'tag:reuters.example,2030:newsml_L1',
  version: '2',
  type: 'TEXT',
  headLine: 'Lamp stays lit',
  bodyXhtml: '<p>It burns.</p>',
}

test('Reuters: all items of a search are read, with names and terms in lists', () => {
  const second = {
    ...reutersStory,
    uri: 'tag:reuters.example,2030:newsml_L2',
    byLine: ['Ann', 'Rob'],
    usageTerms: ['No X.', 'No Y.'],
  }
  for (const data of [
    { search: { items: [reutersStory, second] } },
    { items: [reutersStory, second] },
  ]) {
    const { items } = readWire(new TextEncoder().encode(JSON.stringify({ data })))
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [reutersStory.uri, second.uri],
    )
    assert.deepEqual([items[1]?.by, items[1]?.usageTerms], ['Ann, Rob', 'No X.; No Y.'])
  }
})

test('Reuters: a composite with a text is a story, and a picture is one in capitals too', () => {
  const associations = [{ uri: 'urn:p', type: 'PICTURE', headLine: 'Lamp' }]
  const item = read({ data: { item: { ...reutersStory, type: 'COMPOSITE', associations } } })
  assert.deepEqual([item.type, item.associations?.[0]?.type], ['text', 'picture'])
  const empty = read({ data: { item: { ...reutersStory, type: 'COMPOSITE', bodyXhtml: '' } } })
  assert.match(empty.standfirst.held.join(), /package/)
})

test('NewsML-G2 in JSON is read as it is in XML', () => {
  const newsItem = {
    _guid: 'tag:reuters.example,2030:newsml_N1',
    _version: 3,
    itemMeta: {
      itemClass: { _qcode: 'ninat:text' },
      provider: { _literal: 'reuters.example' },
      versionCreated: { $: '2030-05-01T06:00:00.000Z' },
      pubStatus: { _qcode: 'stat:usable' },
      embargoed: { $: '2030-05-02T06:00:00.000Z' },
    },
    contentMeta: {
      urgency: { $: 3 },
      headline: [{ $: 'Lamp stays lit' }],
      language: [{ _tag: 'en' }],
    },
    contentSet: {
      inlineXML: [
        {
          _contenttype: 'application/xhtml+xml',
          html: { body: { p: [{ $: 'It burns.' }, 'On.'] } },
        },
      ],
    },
  }
  for (const json of [{ newsItem }, { raw: { newsItem: [newsItem] } }]) {
    const item = read(json)
    assert.deepEqual(
      [item.uri, item.version, item.standfirst.format],
      [newsItem._guid, '3', 'NewsML-G2'],
    )
    assert.deepEqual(
      [item.embargoed, item.urgency, item.language],
      ['2030-05-02T06:00:00.000Z', 3, 'en'],
    )
    assert.equal(item.standfirst.bodyText, 'It burns.\n\nOn.')
    assert.equal(item.headlines[0]?.value, 'Lamp stays lit')
  }
})

test('limits of use are kept in whatever shape they come, and headlines are text', () => {
  const limits = {
    restrictions: 'NO X',
    usageTerms: { en: 'NO Y' },
    rightsInfo: { usageTerms: ['NO Z'] },
  }
  const item = read({
    data: { item: { ...reutersStory, ...limits, headLine: 'Lamp &amp; <b>keeper</b>' } },
  })
  assert.equal(item.usageTerms, 'NO Y; NO X; NO Z')
  assert.equal(item.headlines[0]?.value, 'Lamp & keeper')
  const ap = {
    altids: { itemid: '0f' },
    pubstatus: 'usable',
    headline: 'Lamp',
    usageterms: [{ value: 'NO X' }],
  }
  assert.equal(read({ items: [ap] }).usageTerms, 'NO X')
  const dpa = {
    urn: 'urn:x',
    pubstatus: 'usable',
    article_html: '<p>x</p>',
    usageterms: ['NO X', 'NO Y'],
    embargo: 'soon',
  }
  assert.equal(read(dpa).usageTerms, 'NO X; NO Y')
  assert.match(read(dpa).standfirst.held.join(), /"embargo"/)
})

test('an answer in which a service says that something went wrong is refused in its words', () => {
  for (const json of [
    { api_version: '1', error: { status: 404, message: 'No such item' } },
    { data: { item: null }, errors: [{ message: 'No such item' }] },
  ]) {
    const { refused } = readWire(new TextEncoder().encode(JSON.stringify(json)))
    assert.match(refused[0]?.reason ?? '', /something went wrong: "No such item"/)
  }
})
