import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSentence } from '../check-sentence.ts'
import { quotationsOf } from './quotations.ts'

const article = {
  paragraphs: [
    'The ferry company will sell the Marigold, its director, Ada Penhallow, said on Monday. Its rival Joss Tregear was not asked.',
    '“If the council helps, we will keep the night boat. No other town has one,” she said. “It costs 3 pounds.”',
    'The mayor said: \'We never promised a penny.\' He called the plan "a raft of good wishes" and left the harbour hall.',
    '“Is it over? Not yet,” Penhallow told Tregear later. “He told me ‘go home’ twice,” she said.',
  ],
}

function verdict(sentence: string): string {
  return checkSentence(article, sentence).verdict
}

const exact = [
  '“It costs 3 pounds.”',
  '«No other town has one,» she said.',
  'The mayor said: "We never promised a penny."',
  'He called the plan ‘a raft of good wishes’ and left the harbour hall.',
  '"He told me \'go home\' twice," she said.',
]

for (const sentence of exact)
  test(`a quotation may stand in other marks: ${sentence}`, () => {
    const { verdict, findings } = checkSentence(article, sentence)
    assert.equal(verdict, 'supported', findings.join(' '))
  })

const altered: [string, string, RegExp][] = [
  ['loses its first word', '"Never promised a penny," the mayor said.', /cut inside a sentence/],
  [
    'loses its last word',
    'He called the plan "a raft of good" and left the harbour hall.',
    /cut inside a sentence/,
  ],
  ['loses its condition', '“We will keep the night boat,” she said.', /cut inside a sentence/],
  ['loses its short answer', '“Is it over?” Penhallow told Tregear later.', /cut inside/],
  [
    'gains a word',
    'The mayor said: "We never promised a single penny."',
    /not the article's words/,
  ],
  ['has another number', '“It costs 2 pounds,” she said.', /not the article's words/],
  ['joins two', '“No other town has one. It costs 3 pounds,” she said.', /not the article's words/],
  [
    'is put around words nobody said',
    'He called the plan "a raft of good wishes" and "left the harbour hall".',
    /does not have this as a quotation/,
  ],
  [
    'is widened',
    'He "called the plan a raft of good wishes" and left the harbour hall.',
    /not the article's words/,
  ],
  ['has another word in its inner one', '"He told me \'go away\' twice," she said.', /go away/],
]

for (const [what, sentence, finding] of altered)
  test(`a quotation that ${what} is not supported`, () => {
    const checked = checkSentence(article, sentence)
    assert.notEqual(checked.verdict, 'supported')
    assert.match(checked.findings.join(' '), finding)
  })

const misattributed: [string, string][] = [
  ['another person', 'Tregear said: "We never promised a penny."'],
  ['the listener', '“Is it over? Not yet,” Tregear told Penhallow later.'],
  [
    'the other gender',
    '“If the council helps, we will keep the night boat. No other town has one,” he said.',
  ],
  ['a denial', 'The mayor denied: "We never promised a penny."'],
]

for (const [what, sentence] of misattributed)
  test(`a quotation that is given to ${what} is not supported`, () => {
    assert.notEqual(verdict(sentence), 'supported')
  })

test('quotations are read in every kind of marks, and apostrophes are none', () => {
  const words = (text: string) => quotationsOf(text).map((quotation) => quotation.words)
  assert.deepEqual(words('He said "no, never" and \'go away\'.'), ['no, never', 'go away'])
  assert.deepEqual(words("The players' bus and the boys' school, the '90s"), [])
  assert.deepEqual(words('« Demain », dit-elle, „nie“ und »doch«'), ['Demain', 'nie', 'doch'])
  assert.deepEqual(words('“That is enough.'), ['That is enough.'])
  assert.deepEqual(words('It was enough,” she said.'), ['It was enough,'])
  assert.deepEqual(words('A board of 6\'2" by 4"'), [])
})
