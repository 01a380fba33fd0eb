import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featureNames, featureSigns } from './features.ts'
import { shippedScorer, sumOfTrees, valueOf } from './scorer.ts'

test('the trees were trained on the features that there are', () => {
  assert.deepEqual(shippedScorer.features, featureNames)
})

function byTrees(features: Float64Array): number {
  return shippedScorer.trees.reduce((sum, tree) => sum + valueOf(tree, features), 0)
}

test('no doubt speaks for a sentence, and no overlap against it', () => {
  const middle = Float64Array.from(featureNames, () => 0.5)
  for (const [at, name] of featureNames.entries()) {
    const sign = featureSigns[name] ?? 0
    const more = Float64Array.from(middle)
    for (let step = 0, last = byTrees(middle); step < 6 && sign !== 0; step++) {
      more[at] = (more[at] ?? 0) + 0.5
      const now = byTrees(more)
      assert.ok(sign * (now - last) >= -1e-9, `${name} moves the score the wrong way`)
      last = now
    }
  }
})

test('a forest says what its trees say one after the other', () => {
  for (const value of [-1, 0, 0.4, 1, 3]) {
    const features = Float64Array.from(featureNames, (_, at) => value + (at % 7) / 7)
    assert.equal(sumOfTrees(shippedScorer.trees, features, 0), byTrees(features))
  }
})
