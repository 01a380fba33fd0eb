/** All wire samples, field by field, against what stands written down in test/golden. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readWire } from './read-wire.ts'
import {
  differences,
  inDigits,
  readGolden,
  readSample,
  recordsOf,
} from '../../../test/golden/golden-record.ts'
import { filesBelow, folders, isThere } from '../../../test/data/wire-samples.ts'

test('every field of every wire sample is what it was; `npm run golden` shows changes in words', (t) => {
  if (!isThere(t, folders.wire)) return
  const found = [...readGolden()].flatMap(([file, golden]) => {
    const reading = readSample(file)
    // Other samples of the same kinds may stand in the folder's place.
    return reading ? differences(file, golden, recordsOf(reading)) : []
  })
  assert.deepEqual(found.map(inDigits), [])
})

test('a change of one word in one field is told by the name of the field', () => {
  const read = (words: string) =>
    recordsOf(
      readWire(
        new TextEncoder().encode(
          `<rss><channel><title>Linnet</title><item><guid>1</guid><title>Ferry</title><description>One. ${words}</description></item></channel></rss>`,
        ),
      ),
    )
  const golden = read('Two.').map(
    (fields) => new Map([...fields].map(([name, of]) => [name, of.map(({ entry }) => entry)])),
  )
  assert.deepEqual(differences('a', golden, read('Two.')), [])
  const changed = differences('a', golden, read('Three.')).map(({ field }) => field)
  assert.deepEqual(changed, ['version', 'bodies', 'bodyText', 'body'])
  assert.deepEqual(
    differences('a', golden, [])
      .map(({ is }) => is)
      .filter((one) => one !== undefined),
    [],
  )
})

test('rule 21: contacts in notes to editors stand nowhere else in an item', (t) => {
  if (!isThere(t, folders.wire)) return
  for (const file of filesBelow(folders.wire)) {
    for (const item of readWire(readFileSync(join(folders.wire, file))).items) {
      const contacts = item.edNote?.match(/[\w.+-]+@[\w-]+\.\w+|\+\d\d[ \d()-]{7,}\d/g) ?? []
      const shown = { ...item, edNote: '', standfirst: { ...item.standfirst, extra: {} } }
      const printed = JSON.stringify(shown)
      for (const contact of contacts) assert.ok(!printed.includes(contact), `${file}: ${contact}`)
    }
  }
})
