import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growTree, Histograms } from '../training/boosting.ts'
import { describe } from '../reports/describe.ts'
import { seeded } from '../random.ts'
import { treeValues } from '../training/tree-values.ts'
import { labelledWords } from './word-labels.ts'

const article = 'Nell Corrigan opened the museum in Ashby in June.\nTom Farrow built its doors.'
const common = { source: 'invented', article, pair: 'corrigan' }
const right = 'Nell Corrigan opened the old museum in June.'

function wrongWordsOf(summary: string, source = 'invented'): (string | undefined)[] {
  const rows = describe([
    { ...common, source, id: 'right', summary: right, faithful: true, errorTypes: [] },
    { ...common, source, id: 'wrong', summary, faithful: false, errorTypes: ['name'] },
  ])
  const terms = summary.match(/[\p{L}]+/gu) ?? []
  const words = labelledWords(rows)
  assert.ok(words.every(({ row, wrong }) => !row.faithful || wrong === false))
  return words.flatMap(({ row, claim, wrong }, number) => {
    if (!wrong) return []
    const first = words.findIndex((word) => word.row === row && word.claim === claim)
    return [terms[row.words[claim]?.[number - first]?.at ?? -1]]
  })
}

test('the words that a true text has not in their place are the wrong ones', () => {
  assert.deepEqual(wrongWordsOf('Tom Farrow opened the old museum in June.'), ['Tom', 'Farrow'])
  assert.deepEqual(wrongWordsOf('Nell Corrigan closed the old museum in June.'), ['closed'])
})

test('where nobody knows which word is wrong none is learnt from', () => {
  assert.deepEqual(wrongWordsOf('Tom Farrow opened the old museum.', 'frank-cnndm'), [])
})

test('a tree separates what a feature separates, and never against its sign', () => {
  const rows = Array.from({ length: 200 }, (_, at) => Float64Array.of(at % 10, at % 7))
  const first = Float64Array.from(rows, ([value]) => ((value ?? 0) > 4 ? -1 : 1))
  const second = new Float64Array(rows.length).fill(1)
  const options = {
    trees: 1,
    depth: 2,
    rate: 1,
    penalty: 1,
    leastWeight: 1,
    sample: 1,
    features: 1,
  }
  const valuesUnder = (sign: number) => {
    const data = new Histograms(rows, [sign, 0])
    return treeValues(growTree(data, [...rows.keys()], first, second, options, seeded(1)), rows)
  }
  const free = valuesUnder(0)
  assert.ok((free[5] ?? 0) > 0.9 && (free[4] ?? 0) < -0.9)
  const bound = valuesUnder(-1)
  assert.ok((bound[5] ?? 0) <= (bound[4] ?? 0))
})
