import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriedSentences } from './carry.ts'
import { check } from './summaries-tools.ts'

const before = [
  'The board of Port Linnet voted on Tuesday to rebuild the north quay.',
  'The work will cost 12.4 million crowns, the board said.',
  'The old wall was built in 1911 from granite.',
]
const sentences = before.map((text, i) => ({
  text,
  evidence: [{ paragraph: i + 1, start: 0, end: text.length }],
}))

const carried = (after: string[]) =>
  carriedSentences(
    sentences,
    4,
    before,
    after,
    (texts) => check({ paragraphs: after }, texts).sentences,
  )

test('a sentence falls with the paragraph it rests on, and only that one', () => {
  const { kept, fallen } = carried([before[0]!, before[1]!.replace('12.4', '14.9'), before[2]!])
  assert.deepEqual(fallen, [2])
  assert.deepEqual(
    kept.map(({ text, since }) => [text, since]),
    [
      [before[0], 4],
      [before[2], 4],
    ],
  )
})

test('evidence moves with its paragraph, to the nearest of the same words', () => {
  const { kept } = carried([before[2]!, ...before])
  assert.deepEqual(
    kept.map(({ evidence }) => evidence[0]?.paragraph),
    [2, 3, 4],
  )
})

test('nothing comes along to a text that has nothing of the old one', () => {
  assert.deepEqual(carried(['Something else happened in Corvane.']), {
    kept: [],
    fallen: [1, 2, 3],
  })
})
