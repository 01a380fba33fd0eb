import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from './slug.ts'

test('a slug is made of plain letters, digits and hyphens', () => {
  assert.equal(slugOf('Harbour fire: 3 held, says “police”'), 'harbour-fire-3-held-says-police')
  assert.equal(slugOf('Où est l’été?'), 'ou-est-lete')
})

test('a headline without Latin letters still gets an address', () => {
  assert.equal(slugOf('新しい橋'), 'story')
  assert.equal(slugOf('!!!'), 'story')
})

test('a long headline is cut between words', () => {
  const slug = slugOf('word '.repeat(60))
  assert.ok(slug.length <= 80)
  assert.ok(slug.endsWith('word'))
  assert.equal(slugOf('x'.repeat(200)).length, 80)
})
