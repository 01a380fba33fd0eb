import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from './words/english/english.ts'
import { sentencesOfAll } from './sentences.ts'
import { remembered } from './remembered.ts'

test('a word is worked on once for each owner, and no word or a number each time', () => {
  const asked: string[] = []
  const length = remembered((word: string, owner: { name: string }) => {
    asked.push(`${owner.name} ${word}`)
    return word.length
  })
  const [a, b] = [{ name: 'a' }, { name: 'b' }]
  assert.equal(length('quay', a), 4)
  assert.equal(length('quay', a), 4)
  assert.equal(length('quay', b), 4)
  assert.equal(length('harbourmasters', a), 14)
  assert.equal(length('harbourmasters', a), 14)
  const address = 'https://wire.example/'.repeat(2)
  assert.equal(length(address, a), 42)
  assert.equal(length(address, a), 42)
  assert.equal(length('2026', a), 4)
  assert.equal(length('2026', a), 4)
  assert.deepEqual(asked, [
    'a quay',
    'b quay',
    'a harbourmasters',
    `a ${address}`,
    `a ${address}`,
    'a 2026',
    'a 2026',
  ])
})

test('the sentences of an article know their paragraphs, and are parted once', () => {
  const paragraphs = ['The ferry came. It was late.', 'Nobody said why.']
  const sentences = sentencesOfAll(paragraphs, english)
  assert.deepEqual(
    sentences.map(({ paragraph, start, end }) => [paragraph, start, end]),
    [
      [1, 0, 15],
      [1, 16, 28],
      [2, 0, 16],
    ],
  )
  assert.equal(sentencesOfAll(paragraphs, english), sentences)
  assert.notEqual(sentencesOfAll([...paragraphs], english), sentences)
})
