/** Embargoes that no field states; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWire } from '../reading/read-wire.ts'

interface Written {
  headline?: string
  first?: string
  note?: string
  embargoed?: string
}

function heldFor({ headline = 'Lamp stays lit', first = '', note, embargoed }: Written): string {
  const item = {
    uri: 'urn:newsml:moor.example:1',
    version: '1',
    type: 'text',
    pubstatus: 'usable',
    versioncreated: '2030-05-01T06:00:00Z',
    language: 'en',
    headline,
    body_xhtml: `${first && `<p>${first}</p>`}<p>The lamp burns on the moor.</p>`,
    ...(note === undefined ? {} : { ednote: note }),
    ...(embargoed === undefined ? {} : { embargoed }),
  }
  const { items, refused } = readWire(new TextEncoder().encode(JSON.stringify(item)))
  assert.deepEqual(refused, [])
  return items[0]?.standfirst.held.join('; ') ?? 'nothing read'
}

test('an order to wait above the text or before the headline holds the item', () => {
  for (const order of [
    'EMBARGOED UNTIL 0600 GMT MONDAY',
    '*** Strictly embargoed to 00:01 on Friday ***',
    '(Embargo: 18.00 Uhr)',
    'Embargo jusqu’au 12 mai à 18h00',
    'Embargo hasta las 10:00 horas',
    'EMBARGO',
    'SPERRFRIST 18.00 Uhr',
    'Embargoed press release',
    'EMBARGOED: Not for publication before 18:00 GMT',
    'EMBARGOED – Mayor to open the lamp house',
    'Embargo! Not for broadcast',
    'UNDER STRICT EMBARGO',
    'Under embargo until Friday morning',
    'Sending on what stands in this release is embargoed until 8:30 a.m.',
    'Not for release before 6 a.m.',
    'For release at 8:30 a.m. Friday',
    'For Release Sunday, May 3, 12:01 a.m.',
    'Achtung Sperrfrist: 1. Mai, 18.00 Uhr',
    'Attention: embargo jusqu’à 18h00',
    'Eds: Hold for release',
  ]) {
    assert.match(heldFor({ first: order }), /speaks of an embargo/, order)
    assert.match(heldFor({ headline: order }), /speaks of an embargo/, order)
  }
  assert.equal(heldFor({ first: 'EMBARGO', embargoed: '2030-05-02T06:00:00Z' }), '')
})

test('a story about an embargo is told, and so is what is for release at once', () => {
  for (const line of [
    'Embargo on lamp oil to stay until 2031, council says',
    'The embargo on oil stays for 3 years.',
    'Embargo to cost 3 million, report finds',
    'Embargoed oil reaches the moor',
    'Embargo abolished after 12 years',
    'Under embargo, the moor learns to do without oil',
    'Oil embargo: what the moor thinks',
    'Embargo: what the moor thinks',
    'Embargoed for 20 years, the letters are read',
    'Sin embargo, la lampara arde.',
    'FOR IMMEDIATE RELEASE',
    'Attention, embargo on oil to stay, says the keeper',
  ]) {
    assert.equal(heldFor({ first: line }), '', line)
    assert.equal(heldFor({ headline: line }), '', line)
  }
})

test('a note to editors may speak of an embargo in any language of the wires', () => {
  for (const note of [
    'frei für Dienstagsausgaben',
    'Sperrefrist til kl. 18',
    'Klausuleret til kl. 06',
    'Эмбарго до 10.00',
    'Ambargo: saat 10.00',
    'Spärrtid 06.00',
    '解禁 午前5時',
    'Embargó: 18 óra',
  ]) {
    assert.match(heldFor({ note }), /a note to editors speaks of an embargo/, note)
  }
  assert.equal(heldFor({ note: 'No embargo. Pictures follow.' }), '')
})
