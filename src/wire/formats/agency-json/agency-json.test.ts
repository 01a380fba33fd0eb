import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemIn as read, itemsIn } from '../../../../test/data/wire-item.ts'

const apItem = {
  altids: { itemid: '0f' },
  uri: 'https://api.example.org/0f?token=1',
  version: 2,
  type: 'text',
  pubstatus: 'usable',
  signals: ['newscontent'],
  headline: 'Lighthouse keeps its keeper',
  located: 'PORT MOOR, Skerry',
  datelinelocation: { city: 'Port Moor' },
  renditions: {
    nitf: {
      href: 'https://api.example.org/0f/nitf',
      content: '<nitf><body><body.content><p>The lamp stays lit.</p></body.content></body></nitf>',
    },
  },
}

test('AP: the dateline is "located", the place is the other field, and inline NITF is the text', () => {
  const item = read({ data: { item: apItem } })
  assert.equal(item.uri, 'tag:ap.org,2011:0f')
  assert.equal(item.dateline, 'PORT MOOR, Skerry')
  assert.equal(item.located, 'Port Moor')
  assert.equal(item.standfirst.bodyText, 'The lamp stays lit.')
  assert.deepEqual(item.standfirst.held, [])
})

test('AP: a picture is known by its itemid, not by an address with the tokens of a query', () => {
  const picture = {
    altids: { itemid: '1a' },
    uri: 'https://api.example.org/1a?qt=2',
    type: 'picture',
  }
  const item = read({ data: { item: { ...apItem, associations: { 1: picture } } } })
  assert.equal(item.associations?.[0]?.uri, 'tag:ap.org,2011:1a')
})

test('rule 12: AP: without the newscontent signal, embargoed without a time, or as a daybook it is held', () => {
  const held = (changes: object): string =>
    read({ data: { items: [{ item: { ...apItem, ...changes } }] } }).standfirst.held.join()
  assert.match(held({ signals: [] }), /newscontent/)
  assert.match(held({ pubstatus: 'embargoed' }), /no time/)
  assert.match(held({ profile: 'Daybook' }), /daybook/)
})

test('rule 15: AP: what editorial types or signals close is held though its status says usable', () => {
  for (const type of ['Kill', 'Elimination', 'Withhold', 'HoldForRelease', 'Disregard', 'Advisory'])
    assert.match(
      read({ ...apItem, editorialtypes: ['Lead', type] }).standfirst.held.join(),
      /AP/,
      type,
    )
  for (const type of ['Lead', 'Writethru', 'Corrective', 'Clarification', 'toString'])
    assert.deepEqual(read({ ...apItem, editorialtypes: [type] }).standfirst.held, [], type)
  const test = read({ ...apItem, signals: ['newscontent', 'Test'] })
  assert.match(test.standfirst.held.join(), /test/)
  const killed = read({ ...apItem, pubstatus: 'canceled', editorialtypes: ['Kill'] })
  assert.deepEqual([killed.pubStatus, killed.standfirst.held], ['canceled', []])
})

test('AP: what the asker’s contract says beside an item is its rights expression', () => {
  const policy = { policytype: 'set', permissions: [{ target: '0f', action: 'distribute' }] }
  const item = read({ data: { items: [{ meta: { pricing: { policy } }, item: apItem }] } })
  assert.deepEqual(item.rightsInfo, { encodedRights: JSON.stringify(policy) })
  assert.equal(read({ data: { item: apItem, meta: {} } }).rightsInfo, undefined)
})

test('AP: a page without items is empty', () => {
  assert.deepEqual(itemsIn({ api_version: '1', data: { items: [] } }), [])
})

test('rule 15: AP: status embargoed with a time is usable from then on', () => {
  const item = read({
    data: { item: { ...apItem, pubstatus: 'embargoed', embargoed: '2030-05-01T06:00:00Z' } },
  })
  assert.deepEqual([item.pubStatus, item.embargoed], ['usable', '2030-05-01T06:00:00.000Z'])
  assert.deepEqual(item.standfirst.held, [])
})

const afpDocument = {
  uno: 'newsml.afp.com.20300501T060000Z.doc-zz1',
  revision: 1,
  status: 'Usable',
  class: 'text',
  lang: 'en',
  published: '2030-05-01T06:00:00Z',
  headline: 'Lighthouse keeps its keeper',
  slug: ['skerry', 'lighthouse'],
  news: ['The lamp stays lit.', 'Nobody objected.', 'ab/cde/fg'],
  mediatopic: ['medtop:20000000'],
}

test('AFP: paragraphs become the body, initials leave it, the slug is joined', () => {
  const item = read({ response: { docs: [afpDocument] } })
  assert.equal(item.standfirst.bodyText, 'The lamp stays lit.\n\nNobody objected.')
  assert.equal(item.slugline, 'skerry-lighthouse')
  assert.deepEqual(item.standfirst.held, [])
  assert.equal(item.standfirst.notices[0]?.text, 'ab/cde/fg')
})

test('AFP: an advisory that updates, and copy for editors, are held', () => {
  const update = read({ ...afpDocument, advisory: 'UPDATES with keeper' })
  assert.match(update.standfirst.held.join(), /match it first/)
  const later = read({ ...afpDocument, revision: 2, advisory: 'UPDATES with keeper' })
  assert.deepEqual(later.standfirst.held, [])
  const agenda = read({ ...afpDocument, genre: ['afpattribute:Agenda'] })
  assert.match(agenda.standfirst.held.join(), /for editors/)
})

const dpaEntry = {
  format: 'digitalwires@0.9.1',
  urn: 'urn:newsml:dpa.com:20300501:1',
  version: 3,
  pubstatus: 'usable',
  language: 'de',
  headline: 'Leuchtturm bleibt besetzt',
  article_html: '<section class="main"><p>Das Licht brennt.</p></section>',
  ednotes: [
    { role: 'dpaednoterole:correctionshort', ednote: 'Es war der Turm.', is_publishable: true },
    { role: 'dpaednoterole:contacts', ednote: 'Ada, 5550', is_publishable: false },
  ],
}

test('rule 21: dpa: only the short correction is for readers', () => {
  const item = read(dpaEntry)
  assert.deepEqual(item.standfirst.publicNotes, ['Es war der Turm.'])
  assert.equal(item.edNote, 'Ada, 5550')
  assert.doesNotMatch(JSON.stringify({ ...item, edNote: '' }), /5550/)
})

test('dpa: a status of null and an embargo only in a note close the item', () => {
  assert.match(read({ ...dpaEntry, pubstatus: null }).standfirst.held.join(), /empty/)
  const ednotes = [{ role: 'dpaednoterole:embargo', ednote: 'bis heute Abend' }]
  assert.match(read({ ...dpaEntry, ednotes }).standfirst.held.join(), /role embargo/)
})

test('Reuters: an empty XHTML title does not swallow the text', () => {
  const item = read({
    data: {
      item: {
        uri: 'tag:reuters.com,2030:newsml_X1',
        headLine: 'CORRECTED-Lighthouse keeps its keeper',
        bodyXhtml:
          '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>The lamp stays lit.</p></body></html>',
      },
    },
  })
  assert.equal(item.standfirst.bodyText, 'The lamp stays lit.')
  assert.deepEqual(item.standfirst.signals, [{ kind: 'correction', value: 'CORRECTED' }])
})

test('rule 5: ninjs: keys of all generations are read, and what is unknown is kept', () => {
  const first = read({
    uri: 'urn:x:1',
    headline: 'Lighthouse keeps its keeper',
    body_text: 'The lamp stays lit.',
    pubstatus: 'usable',
    webprio: 3,
  })
  const third = read({
    uri: 'urn:x:1',
    headlines: [{ value: 'Lighthouse keeps its keeper' }],
    bodies: [{ contentType: 'text/plain', value: 'The lamp stays lit.' }],
    pubStatus: 'usable',
  })
  assert.equal(first.standfirst.bodyText, third.standfirst.bodyText)
  assert.deepEqual(first.headlines, third.headlines)
  assert.equal(first.standfirst.extra?.['webprio'], 3)
})

test('ninjs: two spellings of the status that differ close the item', () => {
  const item = read({ uri: 'urn:x:1', headline: 'A', pubstatus: 'usable', pubStatus: 'canceled' })
  assert.notEqual(item.pubStatus, 'usable')
  assert.match(item.standfirst.held.join(), /not one of/)
})

test('rule 13: a picture whose embargo differs from its story holds the story until the later time', () => {
  const item = read({
    uri: 'urn:x:1',
    headline: 'Lighthouse keeps its keeper',
    body_text: 'The lamp stays lit.',
    embargoed: '2030-05-01T06:00:00Z',
    associations: { main: { type: 'picture', embargoed: '2030-05-02T06:00:00Z' } },
  })
  assert.equal(item.embargoed, '2030-05-02T06:00:00.000Z')
  assert.match(item.standfirst.held.join(), /contradict/)
})
