/** Which of several bodies of ninjs is the story; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { readWire } from '../../reading/read-wire.ts'

const story = {
  uri: 'urn:x:1',
  version: '1',
  pubStatus: 'usable',
  versionCreated: '2030-05-01T06:00:00Z',
  language: 'en-GB',
  headlines: [{ role: 'main', value: 'Lamp stays lit' }],
}

function read(more: object): WireItem {
  const { items, refused } = readWire(
    new TextEncoder().encode(JSON.stringify({ ...story, ...more })),
  )
  assert.deepEqual(refused, [])
  return items[0] as WireItem
}

const html = (role: string, value: string, more: object = {}) => ({
  role,
  contentType: 'text/html',
  value: `<p>${value}</p>`,
  ...more,
})
const textOf = (...bodies: object[]): string => read({ bodies }).standfirst.bodyText
const long = 'A box that has more words than the story, and more again, and more.'

test('a box, a footer or a longer text beside the story does not take its place', () => {
  assert.equal(textOf(html('main', 'It burns.'), html('infobox', long)), `It burns.\n\n${long}`)
  assert.equal(textOf(html('liveticker', long), html('main', 'It burns.')), 'It burns.')
  const footer = { body_html: '<p>It burns.</p>', body_footer: `<p>${long}</p>` }
  assert.equal(read(footer).standfirst.bodyText, `It burns.\n\n${long}`)
})

test('a teaser is no story beside one, and is one where there is nothing else', () => {
  const plain = { role: 'full', contentType: 'text/plain', value: 'It burns.\n\nOn.' }
  assert.equal(textOf(html('summary', long), plain), 'It burns.\n\nOn.')
  assert.equal(textOf(html('teaser', 'It burns.')), 'It burns.')
  assert.equal(textOf(plain, html('web', 'It burns. On.')), 'It burns. On.')
})

test('of texts in several languages the item’s own is read', () => {
  const bodies = [
    html('main', `${long} Lampe`, { language: 'fr' }),
    html('main', 'It burns.', { language: 'en' }),
  ]
  const headlines = [
    { role: 'main', value: 'Lampe', language: 'fr' },
    { role: 'main', value: 'Lamp', language: 'en' },
  ]
  const item = read({ bodies, headlines })
  assert.equal(item.standfirst.bodyText, 'It burns.')
  assert.deepEqual(
    item.headlines.map(({ value }) => value),
    ['Lamp'],
  )
  assert.match(read({ bodies, language: 'de' }).standfirst.bodyText, /Lampe$/)
})

const markdown = (value: string): object[] => [
  { role: 'main', contentType: 'text/markdown', value },
]

test('Markdown is read for what its marks mean', () => {
  const text = [
    '# Lamp',
    'The **lamp** is *lit* at [the point](https://moor.example/p "Point"), by <https://k.example/>.\\\nAnd a_b_c \\*stays\\*.',
    '- One\n- Two\n  goes on',
    '> Keepers\n> said so.',
    '1. First\n2. Second',
    '---',
    '```\na < **b**\n```',
    'End <script>alert(1)</script>',
  ].join('\n\n')
  const item = read({ bodies: markdown(text) })
  assert.equal(
    item.bodies[0]?.value,
    [
      '<h2>Lamp</h2>',
      '<p>The <strong>lamp</strong> is <em>lit</em> at <a href="https://moor.example/p">the point</a>, by <a href="https://k.example/">https://k.example/</a>.<br>And a_b_c *stays*.</p>',
      '<ul><li>One</li><li>Two goes on</li></ul>',
      '<blockquote><p>Keepers said so.</p></blockquote>',
      '<ol><li>First</li><li>Second</li></ol>',
      '<pre>a &lt; **b**</pre>',
      '<p>End</p>',
    ].join(''),
  )
})

test('Markdown of a stranger is read whole, however deep or unclosed, and opens nothing', () => {
  const marks = [
    '*',
    '[',
    'x` ',
    '![](',
    '_',
    '**a ',
    '> ',
    '# a\n',
    '```a\n',
    '~~~\n',
    '\\',
    '[a](b',
    '- ',
  ]
  for (const mark of marks) {
    const item = read({ bodies: markdown(`${mark.repeat(20_000)} end`) })
    assert.match(item.standfirst.bodyText, /end$/, mark)
  }
  const link = read({ bodies: markdown('[x](javascript:alert) and <b onclick="x">b</b>') })
  assert.doesNotMatch(link.bodies[0]?.value ?? '', /javascript|onclick/)
})
