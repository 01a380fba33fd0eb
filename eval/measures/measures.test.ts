import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bootstrap } from './bootstrap.ts'
import { auc, balancedAccuracy, caughtAt, mean, type Scored, wrongAmongShown } from './metrics.ts'
import { rouge } from './rouge.ts'

function scored(good: number[], bad: number[]): Scored[] {
  const row = (faithful: boolean) => (score: number, at: number) => ({
    score,
    faithful,
    cluster: String(at),
  })
  return [...good.map(row(true)), ...bad.map(row(false))]
}

test('ROUGE counts words and pairs once each and ignores endings', () => {
  const score = rouge('The cats sat on the mat', 'the cat sat')
  assert.equal(score.rouge1.toFixed(3), '0.667')
  assert.equal(score.rouge2.toFixed(3), '0.571')
  assert.equal(rouge('a b', 'c d').rougeLsum, 0)
})

test('ROUGE-Lsum takes the union of the common subsequences of every line', () => {
  const { rougeLsum } = rouge('w1 w2 w3 w4 w5', 'w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5')
  assert.equal(rougeLsum.toFixed(3), ((2 * (4 / 10) * (4 / 5)) / (4 / 10 + 4 / 5)).toFixed(3))
})

test('AUC counts ties half, and balanced accuracy takes the best threshold', () => {
  assert.equal(auc(scored([3, 4], [1, 2])), 1)
  assert.equal(auc(scored([1, 1], [1, 1])), 0.5)
  assert.equal(balancedAccuracy(scored([3, 4], [1, 3.5])), 0.75)
})

test('what is caught and what is shown depend on the share of true rows given up', () => {
  const rows = scored([1, 5, 6, 7], [0, 2, 6.5])
  assert.equal(caughtAt(rows, 0), 1 / 3)
  assert.equal(caughtAt(rows, 0.25), 2 / 3)
  assert.equal(wrongAmongShown(rows, 0.25), 1 / 4)
})

test('a bootstrap draws whole articles and gives the same interval every time', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ cluster: String(at % 8), value: at % 8 }))
  const figure = (some: readonly (typeof rows)[number][]) => mean(some.map(({ value }) => value))
  const interval = bootstrap(rows, figure)
  assert.deepEqual(interval, bootstrap(rows, figure))
  assert.ok(interval.low < 3.5 && interval.high > 3.5)
})
