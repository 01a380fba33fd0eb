import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { largestFile, readWire } from './read-wire.ts'
import { folders, isThere } from '../../../test/data/wire-samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const refusalOf = (text: string): string => {
  const { items, refused } = readWire(bytes(text))
  assert.equal(items.length, 0)
  assert.equal(refused.length, 1)
  return refused[0]?.reason ?? ''
}

test('the model page is the same item in its three formats', (t) => {
  if (!isThere(t, folders.model)) return
  const names = ['newsml-1.xml', 'newsml-g2.xml', 'ninjs-2.json']
  const items = names.map((name) => {
    const file = readFileSync(join(folders.model, `afp-hangzhou.${name}`))
    return readWire(file).items[0] as WireItem
  })
  const shared = items.map((item) => ({
    headlines: item.headlines,
    versionCreated: item.versionCreated,
    firstCreated: item.firstCreated,
    urgency: item.urgency,
    pubStatus: item.pubStatus,
    language: item.language,
    slugline: item.slugline,
    located: item.located,
    infoSources: item.infoSources,
    subjects: item.subjects.map(({ uri, name }) => ({ uri, name })),
    bodies: item.bodies,
    bodyText: item.standfirst.bodyText,
    held: item.standfirst.held,
  }))
  assert.deepEqual(shared[0], shared[1])
  assert.deepEqual(shared[1], shared[2])
  assert.equal(items[0]?.standfirst.body.length, 17)
  assert.deepEqual(items[0]?.standfirst.notices, [
    { kind: 'removed', what: 'sign-off initials', text: 'burs/abc/xyz' },
  ])
})

test('what is no wire item is refused with one sentence', () => {
  assert.match(refusalOf(''), /^The file is empty/)
  assert.match(refusalOf(' \r\n '), /^The file is empty/)
  assert.match(refusalOf('hello'), /none of the formats/)
  assert.match(refusalOf('{"title": "a page"}'), /none of the news formats/)
  assert.match(refusalOf('[1]'), /not an object/)
  assert.match(refusalOf('[]'), /empty list/)
  assert.match(refusalOf('<contentMeta><urgency>3</urgency></contentMeta>'), /fragment/)
  assert.match(refusalOf('<newsItem><itemMeta/></newsItem>'), /has no guid/)
  assert.match(refusalOf('<newsItem guid="urn:x:1"></newsItem>'), /incomplete/)
  assert.match(refusalOf('<newsItem guid="urn:x:1"><itemMeta>'), /broken or cut off/)
  assert.match(refusalOf('{"uri": "urn:x:1", "headline": '), /broken or cut off/)
})

test('rule 2: a picture named .xml is refused as a picture', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
  const { refused } = readWire(png, { fileName: 'story.xml' })
  assert.match(refused[0]?.reason ?? '', /PNG picture/)
})

test('a file above the limit is refused unread', () => {
  const { refused } = readWire(new Uint8Array(largestFile + 1).fill(0x3c))
  assert.match(refused[0]?.reason ?? '', /larger than 5 MB/)
})

test('rule 4: one bad item does not sink the others of its message', () => {
  const good = (id: number): string =>
    `<newsItem guid="urn:x:${id}"><itemMeta/><contentMeta><headline>Ferry ${id} late</headline></contentMeta></newsItem>`
  const { items, refused } = readWire(
    bytes(`<newsMessage><itemSet>${good(1)}<newsItem/>${good(3)}</itemSet></newsMessage>`),
  )
  assert.deepEqual(
    items.map(({ uri }) => uri),
    ['urn:x:1', 'urn:x:3'],
  )
  assert.equal(refused[0]?.item, 2)
})
