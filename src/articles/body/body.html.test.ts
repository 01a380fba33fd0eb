import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyMarkup } from './body.html.ts'
import { paragraphsOf, type Body, type Span } from './body.ts'

const span = (text: string): Span[] => [{ text }]

const body: Body = [
  { kind: 'paragraph', spans: span('') },
  { kind: 'paragraph', spans: span('One <script>alert(1)</script>') },
  { kind: 'heading', level: 4, spans: span('Two') },
  { kind: 'list', ordered: false, items: [span('Three'), span(''), span('Four')] },
  { kind: 'quote', paragraphs: [span('Five'), span('Six')] },
  {
    kind: 'table',
    rows: [
      { header: true, cells: [span('Seven'), span('a')] },
      { header: false, cells: [span('')] },
      { header: false, cells: [span('Eight'), span('b')] },
    ],
  },
  { kind: 'preformatted', text: '\n\n' },
  { kind: 'preformatted', text: 'Nine\n  and its second line' },
  { kind: 'paragraph', spans: span('Ten\nof two lines') },
]

test('the anchor of each paragraph is its number among the paragraphs of the body', () => {
  const markup = bodyMarkup(body).toString()
  const drawn = [...markup.matchAll(/id="p(\d+)"[^>]*>(.*?)<\/(?:p|h\d|li|tr|pre)>/gs)]
  const plain = paragraphsOf(body)
  assert.deepEqual(
    drawn.map(([, number]) => Number(number)),
    plain.map((_, index) => index + 1),
  )
  drawn.forEach(([, , inside], index) => {
    const words = inside
      ?.replace(/<[^>]+>/g, ' ')
      .trim()
      .split(/\s+/)[0]
    assert.equal(words, plain[index]?.trim().split(/\s+/)[0])
  })
})

test('what arrives as text stays text', () => {
  const markup = bodyMarkup(body).toString()
  assert.ok(!markup.includes('<script'))
  assert.ok(markup.includes('&lt;script&gt;'))
})

test('a heading never skips a level', () => {
  assert.match(bodyMarkup(body).toString(), /<h2 id="p2">Two<\/h2>/)
})

test('an address that is not for following is drawn as its text alone', () => {
  const spans = [
    { text: 'bad', href: 'javascript:alert(1)' },
    { text: 'good', href: 'https://example.org/?a=1&b=2' },
  ]
  const markup = bodyMarkup([{ kind: 'paragraph', spans }]).toString()
  assert.ok(!markup.includes('javascript:'))
  assert.ok(markup.includes('<a href="https://example.org/?a=1&amp;b=2" rel="noopener">good</a>'))
})

test('the dateline runs in at the first paragraph, once, as the agency writes it', () => {
  const two: Body = [
    { kind: 'paragraph', spans: span('First.') },
    { kind: 'paragraph', spans: span('Second.') },
  ]
  const markup = bodyMarkup(two, 'VARNHOLM, Estra –').toString()
  assert.match(markup, /<p id="p1"><span class="dateline">VARNHOLM, Estra –<\/span> First\.<\/p>/)
  assert.match(markup, /<p id="p2">Second\.<\/p>/)
  assert.match(bodyMarkup(two, 'OSTERBY (NNA)').toString(), />OSTERBY \(NNA\) –<\/span> First/)
})

test('marks nest and line breaks are drawn', () => {
  const spans: Span[] = [{ text: 'a\nb', marks: ['emphasis', 'strong'] }]
  const markup = bodyMarkup([{ kind: 'paragraph', spans }]).toString()
  assert.ok(markup.includes('<strong><em>a<br>b</em></strong>'))
})
