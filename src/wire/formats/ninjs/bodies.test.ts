/** Which of several bodies of ninjs is the story; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

const story = {
  uri: 'urn:x:1',
  version: '1',
  pubStatus: 'usable',
  versionCreated: '2030-05-01T06:00:00Z',
  language: 'en-GB',
  headlines: [{ role: 'main', value: 'Lamp stays lit' }],
}

function read(more: object): WireItem {
  return itemIn({ ...story, ...more })
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

test('Markdown is read as plain text, which a notice says, and only where there is nothing better', () => {
  const body = (contentType: string, value: string) => ({ role: 'main', contentType, value })
  const marked = body('text/markdown', '# Lamp\n\nThe **lamp** is lit, and a_b is a name.')
  const item = read({ bodies: [marked] })
  assert.equal(item.standfirst.bodyText, '# Lamp\n\nThe **lamp** is lit, and a_b is a name.')
  assert.ok(item.standfirst.notices.some(({ what }) => what.startsWith('Markdown')))
  const beside = read({ bodies: [marked, body('text/plain', 'The lamp is lit.')] })
  assert.equal(beside.standfirst.bodyText, 'The lamp is lit.')
  assert.deepEqual(beside.standfirst.notices, [])
})
