import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

interface Parts {
  itemMeta?: string
  contentMeta?: string
  content?: string
  rights?: string
}

/** A body of one paragraph. */
const story = '<inlineXML><html><body><p>It will float at noon.</p></body></html></inlineXML>'

function read({ itemMeta = '', contentMeta = '', content = story, rights = '' }: Parts): WireItem {
  const xml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.com:ferry" version="2" xml:lang="en">
    ${rights}<itemMeta><itemClass qcode="ninat:text"/>${itemMeta}</itemMeta>
    <contentMeta><headline>Ferry stuck on a sandbank</headline>${contentMeta}</contentMeta>
    <contentSet>${content}</contentSet></newsItem>`
  return itemIn(xml)
}

test('without a status the item is usable, and nothing holds it', () => {
  const item = read({})
  assert.equal(item.pubStatus, 'usable')
  assert.deepEqual(item.standfirst.held, [])
  assert.equal(item.version, '2')
})

test('rule 13: an empty, unreadable or zone-less embargo holds the item', () => {
  for (const embargo of ['', 'Tuesday noon', '2030-01-01T12:00:00', '2030-02-30T12:00:00Z']) {
    const item = read({ itemMeta: `<embargoed>${embargo}</embargoed>` })
    assert.equal(item.embargoed, undefined)
    assert.equal(item.standfirst.held.length, 1, embargo)
  }
})

test('of two embargo times the later stands, and their contradiction holds the item', () => {
  const item = read({
    itemMeta:
      '<embargoed>2030-01-01T12:00:00+02:00</embargoed><embargoed>2030-01-01T11:00:00Z</embargoed>',
  })
  assert.equal(item.embargoed, '2030-01-01T11:00:00.000Z')
  assert.match(item.standfirst.held.join(), /contradict/)
})

test('an embargo only in a note to editors holds the item', () => {
  const item = read({ itemMeta: '<edNote>STRICTLY EMBARGOED until noon</edNote>' })
  assert.match(item.standfirst.held.join(), /speaks of an embargo/)
})

test('a note whose time is surely later than the embargo given holds the item', () => {
  const held = (note: string): number =>
    read({
      itemMeta: `<embargoed>2030-01-01T11:00:00Z</embargoed><edNote>${note}</edNote>`,
    }).standfirst.held.length
  assert.equal(held('Sperrfrist 01.01.2030, 12:00 Uhr'), 0)
  assert.equal(held('Sperrfrist 03.01.2030, 12:00 Uhr'), 1)
  assert.equal(held('EMBARGOED until 2030-01-03 12:00'), 1)
})

test('rule 15: an unknown status is kept as written and held', () => {
  const item = read({ itemMeta: '<pubStatus qcode="stat:cancelled"/>' })
  assert.equal(item.pubStatus, 'cancelled')
  assert.match(item.standfirst.held.join(), /not one of usable/)
})

test('a short correction is for readers, the exact one for editors', () => {
  const item = read({
    itemMeta:
      '<edNote role="x:correction">para 2 read nine</edNote><edNote role="role:correctionshort">It was nine.</edNote><edNote role="c:correctionshort" pubconstraint="p:nonpublic">call 5550</edNote><signal qcode="sig:correction"/>',
  })
  assert.deepEqual(item.standfirst.publicNotes, ['It was nine.'])
  assert.equal(item.edNote, 'para 2 read nine\n\ncall 5550')
  assert.deepEqual(item.standfirst.signals, [{ kind: 'correction', value: 'sig:correction' }])
})

test('what the source says of machines is kept', () => {
  const item = read({
    rights: '<rightsInfo><dataMining qcode="plusvocab:DMI-PROHIBITED"/></rightsInfo>',
    contentMeta: '<digitalSourceType qcode="dst:trainedAlgorithmicMedia"/>',
  })
  assert.deepEqual(item.rightsInfo, {
    dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
  })
  assert.equal(
    item.digitalSourceType,
    'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  )
})

test('rule 24: people and places leave the subjects; old codes become media topics in use, or have the one above beside them', () => {
  const item = read({
    contentMeta:
      '<subject type="cpnat:person"><name>Ada Moor</name></subject><subject type="cpnat:geoArea"><name>Skerry</name></subject><subject qcode="subj:17000000"/><subject qcode="subj:15054000"/><subject qcode="subj:15043000"/><subject qcode="medtop:20000165"/><subject uri="http://cv.iptc.org/newscodes/subjectcode/03005000"/>',
  })
  assert.deepEqual(item.people, [{ name: 'Ada Moor' }])
  assert.deepEqual(item.places, [{ name: 'Skerry' }])
  assert.deepEqual(
    item.subjects.map(({ uri, code }) => [uri, code]),
    [
      ['http://cv.iptc.org/newscodes/mediatopic/17000000', 'subj:17000000'],
      ['http://cv.iptc.org/newscodes/mediatopic/20001065', 'subj:15054000'],
      ['http://cv.iptc.org/newscodes/subjectcode/15043000', 'subj:15043000'],
      ['http://cv.iptc.org/newscodes/mediatopic/20000146', 'medtop:20000165'],
      ['http://cv.iptc.org/newscodes/mediatopic/20000154', 'subj:03005000'],
      ['http://cv.iptc.org/newscodes/mediatopic/20001056', undefined],
    ],
  )
})
