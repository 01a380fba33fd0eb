/** Kills and holds that no field states; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWire } from '../reading/read-wire.ts'

interface Written {
  headline?: string
  first?: string
  note?: string
  status?: string
}

function heldFor({ headline = 'Lamp stays lit', first = '', note, status }: Written): string {
  const item = {
    uri: 'urn:newsml:moor.example:1',
    version: '1',
    type: 'text',
    pubstatus: status ?? 'usable',
    versioncreated: '2030-05-01T06:00:00Z',
    language: 'en',
    headline,
    body_xhtml: `${first && `<p>${first}</p>`}<p>The lamp burns on the moor.</p>`,
    ...(note === undefined ? {} : { ednote: note }),
  }
  const { items } = readWire(new TextEncoder().encode(JSON.stringify(item)))
  return items[0]?.standfirst.held.join('; ') ?? 'nothing read'
}

test('rule 16: a story that calls itself killed or withdrawn stays closed, whatever its status says', () => {
  for (const line of [
    'STORY WITHDRAWN: Lamp stays lit',
    'WITHDRAWN - Lamp stays lit',
    'BULLETIN KILL: Lamp stays lit',
    'MANDATORY KILL',
    'KILL ADVISORY: Lamp',
    'RETRACTION – Lamp stays lit',
    'Story withdrawn',
    'ANNULATION : La lampe reste allumée',
    'MELDUNG ZURÜCKGEZOGEN - Lampe brennt',
    'ANULADA: La lámpara sigue encendida',
    'TILBAKEKALT: Lampen lyser',
  ])
    assert.match(heldFor({ headline: line }), /its own words stop a story/, line)
  for (const line of [
    'Please kill the story Lamp-Moor that moved at 0600.',
    'MANDATORY KILL',
    'The story headlined "Lamp stays lit" is withdrawn. There will be no substitute.',
  ])
    assert.match(heldFor({ first: line }), /its own words stop a story/, line)
  for (const note of [
    'KILL: please kill this story, it is wrong',
    'Please HOLD this story until further notice',
    'Attention: this story has been withdrawn',
    'Do not use before Friday',
    'ELIMINATES a line. Do not publish.',
  ])
    assert.equal(heldFor({ note }), 'a note to editors stops a story', note)
})

test('a story about killing, withdrawing and holding is a story', () => {
  for (const headline of [
    'Storm kills two on the moor',
    'KILL LIST of the moor is found',
    'Kill the lamp tax, says council',
    'Withdrawn from the moor: a garrison goes home',
    'Council withdraws its report',
    'Withdrawal of the ferry is delayed',
    'Annulation du bal de la lande',
    'Zurückgezogen: ein Leben im Moor',
  ])
    assert.equal(heldFor({ headline }), '', headline)
  for (const first of [
    'The report on the lamp was withdrawn on Monday after an error was found in it.',
    'The bill to hold the lamp keeper to account was killed in the council.',
  ])
    assert.equal(heldFor({ first }), '', first)
  for (const note of [
    'CORRECTS the year in the third paragraph',
    'Do not use the pictures of the moor before they are cleared',
    'Adds quotes. Holds the rest of the story unchanged',
  ])
    assert.equal(heldFor({ note }), '', note)
})
