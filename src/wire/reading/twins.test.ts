import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readWire } from './read-wire.ts'
import { folders, isThere } from '../../../test/data/wire-samples.ts'

function itemOf(name: string): WireItem {
  const { items, refused } = readWire(readFileSync(join(folders.wire, name)))
  assert.deepEqual(refused, [])
  assert.equal(items.length, 1)
  return items[0] as WireItem
}

test('one dpa story is the same in digital wires and in NewsML-G2', (t) => {
  const name = 'dpa__rubix_multimedia_testartikel'
  if (!isThere(t, join(folders.wire, `newsml-g2/${name}.xml`))) return
  const json = itemOf(`dpa-digitalwires/${name}.json`)
  const xml = itemOf(`newsml-g2/${name}.xml`)
  const shared = (item: WireItem): object => ({
    ...item,
    places: item.places?.map(({ name: place }) => place),
    infoSources: undefined,
    // The NewsML-G2 repeats the closing line at the end of its notepad.
    edNote: item.edNote?.replace(/\ndpa dnl lbwr z2 dnl$/, ''),
    associations: item.associations?.map(({ uri }) => uri).toSorted(),
    standfirst: {
      source: item.standfirst.source,
      held: item.standfirst.held,
      bodyText: item.standfirst.bodyText,
      body: item.standfirst.body,
      signals: item.standfirst.signals,
      publicNotes: item.standfirst.publicNotes,
    },
  })
  assert.deepEqual(shared(json), shared(xml))
})

test('one Business Wire release is the same in four formats, as far as each goes', (t) => {
  const name = 'newsinjson__businesswire-newsml-20130605006126'
  if (!isThere(t, join(folders.wire, `newsml-1/${name}.xml`))) return
  const long = itemOf(`newsml-1/${name}.xml`)
  const short = ['ninjs-1', 'ninjs-2', 'ninjs-3'].map((folder) => itemOf(`${folder}/${name}.json`))
  const withoutFormat = short.map((item) => ({
    ...item,
    standfirst: { ...item.standfirst, format: '' },
  }))
  assert.deepEqual(withoutFormat[0], withoutFormat[1])
  assert.deepEqual(withoutFormat[1], withoutFormat[2])
  for (const item of short) {
    for (const key of ['type', 'pubStatus', 'version', 'versionCreated', 'language'] as const) {
      assert.equal(item[key], long[key], key)
    }
    assert.deepEqual(item.headlines, long.headlines)
    assert.deepEqual(item.subjects, long.subjects)
    assert.equal(item.standfirst.source, long.standfirst.source)
    // The ninjs examples hold the first paragraph of the release.
    assert.ok(long.standfirst.bodyText.startsWith(item.standfirst.bodyText))
  }
})
