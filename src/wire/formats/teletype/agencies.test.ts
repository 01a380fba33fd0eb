/** What the agencies make of the teletype formats; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { readWire } from '../../reading/read-wire.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

function read(text: string): WireItem {
  return itemIn(Buffer.from(text, 'latin1'))
}

const anpa = (lines: string): WireItem =>
  read(
    `\u0016\u0016\u0001W2346asian\nr i BC-Skerry     05-01 0144\n\u0002^BC-Skerry--Lamp,127<\n${lines}\n\t   \u0003AP-WF-05-01-30 0056GMT<\n\u000c\n\u0004`,
  )
const story = '\t   PORT MOOR (AP) _ The lamp stays lit.'

test('AP: a note to editors in brackets is a note, and never a headline', () => {
  const item = anpa(`^Keeper stays<\n^(Eds: Minor edits. Call 5550.)<\n^By ADA MOOR=\n${story}`)
  assert.equal(item.edNote, '(Eds: Minor edits. Call 5550.)')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Keeper stays' }])
})

test('AP: the sentences above the byline are the summary, and the title follows the name', () => {
  const summary =
    'Ada Moor lit thirty lamps and Ida Holm lit nineteen, and the harbour, playing without its captain, was bright all night. The captain slept.'
  const item = anpa(
    `^Keeper lights thirty lamps<\n^${summary}<\n^By ADA MOOR=\n^AP Sports Writer=\n${story}`,
  )
  assert.deepEqual(item.descriptions, [{ role: 'summary', value: summary }])
  assert.equal(item.by, 'By ADA MOOR, AP Sports Writer')
  assert.equal(item.headlines.length, 1)
})

test('AP: headings and columns below the byline are text, not part of the byline', () => {
  const item = anpa(
    [
      '^Tide Standings=',
      '^All Times EDT=',
      '^By The Associated Press=',
      '^SKERRY LEAGUE=',
      '^East Division=',
      '^;W;L;Pct',
      'Holm;23;13;.639',
      'Moor;24;14;.632',
      '^West Division=',
      '^;W;L;Pct',
      'Bay;21;16;.568',
      "^Sunday's Games=",
      '\t   Holm 7, Moor 5',
      '\t   Bay 5, Cape 1<',
      "^Monday's Games=",
      '\t   Cape 15, Bay 6',
    ].join('\n'),
  )
  assert.equal(item.by, 'By The Associated Press')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Tide Standings' }])
  assert.equal(
    item.standfirst.bodyText,
    "All Times EDT\n\nSKERRY LEAGUE\n\nEast Division\n\n;W;L;Pct\nHolm;23;13;.639\nMoor;24;14;.632\n\nWest Division\n\n;W;L;Pct\nBay;21;16;.568\n\nSunday's Games\n\nHolm 7, Moor 5\n\nBay 5, Cape 1\n\nMonday's Games\n\nCape 15, Bay 6",
  )
})

test('AP: a message that is a list of headlines has them as its text', () => {
  const item = read(
    '\u0016\u0016\u0001V4644-----\nr e AP-Top-Skerry     05-01 0121\n\u0002^*9006< ^AP-Top-Skerry-Headlines,0176<\n^AP Top Skerry News<\n^Keeper testifies\n^Ferry found\n^Moor votes\n\n\t   \u0003AP-WF-05-01-30 0423GMT<\n',
  )
  assert.equal(item.slugline, 'AP-Top-Skerry-Headlines')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'AP Top Skerry News' }])
  assert.equal(item.standfirst.bodyText, 'Keeper testifies\n\nFerry found\n\nMoor votes')
})

test('Kyodo: a message without marks has its headline before "+" and its own time at the foot', () => {
  const item = read(
    'a0105KYODOkoko-\nu s BC-Rowing-Moor-Cup   09-05 0344\nBC-Rowing-Moor-Cup\nRowing: Moor claims its seventh\ncup from Skerry+\n     PORT MOOR, May 9 Kyodo - Moor claimed its seventh \ncup.\n     Ada Holm rowed.\n==Kyodo\nKWS-21:37-09-05-30\n',
  )
  assert.equal(item.uri, 'urn:anpa1312:Kyodo:20300509:a0105')
  assert.equal(item.versionCreated, '2030-05-09T12:37:00.000Z')
  assert.equal(item.headlines[0]?.value, 'Rowing: Moor claims its seventh cup from Skerry')
  assert.equal(
    item.standfirst.bodyText,
    'PORT MOOR, May 9 Kyodo - Moor claimed its seventh cup.\n\nAda Holm rowed.',
  )
  assert.deepEqual(item.standfirst.held, [])
})

const dpa = (head: string, header = 'dpa 0045'): WireItem =>
  read(
    `eca0003 3 i 380  ${header}\n\nSkerry/keepers/\n${head} =\n\nPort Moor (tca/dpa) - The lamp stays lit.\n\n# Notebook\n\n## Editorial contacts\n- Ada Moor, 5550\n\ndpa am\n\n212322 GMT Nov 30\n`,
  )

test('dpa: labels of the version and bylines of every kind are no headline', () => {
  const item = dpa('REFILE\n1ST LEAD\nSkerry keeps its keeper\nBy dpa correspondents')
  assert.deepEqual(item.headlines, [{ role: 'main', value: 'Skerry keeps its keeper' }])
  assert.equal(item.by, 'By dpa correspondents')
  assert.deepEqual(
    item.standfirst.signals.map(({ kind }) => kind),
    ['correction', 'replace'],
  )
  assert.match(item.standfirst.held.join(), /match it first/)
  const extra = dpa('EXTRA\nSkerry keeps its keeper')
  assert.deepEqual(extra.headlines, [{ role: 'main', value: 'Skerry keeps its keeper' }])
  assert.deepEqual(extra.standfirst.held, [])
})

test('dpa: the agency of the header counts, not the one that it relays', () => {
  const item = dpa('Rowing for fun\nBy Ida Holm, The Port Moor Tribune', 'dpa-tns 0908')
  assert.equal(item.uri, 'urn:iptc7901:dpa:20301121:eca0003')
  assert.equal(item.by, 'By Ida Holm, The Port Moor Tribune')
  assert.equal(item.headlines[0]?.value, 'Rowing for fun')
})

test('ZCZC and NNNN around a message of a known format are only its envelope', () => {
  const item = read(
    'ZCZC\r\neca0124 3 i 93  dpa 1888\r\n\r\nSkerry/\r\nKeeper stays =\r\n\r\nPort Moor (dpa) - Lit.\r\n\r\n212101 GMT Nov 30\r\nNNNN\r\n',
  )
  assert.equal(item.headlines[0]?.value, 'Keeper stays')
  assert.equal(item.standfirst.bodyText, 'Port Moor (dpa) - Lit.')
  const { refused } = readWire(Buffer.from('   ZCZC AAP\n%MNETALL MFI\n$J\n:Fields\nNNNN\n'))
  assert.match(refused[0]?.reason ?? '', /layout of one agency alone/)
})

test('AP: a copy that lost its control characters keeps its time, and its closing line is no text', () => {
  const { items } = readWire(
    new TextEncoder().encode(
      'W2422asian\nr a BC-Skerry-Lamp     05-01 0813\n^BC-Skerry-Lamp,364<\n^Lamp stays lit<\n^By The Associated Press=\n\t   The lamp stays lit.\n\n\t   AP-WF-05-01-30 1029GMT<\n\n',
    ),
  )
  assert.equal(items[0]?.versionCreated, '2030-05-01T10:29:00.000Z')
  assert.equal(items[0].standfirst.bodyText, 'The lamp stays lit.')
})
