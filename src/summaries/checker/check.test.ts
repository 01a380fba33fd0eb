import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from './check.ts'

const paragraphs = [
  'The harbour bridge at Sallow Reach was closed on Monday after a barge had hit its third pier.',
  'Nobody was hurt, the harbour office said. Repairs will cost 290,000 crowns and take six weeks.',
]
const tokenized = [
  'the harbour bridge at sallow reach was closed on monday after a barge had hit its third pier .',
  "nobody was hurt , the harbour office said . it did n't close . repairs will cost 290,000 crowns and take six weeks .",
]

test('a summary that a tokenizer took apart is checked as if it had not', () => {
  const plain = check({ paragraphs }, 'Nobody was hurt.\nRepairs will cost 290,000 crowns.')
  const apart = check(
    { paragraphs },
    '<t> Nobody was hurt . </t> <t> Repairs will cost 290,000 crowns . </t>',
  )
  assert.equal(apart.verdict, 'supported')
  assert.equal(apart.score, plain.score)
  assert.deepEqual(
    apart.sentences.map(({ evidence }) => evidence),
    plain.sentences.map(({ evidence }) => evidence),
  )
})

test('sentences in small letters on one line are checked one by one', () => {
  const text = 'nobody was hurt, the harbour office said. repairs will cost 310,000 crowns.'
  const { sentences } = check({ paragraphs }, text)
  assert.deepEqual(
    sentences.map(({ text, verdict }) => ({ text, verdict })),
    [
      { text: 'nobody was hurt, the harbour office said.', verdict: 'supported' },
      { text: 'repairs will cost 310,000 crowns.', verdict: 'not-supported' },
    ],
  )
})

test('evidence stands where it stood in an article that a tokenizer took apart', () => {
  const summary = 'repairs will cost 290,000 crowns and take six weeks .'
  const [sentence] = check({ paragraphs: tokenized }, summary).sentences
  assert.equal(sentence?.text, summary)
  assert.equal(sentence.verdict, 'supported')
  const [{ paragraph, start, end } = { paragraph: 0, start: 0, end: 0 }] = sentence.evidence
  assert.equal(
    tokenized[paragraph - 1]?.slice(start, end),
    'repairs will cost 290,000 crowns and take six weeks .',
  )
})
