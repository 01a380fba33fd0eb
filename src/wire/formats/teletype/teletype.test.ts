import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

function read(text: string): WireItem {
  return itemIn(Buffer.from(text, 'latin1'))
}

const message = (head: string, text: string, foot = '011137 GMT Mai 30'): string =>
  `\u0001abc061 4 i 211   dpa 061\r\n\r\nSkerry-lighthouse/\r\n\u0002${head} =\r\n\r\n${text}\r\n\u0003${foot}\r\n\u0004`

test('IPTC 7901: source, day and number are the identity; wrapped lines are one paragraph', () => {
  const item = read(
    message(
      'Lighthouse keeps\u00e9',
      '   Port Moor (dpa) - The lamp\r\nstays lit.\r\n\r\n   Nobody objected.',
    ),
  )
  assert.equal(item.uri, 'urn:iptc7901:dpa:20300501:abc061')
  assert.equal(item.headlines[0]?.value, 'Lighthouse keepsé')
  assert.equal(item.versionCreated, '2030-05-01T11:37:00.000Z')
  assert.equal(
    item.standfirst.bodyText,
    'Port Moor (dpa) - The lamp stays lit.\n\nNobody objected.',
  )
  assert.deepEqual(item.standfirst.held, [])
})

test('rule 21: IPTC 7901: what is not for publication goes to the note, and nowhere else', () => {
  const text =
    'The lamp stays lit.\r\n\r\n# Notebook\r\n\r\n* * * *\r\nThe following is not for publication\r\n- Ada, 5550'
  const item = read(message('Lighthouse', text))
  assert.equal(item.standfirst.bodyText, 'The lamp stays lit.')
  assert.match(item.edNote ?? '', /5550/)
  assert.doesNotMatch(JSON.stringify({ ...item, edNote: '' }), /5550/)
})

test('IPTC 7901: a lead waits for its match, a kill names its item, a missing day holds', () => {
  const lead = read(message('2ND LEAD\r\nLighthouse keeps its keeper', 'The lamp stays lit.'))
  assert.equal(lead.headlines[0]?.value, 'Lighthouse keeps its keeper')
  assert.match(lead.standfirst.held.join(), /match it first/)
  const kill = read(message('KILL', 'Please kill item dpa 157.'))
  assert.deepEqual(kill.standfirst.signals, [{ kind: 'withdraw', value: 'kill dpa 157' }])
  assert.match(kill.standfirst.held.join(), /stops another story/)
  assert.match(read(message('Lighthouse', 'Lit.', '')).standfirst.held.join(), /no day/)
})

const anpa = (priority: string, lines: string): string =>
  `\u0016\u0016\u0001W1607\u001fmoor\n${priority} a\u0013\u0011 BC-Skerry     05-01 0693\n\u0002${lines}\n\t   \u0003AP-WF-05-01-30 0745GMT<\n\u000c\n\u0004`

test('ANPA: lines set apart are slug, headline, note and byline; the rest is text', () => {
  const item = read(
    anpa(
      'r',
      '^BC-Skerry--Lighthouse,140<\n^Lighthouse keeps its keeper<\n^Eds: Adds keeper.<\n^By ADA MOOR=\n\t   PORT MOOR (AP) _ The lamp stays lit.\n \n\t   Nobody objected.',
    ),
  )
  assert.equal(item.uri, 'urn:anpa1312:AP:20300501:W1607')
  assert.equal(item.slugline, 'BC-Skerry--Lighthouse')
  assert.equal(item.headlines[0]?.value, 'Lighthouse keeps its keeper')
  assert.equal(item.by, 'By ADA MOOR')
  assert.equal(item.edNote, 'Eds: Adds keeper.')
  assert.equal(item.standfirst.bodyText, 'PORT MOOR (AP) _ The lamp stays lit.\n\nNobody objected.')
  assert.deepEqual(item.standfirst.held, [])
})

test('ANPA: advance copy waits for its release, and columns stay columns', () => {
  const table = '^BC-Tides,<\n^Tides<\n\t   Moor;1.2;3.4;5<\n\t   Skerry;2.1;4.3;6<'
  const item = read(anpa('a', table))
  assert.match(item.standfirst.held.join(), /hold for release/)
  assert.equal(item.standfirst.body[0]?.kind, 'preformatted')
  assert.equal(item.standfirst.bodyText, 'Moor;1.2;3.4;5\nSkerry;2.1;4.3;6')
})
