import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconOf } from '../../language/lexicon.ts'
import { termsOf } from '../../language/terms.ts'
import { english } from '../../language/words/english/english.ts'
import { compare, type Comparison } from '../comparison.ts'
import { readSource } from '../source.ts'
import { shippedWordScorer, suspicionsOf } from './suspicions.ts'
import { describedWords, wordFeatureNames } from './word-features.ts'

const lexicon = lexiconOf(english)
const source = readSource(
  {
    paragraphs: [
      'Lowmoor Council could close the quarry museum in Ashby, its director Nell Corrigan said.',
      'A brass band from Brakewell will play when the museum opens its new hall in June.',
      'Tom Farrow, a carpenter, was accused of selling the bell of the lighthouse to a dealer.',
      'Corrigan thanked Farrow for the new doors.',
    ],
  },
  lexicon,
)

function compared(sentence: string): Comparison {
  const comparison = compare(sentence, termsOf(sentence, lexicon), source)
  assert.ok(comparison)
  return comparison
}

/** A feature of one word of a claim. */
function value(sentence: string, word: string, feature: string): number | undefined {
  const comparison = compared(sentence)
  const at = comparison.claim.findIndex(({ text }) => text === word)
  assert.ok(wordFeatureNames.includes(feature))
  const described = describedWords(comparison).find((one) => one.at === at)
  return described?.values[wordFeatureNames.indexOf(feature)]
}

test('a sentence of the article has no word to look at', () => {
  assert.deepEqual(describedWords(compared('Corrigan thanked Farrow for the new doors.')), [])
})

test('a modal word is compared with what stands before the word it governs', () => {
  const closing = (word: string) =>
    value(`Lowmoor Council ${word} close the museum in Ashby soon.`, word, 'modality')
  assert.equal(closing('could'), 0)
  assert.equal(closing('may'), 0.5)
  assert.equal(closing('will'), 2)
  assert.equal(value('Farrow is convicted of selling the bell.', 'convicted', 'modality'), 2)
  assert.equal(value('Farrow is convicted of selling the bell.', 'bell', 'modality'), -2)
  assert.equal(value('A brass band may sing for the director.', 'may', 'modality'), -1)
})

test('a word between two neighbours that frame another one is told from one in its own place', () => {
  assert.equal(value('The brass band from Brakewell plays.', 'from', 'framed'), undefined)
  assert.equal(value('A new quarry museum shuts.', 'quarry', 'framed'), 1)
  assert.equal(value('A band of Ashby will play.', 'Ashby', 'framed'), 1)
  assert.equal(value('The brass trio from Ashby will play.', 'trio', 'framed'), 2)
  assert.equal(value('The brass band from Brakewell will sing.', 'band', 'framed'), 0)
})

test('two who changed places are seen where they stand', () => {
  const turned = 'Farrow thanked Corrigan for doors.'
  assert.equal(value(turned, 'thanked', 'turned'), 1)
  assert.equal(value('Corrigan thanked Farrow for doors.', 'thanked', 'turned'), 0)
})

test('where the article has a word: in its place, near, or nowhere', () => {
  const sentence = 'The quarry museum in Brakewell could close, its elephant Nell Corrigan said.'
  assert.equal(value(sentence, 'museum', 'place'), 0)
  assert.equal(value(sentence, 'elephant', 'place'), 5)
  assert.ok([2, 3].includes(value(sentence, 'Brakewell', 'place') ?? -1))
})

test('the trees of words were trained on the features that there are', () => {
  assert.deepEqual(shippedWordScorer.features, wordFeatureNames)
})

test('the word that was exchanged is suspected most', () => {
  const worst = (sentence: string) => {
    const comparison = compared(sentence)
    const [first] = suspicionsOf(comparison).toSorted((a, b) => b.odds - a.odds)
    return comparison.claim[first?.at ?? -1]?.text
  }
  assert.equal(worst('A brass band from Ashby will play when the museum opens its hall.'), 'Ashby')
  assert.equal(worst('Lowmoor Council will close the quarry museum in Ashby.'), 'will')
  assert.equal(
    worst('Tom Farrow, a carpenter, was convicted of selling the bell of the lighthouse.'),
    'convicted',
  )
})
