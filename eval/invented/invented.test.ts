import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alterations, quotationIn } from './altered-quotations.ts'
import { changes } from './invented-changes.ts'
import { contextsOf } from './invented-contexts.ts'
import { joints } from './invented-joints.ts'
import { materialOf } from '../training/material.ts'
import { seeded } from '../random.ts'

const article = materialOf(
  'The mayor of Harrowdale, Ines Kolb, bought the theatre for 3 million euros. Its rival Paul Adler painted 7 signs in May. ' +
    'The roof of the theatre may fall in before winter. She was not hurt by the beam in the hall.',
)
const elsewhere = materialOf(
  'The captain of Quarry Rovers, Tom Nash, kicked 9 goals against Mill Town. The keeper watched with sorrow from the bench.',
)

test('every change leaves a sentence that is another one', () => {
  const sentence =
    'The theatre was bought for 3 million euros by Ines Kolb, and Paul Adler may have painted it in the hall.'
  for (const [name, change] of Object.entries({ ...changes, ...joints }))
    for (let seed = 1; seed <= 5; seed++) {
      const changed = change(sentence, article, elsewhere, seeded(seed))
      assert.ok(changed !== '' && changed !== sentence, `${name}: ${changed}`)
    }
})

test('the same seed makes the same errors', () => {
  const draw = () => Array.from({ length: 3 }, seeded(4))
  assert.deepEqual(draw(), draw())
})

test('a quotation is altered in most of the ways there are', () => {
  const text = '“She was not hurt by the 2 beams in the hall, and it was late,” Paul Adler said.'
  const quotation = quotationIn(text)
  assert.ok(quotation)
  const names = ['Ines Kolb']
  const plain = 'The roof of the theatre may fall in before the winter comes.'
  const sentence = { text, ...quotation, names, strangers: ['winter'], plain }
  const altered = Object.values(alterations).flatMap((alter) => alter(sentence) ?? [])
  assert.ok(altered.length >= 20)
  assert.ok(altered.every((version) => version !== text))
})

test('a sentence with a pronoun is right behind its own and wrong behind that of another', () => {
  const paragraphs = [
    'The mayor Ines Kolb opened the new tram line on a rainy Friday.',
    'She rode in the first carriage with forty children from the school.',
    'A baker from Quarry Street sold buns at every stop of the line.',
    'The driver Nell Corrigan had learned her trade on the old ferry.',
    'Rain fell on Harrowdale all day and the brass band stayed home.',
  ]
  const row = { id: 'tram', source: 'own', article: paragraphs.join('\n'), reference: '' }
  const rows = Array.from({ length: 20 }, (_, seed) =>
    contextsOf(row, materialOf(row.article), seeded(seed + 1)),
  ).flat()
  const behind = (faithful: boolean) =>
    rows
      .filter((one) => one.faithful === faithful && one.summary.includes('\nShe rode'))
      .map(({ summary }) => summary.split('\n')[0])
  assert.deepEqual([...new Set(behind(true))], [paragraphs[0]])
  assert.ok(behind(false).length > 0)
  assert.ok(behind(false).every((first) => first !== paragraphs[0]))
  assert.ok(rows.some(({ faithful, summary }) => faithful && !summary.includes('She rode')))
})
