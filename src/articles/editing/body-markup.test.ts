import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Body } from '../body/body.ts'
import { bodyFrom, markupOf } from './body-markup.ts'

const whole: Body = [
  { kind: 'paragraph', spans: [{ text: 'Plain, with 2 * 3 = 6, a [note] and a \\ sign.' }] },
  { kind: 'paragraph', spans: [{ text: '- The talks ended, he said.' }] },
  { kind: 'heading', level: 3, spans: [{ text: 'What next' }] },
  {
    kind: 'paragraph',
    spans: [
      { text: 'A ' },
      { text: 'bold', marks: ['strong'] },
      { text: ' word, a ' },
      { text: 'link', href: 'https://example.org/a' },
      { text: ' and H' },
      { text: '2', marks: ['subscript'] },
      { text: 'O.' },
    ],
  },
  { kind: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'two' }]] },
  { kind: 'list', ordered: true, items: [[{ text: 'first' }], [{ text: 'second' }]] },
  { kind: 'quote', paragraphs: [[{ text: 'Said one.' }], [{ text: 'Said two.' }]] },
  { kind: 'table', rows: [{ header: false, cells: [[{ text: 'a' }], [{ text: 'b' }]] }] },
  { kind: 'preformatted', text: 'Home 1\nAway 2' },
]

test('a body that nobody touched comes back as it was, tables and marks included', () => {
  assert.deepEqual(bodyFrom(markupOf(whole), whole), whole)
})

test('an edit of one paragraph leaves every other block as it was', () => {
  const edited = bodyFrom(markupOf(whole).replace('What next', 'What now'), whole)
  assert.deepEqual(edited[2], { kind: 'heading', level: 3, spans: [{ text: 'What now' }] })
  assert.deepEqual(edited.toSpliced(2, 1), whole.toSpliced(2, 1))
})

test('what is typed afresh becomes the blocks that it says', () => {
  const typable = whole.slice(0, 7).map((block) => block)
  const fresh = bodyFrom(markupOf(typable))
  assert.deepEqual(fresh.toSpliced(3, 1), typable.toSpliced(3, 1))
  assert.deepEqual(bodyFrom('A **bold** word and a [link](https://example.org/a)'), [
    {
      kind: 'paragraph',
      spans: [
        { text: 'A ' },
        { text: 'bold', marks: ['strong'] },
        { text: ' word and a ' },
        { text: 'link', href: 'https://example.org/a' },
      ],
    },
  ])
})

test('an address that is no web address stays text', () => {
  const [block] = bodyFrom('[click](javascript:alert(1))')
  assert.ok(block?.kind === 'paragraph')
  assert.ok(block.spans.every(({ href }) => href === undefined))
})

test('items that follow each other in paragraphs of their own make one list', () => {
  assert.deepEqual(
    bodyFrom('- a\n\n- b\n\nend').map(({ kind }) => kind),
    ['list', 'paragraph'],
  )
})
