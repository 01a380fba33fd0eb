import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconOf } from '../language/lexicon.ts'
import { english } from '../language/words/english/english.ts'
import { german } from '../language/words/german.ts'
import { shortened } from './shorten.ts'
import { summarize } from './summarize.ts'

const can: [string, string][] = [
  [
    'But the harbour board of Port Linnet voted on Tuesday to rebuild the quay.',
    'The harbour board of Port Linnet voted on Tuesday to rebuild the quay.',
  ],
  [
    'However, Maren Ostby told the board that the boats needed a wall by autumn.',
    'Maren Ostby told the board that the boats needed a wall by autumn.',
  ],
  [
    'The wall runs for 40 metres (about 130 feet) along the north side of the basin.',
    'The wall runs for 40 metres along the north side of the basin.',
  ],
  [
    'The ferry to Corvane, which makes the crossing in an hour, was built in the same yard.',
    'The ferry to Corvane was built in the same yard.',
  ],
  [
    'The contract went to Halvard and Daughters of Corvane, which built the terminal there.',
    'The contract went to Halvard and Daughters of Corvane.',
  ],
]

for (const [whole, short] of can)
  test(`it leaves out what only adds: ${short}`, () =>
    assert.equal(shortened(whole, lexiconOf(english)), short))

const cannot = [
  // What follows leans on the sentence before, or is half a thought.
  'But she told the harbour board that the boats needed a wall by autumn.',
  'But the members of that board voted on Tuesday to rebuild the whole quay.',
  'But when the tide is out the boats of Port Linnet lie on the ground.',
  // Words that doubt, deny or attribute are what the sentence says.
  'The contract went to Halvard and Daughters, which may not finish it in time.',
  'The contract went to Halvard and Daughters of Corvane, who said the work was hard.',
  'The plan for the quay (which the board denied having) was printed in the paper.',
  // The next word does not go on with the sentence: the comma belonged to a list.
  'The boats carried men, who brought nets, ropes and anchors ashore at low water.',
  // A quotation is the speaker's.
  '“But the harbour board (all nine members) voted for the quay,” Maren Ostby wrote.',
  // What is left would be no sentence worth reading.
  'The ferry, which is old, was sold.',
  // An abbreviation that the story goes on with.
  'The Harbour Workers of Linnet (HWL) asked the board for a wall by next autumn.',
]

for (const whole of cannot)
  test(`it leaves alone: ${whole}`, () =>
    assert.equal(shortened(whole, lexiconOf(english)), undefined))

test('where dropping a word would move others, nothing is dropped', () => {
  const whole = 'Aber der Rat von Linnet hat am Dienstag für den neuen Kai gestimmt.'
  assert.equal(shortened(whole, lexiconOf(german)), undefined)
})

test('a shortened sentence names the whole one as its passage', () => {
  const paragraphs = [
    'The weather over the island had been calm for a week when the members met in the old hall.',
    'But the harbour board of Port Linnet voted on Tuesday to rebuild the north quay of Port Linnet.',
    'Lunch was served at noon, and several of those present walked along the shore after it.',
    'A dog was seen near the door. Nobody knew whose it was, and it left when the rain came.',
    'Port Linnet has had a north quay since 1911, and the board has looked after it since then.',
  ]
  const headline = 'Harbour board of Port Linnet votes to rebuild north quay'
  const { sentences } = summarize({ headline, paragraphs, language: 'en' }, { sentences: 1 })
  const text =
    'The harbour board of Port Linnet voted on Tuesday to rebuild the north quay of Port Linnet.'
  const evidence = [{ paragraph: 2, start: 0, end: paragraphs[1]!.length }]
  assert.deepEqual(sentences, [{ text, evidence, shortened: true }])
})
