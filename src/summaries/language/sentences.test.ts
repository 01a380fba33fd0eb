import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from './words/english/english.ts'
import { german } from './words/german.ts'
import { sentencesOf } from './sentences.ts'

function split(text: string, language = english): string[] {
  return sentencesOf(text, language).map((sentence) => sentence.text)
}

test('abbreviations, initials and small letters do not end a sentence', () => {
  const texts = [
    'Dr. Anna J. K. Holm met Sen. Brody at 5 p.m. on Friday.',
    'The U.S. Navy said no.',
    'The firm, Brandt Corp. of Ohio, closed.',
    'The vote was 51 to 49 vs. 60 to 40 a year ago.',
  ]
  for (const text of texts) assert.deepEqual(split(text), [text])
})

test('an abbreviation may end a sentence before a word that opens one', () => {
  assert.deepEqual(split('He left the U.S. The rest stayed until 5 p.m. They slept.'), [
    'He left the U.S.',
    'The rest stayed until 5 p.m.',
    'They slept.',
  ])
})

test('sentences are told apart where the space between them got lost', () => {
  assert.deepEqual(split('One bridge fell.Nobody was there.”So it seems,” said Sen.Brody.'), [
    'One bridge fell.',
    'Nobody was there.”',
    'So it seems,” said Sen.Brody.',
  ])
  const whole = 'Mr.Holm of Yahoo.com paid 1.5 million to Node.js at 5 p.m.'
  assert.deepEqual(split(whole), [whole])
})

test('every sentence says where it stands, without the space around it', () => {
  const text = '  One bridge fell.  Nobody was there. '
  for (const { text: sentence, start, end } of sentencesOf(text, english))
    assert.equal(text.slice(start, end), sentence)
})

test('each language has abbreviations of its own', () => {
  const text = 'Der Umbau kostet rd. 3 Mio. Euro, sagte Dr. Kolb.'
  assert.deepEqual(split(text, german), [text])
})

test('where everything is written small, small letters open sentences', () => {
  assert.deepEqual(split('dr. j. holm left the u.s. navy at 5 p.m. on friday. he was 61.'), [
    'dr. j. holm left the u.s. navy at 5 p.m. on friday.',
    'he was 61.',
  ])
  assert.deepEqual(split('the bridge fell . nobody was there ! so it seems'), [
    'the bridge fell .',
    'nobody was there !',
    'so it seems',
  ])
  assert.equal(split('UNK fell. he was 61.').length, 2)
})
