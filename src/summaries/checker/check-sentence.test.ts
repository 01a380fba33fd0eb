import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, checkSentence } from '../summaries-tools.ts'

const article = {
  headline: 'Council buys the island',
  paragraphs: [
    'The council of Eastmere bought the island of Fenn for £1.2 million on Tuesday, after talks that had lasted 14 months.',
    '"We could not let it go to a hotel chain," said the council leader, Mary Osei. Her deputy, Piers Holt, voted against the purchase.',
    'Officials said the ferry may stop in winter. About 290,000 people visited Fenn last year, more than in 2019.',
  ],
}

function verdict(sentence: string): string {
  return checkSentence(article, sentence).verdict
}

test('a sentence of the article is supported and its evidence is its own place', () => {
  const sentence = 'Officials said the ferry may stop in winter.'
  const checked = checkSentence(article, sentence)
  assert.equal(checked.verdict, 'supported')
  assert.deepEqual(checked.findings, [])
  assert.deepEqual(checked.evidence, [{ paragraph: 3, start: 0, end: sentence.length }])
})

test('other spellings, short names and words that mean the same are supported', () => {
  assert.equal(
    verdict('The council of Eastmere purchased the island of Fenn for £1,200,000 on Tuesday.'),
    'supported',
  )
  assert.equal(
    verdict('About 290,000 people visited Fenn last year, more than in 2019.'),
    'supported',
  )
})

test('a changed number, unit, date, name or quotation is found and said in words', () => {
  const changed: [string, RegExp][] = [
    ['About 300,000 people visited Fenn last year, more than in 2019.', /290,000, not 300,000/],
    ['The council of Eastmere bought the island of Fenn for $1.2 million on Tuesday.', /£, not \$/],
    [
      'The council of Eastmere bought the island of Fenn for £1.2 million on Friday.',
      /Tuesday, not Friday/,
    ],
    [
      'The council of Westmere bought the island of Fenn for £1.2 million on Tuesday.',
      /Westmere is not in the article/,
    ],
    [
      '"We could not let it go to a pub chain," said the council leader, Mary Osei.',
      /not the article's words/,
    ],
  ]
  for (const [sentence, finding] of changed) {
    const checked = checkSentence(article, sentence)
    assert.equal(checked.verdict, 'not-supported', sentence)
    assert.match(checked.findings.join(' '), finding)
  }
})

test('a changed speaker, a lost "may", an added "not" and a turned comparison are found', () => {
  assert.equal(
    verdict('"We could not let it go to a hotel chain," said the council leader, Piers Holt.'),
    'not-supported',
  )
  assert.equal(verdict('Officials said the ferry will stop in winter.'), 'not-supported')
  assert.equal(verdict('Officials said the ferry may not stop in winter.'), 'not-supported')
  assert.equal(
    verdict('About 290,000 people visited Fenn last year, fewer than in 2019.'),
    'not-supported',
  )
})

test('a weekday and a word like “yesterday” are the same day by the date of publication', () => {
  const story = {
    paragraphs: [
      'The town hall was reopened yesterday after the flood in the cellar was pumped out.',
    ],
    publishedAt: '2024-05-14T09:00:00+08:00',
  }
  const said = (day: string) =>
    checkSentence(
      story,
      `The town hall was reopened on ${day} after the flood in the cellar was pumped out.`,
    )
  assert.equal(said('Monday').verdict, 'supported')
  assert.equal(said('Wednesday').verdict, 'not-supported')
})

test('an unknown language and an empty sentence cannot be checked', () => {
  assert.equal(checkSentence({ ...article, language: 'xx' }, 'Anything.').verdict, 'cannot-check')
  assert.equal(verdict('  '), 'cannot-check')
  assert.equal(verdict('天気がいい'), 'cannot-check')
})

test('a summary is supported when all its sentences are', () => {
  const good = 'Officials said the ferry may stop in winter.'
  assert.equal(check(article, good).verdict, 'supported')
  assert.equal(
    check(article, [good, 'Officials said the ferry may stop in summer.']).verdict,
    'not-supported',
  )
})

test('the article’s own sentence is checked like one with the same words', () => {
  const sentences = [
    'Her deputy, Piers Holt, voted against the purchase.',
    'Officials said the ferry may stop in winter.',
    'About 290,000 people visited Fenn last year, more than in 2019.',
  ]
  for (const sentence of sentences)
    assert.deepEqual(
      checkSentence(article, sentence),
      checkSentence(article, sentence.replaceAll(' ', '  ')),
    )
})
