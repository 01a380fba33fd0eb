/** Fields and words that close an item though its status says usable; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { readWire } from '../read-wire.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

const story = {
  uri: 'urn:x:1',
  version: '1',
  pubstatus: 'usable',
  language: 'en',
  headline: 'Lamp stays lit',
  body_html: '<p>It burns.</p>',
}

function read(more: object): WireItem {
  return itemIn({ ...story, ...more })
}

const heldOf = (more: object): string => read(more).standfirst.held.join()
const time = '2030-05-02T06:00:00Z'

test('a field that no format has holds where its name and value close the item', () => {
  const closing = [
    { embargo_date: time },
    { embargoedUntil: time },
    { is_embargoed: true },
    { pub_status: 'canceled' },
    { status: 'Killed' },
    { status: 'x:draft' },
    { publication_state: 'withheld' },
    { isDraft: true },
    { draft: 'yes' },
    { not_for_publication: true },
    { rightsinfo: { embargoed: time } },
    { embargoes: [{ until: time }] },
  ]
  for (const more of closing) assert.match(heldOf(more), /closed/, JSON.stringify(more))
  const open = [
    { embargo_date: null },
    { embargoedUntil: '' },
    { is_embargoed: false },
    { status: 'published' },
    { state: 'New York' },
    { isDraft: false },
    { draft: 0 },
    { test_results: 'x' },
    { rightsinfo: { langid: 'x' } },
  ]
  for (const more of open) assert.equal(heldOf(more), '', JSON.stringify(more))
})

test('a status with its vocabulary is that status, and terms in a list are terms', () => {
  assert.equal(read({ pubstatus: 'stat:canceled' }).pubStatus, 'canceled')
  const address = 'http://cv.iptc.org/newscodes/pubstatusg2/withheld'
  assert.equal(read({ pubstatus: address }).pubStatus, 'withheld')
  assert.equal(read({ usageterms: ['NO X', { value: 'NO Y' }] }).usageTerms, 'NO X; NO Y')
})

test('a signal that takes a story back, a private block and a test wait for a person', () => {
  assert.match(
    heldOf({ signals: [{ uri: 'http://cv.iptc.org/newscodes/signal/kill' }] }),
    /takes a story/,
  )
  const block = '<p>It burns.</p><p>NOT FOR PUBLICATION: call 555</p>'
  assert.match(heldOf({ body_html: block }), /not for readers/)
  for (const line of [
    'The following information is not intended for publication',
    'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt',
    'Nicht zur Veröffentlichung: 030 555',
  ])
    assert.match(heldOf({ body_html: `<p>It burns.</p><p>${line}</p>` }), /not for readers/, line)
  assert.equal(heldOf({ body_html: '<p>It was not for publication, he said.</p>' }), '')
  for (const headline of ['TEST', 'Test message', 'This is a test - please ignore'])
    assert.match(heldOf({ headline }), /for editors/, headline)
  for (const headline of ['Test match ends in a draw', 'Tests begin', 'Testing times'])
    assert.equal(heldOf({ headline }), '', headline)
})

test('pages of ninjs under other names, single items in an answer, and JSON Lines are read', () => {
  const second = { ...story, uri: 'urn:x:2' }
  const both = [story, second]
  const texts = [
    { results: both, count: 2 },
    { data: { articles: both } },
    { response: { docs: both } },
  ].map((one) => JSON.stringify(one))
  for (const text of [...texts, both.map((one) => JSON.stringify(one)).join('\n')]) {
    const { items } = readWire(new TextEncoder().encode(text))
    assert.deepEqual(
      items.map(({ uri }) => uri),
      ['urn:x:1', 'urn:x:2'],
      text,
    )
  }
  for (const one of [{ data: story }, { article: story }]) {
    const { items } = readWire(new TextEncoder().encode(JSON.stringify(one)))
    assert.equal(items[0]?.uri, 'urn:x:1')
  }
  const cut = `${JSON.stringify(story)}\n${JSON.stringify(second).slice(0, -9)}`
  assert.equal(readWire(new TextEncoder().encode(cut)).items.length, 0)
})
