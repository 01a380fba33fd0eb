import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from './words/english/english.ts'
import type { Language } from './language.ts'
import { lexiconOf } from './lexicon.ts'
import { spanish } from './words/spanish.ts'
import { french } from './words/french.ts'
import { termsOf, tokensOf } from './terms.ts'

function keys(text: string, language: Language = english): string {
  return termsOf(text, lexiconOf(language))
    .map((term) => term.key)
    .join(' ')
}

function kinds(text: string): string[] {
  return termsOf(text, lexiconOf(english)).map((term) => `${term.text}:${term.kind}`)
}

test('a number has one key in all its spellings', () => {
  assert.equal(keys('1,200,000'), keys('1.2 million'))
  assert.equal(keys('£34bn'), keys('£34 billion'))
  assert.equal(keys('twenty-five'), keys('25'))
  assert.equal(keys('third'), keys('3rd'))
  assert.equal(keys('two dozen'), '#2 #12')
})

test('a comma is a decimal mark where the language writes it so', () => {
  assert.equal(keys('3,5 millones', spanish), '#3500000')
  assert.equal(keys('1.200', spanish), keys('1200', spanish))
})

test('years, months, weekdays and days are known by kind, and "may" by its letters', () => {
  assert.deepEqual(kinds('On Monday, May 7, 2024, it may rain'), [
    'On:function',
    'Monday:weekday',
    'May:month',
    '7:number',
    '2024:year',
    'it:pronoun',
    'may:possibility',
    'rain:content',
  ])
})

test('contractions are written out and possessives are dropped', () => {
  assert.equal(keys("didn't"), keys('did not'))
  assert.equal(keys("won't"), keys('will not'))
  assert.equal(keys('cannot'), keys('can not'))
  assert.equal(keys("Osei's plan"), keys('Osei plan'))
})

test('inflections share a key, and phrases that say the same share a group', () => {
  assert.equal(keys('rose'), keys('rising'))
  assert.equal(keys('bought'), keys('buys'))
  const [acquired] = termsOf('acquired', lexiconOf(english))
  const [bought] = termsOf('bought', lexiconOf(english))
  assert.ok(acquired?.groups.some((group) => bought?.groups.includes(group)))
})

test('US is a country and us is not', () => {
  assert.equal(keys('US'), keys('U.S.'))
  assert.notEqual(keys('US'), keys('us'))
})

test('words that lost the space between them are read apart', () => {
  assert.equal(keys('BerlinOfficials'), keys('Berlin Officials'))
  assert.notEqual(keys('McKay'), keys('Mc Kay'))
})

test('elisions are read as two words', () => {
  assert.equal(keys("l'homme qu'il", french), keys('l homme qu il', french))
})

test('words are found where they stand, whatever marks and letters are around them', () => {
  const words = (text: string) =>
    tokensOf(text, lexiconOf(english)).map(({ piece, start, end }) => {
      assert.equal(text.slice(start, end), piece.text)
      return piece.text
    })
  assert.deepEqual(words('Quay A. B.C. closed, e.g. today.'), [
    'Quay',
    'A',
    'B.C.',
    'closed',
    'e.g.',
    'today',
  ])
  assert.deepEqual(words("'Well-known' doesn't x’s 'n' o'"), [
    'Well',
    'known',
    "doesn't",
    "doesn't",
    'x’s',
    'n',
    'o',
  ])
  assert.deepEqual(words('US$5m, 20th 1,200.5% café naïve2 Zoë—ship'), [
    'US',
    '$',
    '5',
    'm',
    '20',
    'th',
    '1,200.5',
    '%',
    'café',
    'naïve',
    '2',
    'Zoë',
    'ship',
  ])
  assert.deepEqual(words('.. it'), ['it'])
  assert.equal(tokensOf('one two three', lexiconOf(english), 2).length, 2)
})
