import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from './encoding.ts'

test('a text in no declared encoding that is no UTF-8 is read as Windows-1252, every letter of it', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const { text, encoding, notices } = decode(bytes)
  assert.equal(encoding, 'windows-1252')
  assert.equal(text, new TextDecoder('windows-1252').decode(bytes))
  assert.equal(notices.length, 1)
})

test('a part of a larger buffer is read alone', () => {
  const larger = new TextEncoder().encode('before <a>é</a> after')
  assert.equal(decode(larger.subarray(7, 16)).text, '<a>é</a>')
})
