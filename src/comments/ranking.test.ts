import assert from 'node:assert/strict'
import { test } from 'node:test'
import { score } from './ranking.ts'

test('no chance gives no score, and certainty grows with numbers', () => {
  assert.equal(score({ recommended: 0, chances: 0 }), 0)
  assert.ok(score({ recommended: 1, chances: 1 }) < score({ recommended: 10, chances: 10 }))
  assert.ok(score({ recommended: 9, chances: 10 }) < score({ recommended: 90, chances: 100 }))
})

test('a late comment that took most of its chances beats an early one that took few', () => {
  assert.ok(score({ recommended: 20, chances: 25 }) > score({ recommended: 40, chances: 200 }))
})

test('the bound is Wilson’s', () => {
  // 8 of 10 at z = 1.281551565545, worked out from the formula with a calculator.
  assert.ok(Math.abs(score({ recommended: 8, chances: 10 }) - 0.6016) < 0.0005)
})
