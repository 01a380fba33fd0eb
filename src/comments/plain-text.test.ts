import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInvisible, plainLine, plainText, repeatKey } from './plain-text.ts'

test('what people write stays as they wrote it', () => {
  for (const text of [
    'Ça va?\n\nOui – “très” bien.',
    'Salamat po! 👩‍👩‍👧',
    'אני קורא',
    '日本語です。',
    'a < b && c > d',
  ]) {
    assert.equal(plainText(text), text)
  }
})

test('characters that turn or hide what stands around them go', () => {
  assert.equal(plainText('a\u202eb\u2066c'), 'abc')
  assert.equal(plainText('x\u{e0041}y\u0000z\u0007'), 'xyz')
  assert.equal(plainText('\ud800lone'), '\ufffdlone')
})

test('letters keep four marks at most, so that none paints over its neighbours', () => {
  assert.equal(plainText(`a${'\u0336'.repeat(50)}`), `a${'\u0336'.repeat(4)}`)
})

test('line ends become one kind, and three blank lines become one', () => {
  assert.equal(plainText(' a \r\nb\r\n\r\n\r\n\r\nc '), 'a\nb\n\nc')
  assert.equal(plainLine('a\n\tb'), 'a b')
})

test('nothing to see is told from something', () => {
  for (const text of ['', ' \n\t', '\u200b\u200b', '\u2800', '\u3164', '\u200d\ufe0f', '\u00ad']) {
    assert.ok(isInvisible(plainText(text)), JSON.stringify(text))
  }
  for (const text of ['.', '👍', 'é', '…']) assert.ok(!isInvisible(text), text)
})

test('the same said in capitals, wide letters or other spacing is the same', () => {
  assert.equal(repeatKey('Buy  NOW!'), repeatKey('ｂｕｙ now'))
  assert.notEqual(repeatKey('yes'), repeatKey('no'))
})
