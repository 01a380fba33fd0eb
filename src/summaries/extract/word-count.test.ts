import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordCount } from './word-count.ts'

test('words are counted as a reader counts them', () => {
  for (const [text, count] of [
    ['', 0],
    ["Quay workers didn't stop.", 4],
    ['- 1,200 tonnes -- of 3.5 -- at $40', 6],
    ["'Tis well-known, U.S. ships (4) came...", 6],
  ] as const) {
    assert.equal(wordCount(text), count, text)
    // With a letter beyond ASCII the count is taken another way.
    assert.equal(wordCount(`${text} é`), count + 1, text)
  }
})
