import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween } from './alignment.ts'
import type { ArticleContent } from '../article.ts'
import { compareThree, mergedContent } from './merging.ts'

function content(headline: string, ...paragraphs: string[]): ArticleContent {
  return {
    headline,
    language: 'en',
    subjects: [],
    body: paragraphs.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
  }
}

const old = content('Wall to be rebuilt', 'one', 'two', 'three', 'four')

test('where our text equals the old wire text, the new one comes in by itself', () => {
  const wire = content('Wall to be rebuilt', 'one', 'two, updated', 'three', 'four', 'five')
  const house = content('Our headline', 'one', 'two', 'three', 'four, ours')
  const merging = compareThree(old, wire, house)
  assert.equal(merging.isClean, false, 'the added end touches the paragraph that we changed')
  const beside = content('Wall to be rebuilt', 'zero', 'one', 'two, updated', 'three', 'four')
  const clean = compareThree(old, beside, house)
  assert.equal(clean.isClean, true)
  assert.deepEqual(
    mergedContent(house, clean),
    content('Our headline', 'zero', 'one', 'two, updated', 'three', 'four, ours'),
  )
})

test('a paragraph that both sides changed waits, and so does a field', () => {
  const merging = compareThree(
    old,
    content('Wall to be higher', 'one', 'two by wire', 'three', 'four'),
    content('Wall rises', 'one', 'two by house', 'three', 'four'),
  )
  assert.equal(merging.isClean, false)
  assert.deepEqual(
    merging.blocks.map(({ kind }) => kind),
    ['same', 'conflict', 'same', 'same'],
  )
  assert.equal(merging.fields.find(({ field }) => field === 'headline')?.kind, 'conflict')
})

test('the same change on both sides is no conflict', () => {
  const both = content('Wall to be rebuilt', 'one', 'two again', 'three', 'four')
  assert.equal(compareThree(old, both, structuredClone(both)).isClean, true)
})

test('a paragraph that the house took out stays out when the wire left it alone', () => {
  const wire = content('Wall to be rebuilt', 'one', 'two', 'three', 'four, new')
  const house = content('Wall to be rebuilt', 'one', 'three', 'four')
  const merging = compareThree(old, wire, house)
  assert.equal(merging.isClean, true)
  assert.deepEqual(
    mergedContent(house, merging),
    content('Wall to be rebuilt', 'one', 'three', 'four, new'),
  )
})

test('two versions are shown with every paragraph once', () => {
  const shown = changesBetween(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])
  assert.deepEqual(
    shown.map(({ kind, text }) => `${kind} ${text}`),
    ['same a', 'removed b', 'added x', 'same c', 'added d'],
  )
})
