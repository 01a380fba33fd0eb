import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconOf } from '../../language/lexicon.ts'
import { termsOf } from '../../language/terms.ts'
import { english } from '../../language/words/english/english.ts'
import { compare } from '../comparison.ts'
import type { Features } from '../features.ts'
import { readSource } from '../source.ts'
import { surroundingFeatures } from './surroundings.ts'

const lexicon = lexiconOf(english)
const source = readSource(
  {
    paragraphs: [
      'Lowmoor Council hopes that the tram will bring visitors to the quarry museum in Ashby.',
      'The tram was paid for by a lottery. Its first driver, Nell Corrigan, comes from Brakewell.',
      'Work on the harbour wall begins in May, and the lighthouse keeper retires in June.',
      'A brass band from Brakewell will play when the museum opens its new hall.',
    ],
  },
  lexicon,
)

function featuresOf(sentence: string): Features {
  const comparison = compare(sentence, termsOf(sentence, lexicon), source)
  assert.ok(comparison)
  return surroundingFeatures(comparison)
}

const value = (features: Features, name: string) => features[name] ?? NaN

test('words of one sentence are all in their own company', () => {
  const features = featuresOf('The tram will bring visitors to the quarry museum in Ashby.')
  assert.ok(value(features, 'mean support') > 0.95)
  assert.ok(value(features, 'most deficit') < 0.1)
  assert.equal(value(features, 'weak words'), 0)
})

test('a name from elsewhere in the article has another company, and its place is missed', () => {
  const own = featuresOf('The tram will bring visitors to the quarry museum in Ashby.')
  const other = featuresOf('The tram will bring visitors to the quarry museum in Brakewell.')
  assert.ok(value(other, 'least name support') < value(own, 'least name support'))
  assert.ok(value(other, 'most name deficit') > 0)
  assert.ok(value(other, 'mean support') < value(own, 'mean support'))
})

test('two who change places keep their company and lose their order', () => {
  const own = featuresOf('The lighthouse keeper retires in June.')
  const turned = featuresOf('June retires in the lighthouse keeper.')
  assert.equal(value(turned, 'mean support'), value(own, 'mean support'))
  assert.ok(value(turned, 'mean order') < value(own, 'mean order'))
})

test('a word that the article has not counts as new where the others stand together', () => {
  const features = featuresOf('The tram will bring elephants to the quarry museum in Ashby.')
  assert.ok(value(features, 'new deficit') > 0.5)
  assert.equal(value(features, 'least word support'), 0)
})
