/** Feeds that give one identifier to several stories; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemsIn as read } from '../../../../test/data/wire-item.ts'

interface Entry {
  guid: string
  link?: string
  title?: string
  text?: string
}

const rss = (...entries: Entry[]): WireItem[] =>
  read(
    `<rss version="2.0"><channel><title>Moor</title><link>http://moor.example/</link>${entries
      .map(
        ({ guid, link, title, text = 'Lamp.' }) =>
          `<item><guid isPermaLink="false">${guid}</guid>${link ? `<link>${link}</link>` : ''}${title ? `<title>${title}</title>` : ''}<description>${text}</description></item>`,
      )
      .join('')}</channel></rss>`,
  )

const names = (items: WireItem[]): string[] => items.map(({ uri }) => uri)
const [lamp, ferry] = ['http://moor.example/lamp', 'http://moor.example/ferry']

test('entries of one feed with one guid, other links and other titles are as many stories', () => {
  const items = rss(
    { guid: 'moor-1', link: lamp, title: 'Lamp lit' },
    { guid: 'moor-1', link: ferry, title: 'Ferry late' },
    { guid: 'moor-2', link: 'http://moor.example/fog', title: 'Fog' },
  )
  assert.deepEqual(names(items), [lamp, ferry, 'moor-2'])
  const told = items[0]?.standfirst.notices.find(({ what }) => what.includes('known by its link'))
  assert.deepEqual([told?.kind, told?.text], ['assumed', 'moor-1'])
  assert.ok(!items[2]?.standfirst.notices.some(({ what }) => what.includes('guid')))
})

test('entries of one feed with one guid and one link, or one title, are versions of one story', () => {
  const sameLink = rss(
    { guid: '7', link: lamp, title: 'Lamp lit' },
    { guid: '7', link: lamp, title: 'Lamp lit again' },
  )
  assert.deepEqual(names(sameLink), ['7', '7'])
  const sameTitle = rss(
    { guid: '7', link: lamp, title: 'Lamp lit' },
    { guid: '7', link: `${lamp}?from=feed`, title: 'Lamp lit' },
  )
  assert.deepEqual(names(sameTitle), ['7', '7'])
  assert.deepEqual(names(rss({ guid: '7', text: 'One.' }, { guid: '7', text: 'Two.' })), ['7', '7'])
})

test('of several entries under one guid those with one link stay one story', () => {
  const items = rss(
    { guid: '7', link: lamp, title: 'Lamp lit' },
    { guid: '7', link: ferry, title: 'Ferry late' },
    { guid: '7', link: lamp, title: 'Lamp lit again' },
  )
  assert.deepEqual(names(items), [lamp, ferry, lamp])
})

test('the page of the feed and what programs write for nothing name no story, alone or not', () => {
  const alone = (guid: string): string[] => names(rss({ guid, link: lamp, title: 'Lamp lit' }))
  for (const guid of ['0', 'null', 'https://www.moor.example'])
    assert.deepEqual(alone(guid), [lamp], guid)
  const [one, two] = names(
    rss(
      { guid: 'http://moor.example/', link: 'http://moor.example/', title: 'Lamp lit' },
      { guid: 'http://moor.example/', link: 'http://moor.example/', title: 'Ferry late' },
    ),
  )
  assert.match(one ?? '', /^urn:feed:/)
  assert.notEqual(one, two)
})

test('Atom and JSON Feed are told apart alike, and a deleted entry takes down all under its id', () => {
  const entry = (link: string, title: string): string =>
    `<entry><id>urn:moor</id><title>${title}</title><link href="${link}"/><content>Lamp.</content></entry>`
  const atom = (more = ''): WireItem[] =>
    read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Moor</title>${entry(lamp, 'Lamp')}${entry(ferry, 'Ferry')}${more}</feed>`,
    )
  assert.deepEqual(names(atom()), [lamp, ferry])
  const deleted = atom('<at:deleted-entry ref="urn:moor" when="2030-05-01T06:00:00Z"/>')
  assert.deepEqual(names(deleted), ['urn:moor', 'urn:moor', 'urn:moor'])
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Moor',
    items: [
      { id: 'a', url: lamp, title: 'Lamp', content_text: 'Lit.' },
      { id: 'a', url: ferry, title: 'Ferry', content_text: 'Late.' },
    ],
  }
  assert.deepEqual(names(read(JSON.stringify(json))), [lamp, ferry])
})
