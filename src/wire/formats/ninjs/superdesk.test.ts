/** Items as Superdesk keeps them; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

const story = {
  guid: 'urn:newsml:moor:1',
  type: 'text',
  headline: 'Lamp stays lit',
  language: 'en',
  _current_version: 3,
  body_html: '<p>It burns.</p>',
}

function read(more: object): WireItem {
  return itemIn({ ...story, ...more })
}

const heldOf = (more: object): string => read(more).standfirst.held.join()
const utc = '2030-05-02T06:00:00+0000'
const opens = '2030-05-02T06:00:00.000Z'

test('Superdesk: what its desk has taken back or not let out is closed, also where its status says usable', () => {
  for (const state of ['killed', 'recalled'])
    assert.equal(read({ state, pubstatus: 'usable' }).pubStatus, 'canceled', state)
  for (const state of ['spiked', 'unpublished'])
    assert.equal(read({ state }).pubStatus, 'withheld', state)
  assert.equal(read({ state: 'spiked', pubstatus: 'canceled' }).pubStatus, 'canceled')
  for (const state of ['draft', 'ingested', 'fetched', 'submitted', 'in_progress', 'scheduled'])
    assert.match(heldOf({ state }), /has not let it out/, state)
  for (const state of ['published', 'corrected', 'New York', 'toString', undefined])
    assert.deepEqual([read({ state }).pubStatus, heldOf({ state })], ['usable', ''], state)
  assert.match(heldOf({ flags: { marked_for_not_publication: true } }), /not for publication/)
  assert.equal(heldOf({ flags: { marked_for_not_publication: false } }), '')
})

test('Superdesk: an embargo and a time of release are kept to, by the time that it gives in UTC', () => {
  const settings = { utc_embargo: utc, time_zone: 'Europe/Oslo' }
  const embargoed = read({ embargo: '2030-05-02T08:00:00+0000', schedule_settings: settings })
  assert.deepEqual([embargoed.embargoed, embargoed.standfirst.held], [opens, []])
  const later = { utc_publish_schedule: utc, utc_embargo: null, time_zone: null }
  const scheduled = read({ state: 'scheduled', schedule_settings: later })
  assert.deepEqual([scheduled.embargoed, scheduled.standfirst.held], [opens, []])
  assert.equal(read({ embargo: utc }).embargoed, opens)
  assert.match(
    heldOf({ embargo: utc, schedule_settings: { time_zone: 'Europe/Oslo' } }),
    /no time zone/,
  )
  assert.match(heldOf({ embargo: true }), /cannot be read/)
  const none = { embargo: null, publish_schedule: null, schedule_settings: null }
  assert.deepEqual([read(none).embargoed, heldOf(none)], [undefined, ''])
})

test('Superdesk: its version, abstract, dateline and what it calls the credit and the text of a picture', () => {
  const item = read({
    abstract: '<p>Keepers &amp; lamp</p>',
    dateline: { text: 'PORT MOOR, May 1 -', located: { city: 'Port Moor' } },
    associations: {
      featuremedia: { guid: 'urn:p', type: 'picture', credit: 'Moor Pix', alt_text: 'A lamp' },
      editor_0: null,
    },
  })
  assert.equal(item.version, '3')
  assert.deepEqual(item.descriptions[0], { role: 'summary', value: 'Keepers & lamp' })
  assert.deepEqual([item.dateline, item.located], ['PORT MOOR, May 1 -', 'Port Moor'])
  const [picture, ...more] = item.associations ?? []
  assert.deepEqual([picture?.creditline, picture?.altText, more], ['Moor Pix', 'A lamp', []])
})

test('ninjs: bylines and places that are objects or lists give their names', () => {
  const item = read({ by: [{ name: 'Ann Lee' }, 'Rob Ott'], located: { name: 'Port Moor' } })
  assert.deepEqual([item.by, item.located], ['Ann Lee, Rob Ott', 'Port Moor'])
})
