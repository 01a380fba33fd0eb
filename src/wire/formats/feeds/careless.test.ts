/** Entries of feeds that are written carelessly; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn as one } from '../../../../test/data/wire-item.ts'

const rss = (description: string, title = 'Lit'): string =>
  `<rss version="2.0"><channel><title>Moor</title><item><title>${title}</title><guid>1</guid><description>${description}</description></item></channel></rss>`

test('an entry that says nothing itself is told by what Media RSS says of its film', () => {
  const entry = (own: string): string =>
    one(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Moor</title><entry><title>Lit</title><id>urn:1</id>${own}<media:group><media:title>Lit</media:title><media:description>The lamp burns.</media:description></media:group></entry></feed>`,
    ).standfirst.bodyText
  assert.equal(entry(''), 'The lamp burns.')
  assert.equal(entry('<summary>Short.</summary>'), 'Short.')
})

test('mark-up that is escaped beside elements is no text', () => {
  const item = one(
    rss(
      '<img src="https://moor.example/a.jpg"/><![CDATA[<p>The lamp burns.</p><p>It is oil.</p>]]>',
    ),
  )
  assert.equal(item.standfirst.bodyText, 'The lamp burns.\n\nIt is oil.')
  assert.equal(item.associations?.length, 1)
  assert.equal(one(rss('<i>One</i> is &lt; two')).standfirst.bodyText, 'One is < two')
})

test('numbers that no character has show nothing, and those of Windows-1252 are its letters', () => {
  const item = one(
    rss('The&#11; lamp&#x1F;&#0;&#55555555;&#xD800; &#147;burns&#x94;&#151;', 'A&#146;s'),
  )
  assert.equal(item.standfirst.bodyText, 'The lamp “burns”—')
  assert.equal(item.headlines?.[0]?.value, 'A’s')
  const literal = one(rss('<![CDATA[A&#11;&#0;B]]>&#11; &#x41;&#x10FFFD;'))
  assert.match(literal.standfirst.bodyText, /^A.*B A\u{10fffd}$/u)
})

test('a licence or a file is not the page of an entry', () => {
  const linked = (...links: [rel: string, href: string][]): WireItem['altIds'] =>
    one(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Moor</title><entry><title>Lit</title><id>urn:1</id><content>Lamp.</content>${links.map(([rel, href]) => `<link rel="${rel}" href="${href}"/>`).join('')}</entry></feed>`,
    ).altIds
  const licence: [string, string] = ['license', 'https://moor.example/terms']
  assert.equal(linked(licence, ['enclosure', 'https://moor.example/a.mp3']), undefined)
  assert.deepEqual(linked(licence, ['self', 'https://moor.example/1']), [
    { role: 'link', value: 'https://moor.example/1' },
  ])
})
