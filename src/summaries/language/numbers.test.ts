import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './languages.ts'
import { lexiconOf } from './lexicon.ts'
import { sentencesOf } from './sentences.ts'
import { termsOf } from './terms.ts'

/** Spellings of one value, by language. */
const values: Record<string, [number, string[]][]> = {
  en: [
    [2_500_000, ['2.5 million', '2,500,000', '2.5m']],
    [25, ['twenty-five', '25']],
  ],
  es: [
    [2_500_000, ['2,5 millones', '2.500.000']],
    [3_000_000_000, ['3.000 millones', '3 millardos', 'tres mil millones']],
    [1_000_000_000_000, ['1 billón', '1.000.000 millones']],
    [35, ['treinta y cinco', '35']],
    [12_500, ['12 500', '12.500', '12,5 mil']],
    [2024, ['2024 300']],
    [98, ['98-102']],
    [22, ['veintidós', '22']],
    [500, ['quinientos', 'quinientas', '500']],
  ],
  fr: [
    [2_500_000, ['2,5 millions', '2.500.000', '2 500 000', '2\u202f500\u202f000']],
    [1_800_000_000, ['1,8 milliard', '1.800 millions']],
    [17, ['dix-sept', '17']],
    [22, ['vingt-deux', '22']],
  ],
  de: [
    [2_500_000, ['2,5 Millionen', '2,5 Mio.', '2.500.000']],
    [2_100_000_000, ['2,1 Milliarden', '2,1 Mrd.', '2.100 Millionen']],
    [1_000_000_000_000, ['1 Billion', '1.000 Milliarden']],
    [25, ['fünfundzwanzig', '25']],
  ],
  fil: [
    [2_500_000, ['2.5 milyon', '2.5 milyong', '2.5 million', '2,500,000']],
    [14, ['labing-apat', '14']],
    [12, ['labindalawa', 'labindalawang', '12']],
    [30, ['tatlumpu', 'tatlumpung', '30']],
    [5_000, ['limang libo', '5,000']],
  ],
}

for (const [tag, rows] of Object.entries(values)) {
  const language = languageOf(tag)
  assert.ok(language)
  test(`every spelling of a number is the number: ${tag}`, () => {
    for (const [value, spellings] of rows)
      for (const spelling of spellings)
        assert.equal(termsOf(spelling, lexiconOf(language))[0]?.value, value, spelling)
  })
}

test('an ordinal is one in figures and in words', () => {
  const key = (tag: string, text: string) => {
    const language = languageOf(tag)
    assert.ok(language)
    return termsOf(text, lexiconOf(language))[0]?.key
  }
  assert.equal(key('fr', '1er juillet'), key('fr', 'premier juillet'))
  assert.equal(key('es', '3º puesto'), key('es', 'tercer puesto'))
  assert.equal(key('en', '2nd place'), key('en', 'second place'))
})

test('in German a figure with a stop ends no sentence, and a year with one does', () => {
  const german = languageOf('de')
  assert.ok(german)
  const text = 'Am 3. Mai traf er in der 112. Minute. Das war 2024. Danach kam nichts mehr.'
  assert.deepEqual(
    sentencesOf(text, german).map((sentence) => sentence.text),
    ['Am 3. Mai traf er in der 112. Minute.', 'Das war 2024.', 'Danach kam nichts mehr.'],
  )
})

test('what an apostrophe joins is read as two words', () => {
  const filipino = languageOf('fil')
  const french = languageOf('fr')
  assert.ok(filipino && french)
  const keys = (text: string, language: typeof filipino) =>
    termsOf(text, lexiconOf(language)).map(({ key }) => key)
  assert.deepEqual(keys('siya’y umano’y', filipino), keys('siya ay umano ay', filipino))
  assert.deepEqual(keys("qu'il", french), keys('qu il', french))
})
