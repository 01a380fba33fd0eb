import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTokenized, untokenized } from './untokenized.ts'

test('marks and endings come back to their words', () => {
  const texts: [string, string][] = [
    ["the bridge , he said , did n't fall .", "the bridge, he said, didn't fall."],
    ['holm -lrb- 61 -rrb- paid $ 1,200 .', 'holm (61) paid $ 1,200.'],
    ["`` it is the keeper 's lamp , '' she said .", '"it is the keeper\'s lamp," she said.'],
  ]
  for (const [given, plain] of texts) {
    assert.ok(isTokenized([given]), given)
    assert.equal(untokenized(given).text, plain)
  }
})

test('text as people write it has no sign of a tokenizer', () => {
  const texts = [
    'The bridge, he said, didn’t fall (1.5 m).',
    'Rock ’n’ roll: "no," she said. J. K. Holm left.',
    'Qui a dit « non » ? Personne !',
    'He wrote .env and ./start ...',
    'The lamp is lit, he said. Scroll down for the picture .',
  ]
  for (const text of texts) assert.equal(isTokenized([text]), false, text)
})

test('every position leads back to the same character', () => {
  const given = "holm -lrb- 61 -rrb- did n't pay . she paid ''"
  const { text, placeOf } = untokenized(given)
  for (const word of ['holm', '61', "n't", 'pay', 'she', 'paid']) {
    const at = placeOf(text.indexOf(word))
    assert.equal(given.slice(at, at + word.length), word)
  }
})
