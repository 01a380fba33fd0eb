import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureOf, median, tableOf } from './figures.ts'

test('a ratio is the median of the pairs, with its spread', () => {
  const pairs = [
    { site: 80, floor: 100 },
    { site: 45, floor: 50 },
    { site: 70, floor: 100 },
  ]
  const figure = figureOf({ group: 'pages', name: 'page', unit: 'pages/s' }, pairs)
  assert.deepEqual(figure.ratio, { median: 0.8, min: 0.7, max: 0.9 })
  assert.equal(figure.site, 70)
  assert.match(tableOf([{ ...figure, bar: { least: 0.8 } }]), /0\.8 \(0\.7–0\.9\) +bar ≥ 0\.8: met/)
  assert.match(tableOf([{ ...figure, bar: { least: 0.81 } }]), /NOT MET/)
})

test('the median of an even number lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5)
})
