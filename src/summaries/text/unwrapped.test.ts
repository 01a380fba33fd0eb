import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unwrapped } from './unwrapped.ts'

test('lines that were broken at a width are put together, blank lines stay', () => {
  const text =
    'The bridge at Sallow Reach was\nclosed on Monday. Nobody was hurt,\nthe office said.\n\nRepairs take six\nweeks.'
  assert.equal(
    unwrapped(text),
    'The bridge at Sallow Reach was closed on Monday. Nobody was hurt, the office said.\n\nRepairs take six weeks.',
  )
})

test('lines that are sentences, headings or entries stay apart', () => {
  const texts = [
    'The bridge was closed.\nNobody was hurt.\nRepairs take six weeks.',
    'Harbour\nThe bridge was closed on Monday\nRepairs take six weeks',
    'the bridge was closed\nnobody was hurt\nrepairs take six weeks',
    'The keeper said:\niron, rope and tar.',
    'One line.',
  ]
  for (const text of texts) assert.equal(unwrapped(text), text)
})
