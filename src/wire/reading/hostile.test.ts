import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Reading } from '../item.ts'
import { parseJson } from './json.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { readWire } from './read-wire.ts'
import { attacks, filesBelow, folders, isThere } from '../../../test/wire-samples.ts'

/** Reads, and fails where that throws, takes a second or gives an item without its parts. */
function readSafely(bytes: Uint8Array, name: string): Reading {
  const start = performance.now()
  const reading = readWire(bytes)
  assert.ok(performance.now() - start < 1000, `${name} took a second`)
  for (const { reason } of reading.refused) {
    assert.doesNotMatch(reason, /fault of this program/, name)
    assert.doesNotMatch(reason, /\n/, name)
  }
  for (const item of reading.items) {
    const html = item.bodies[0]?.value ?? ''
    assert.doesNotMatch(
      html,
      /<(?!\/?(?:p|h[234]|ul|ol|li|blockquote|table|tr|td|th|pre|a|strong|em|sub|sup|br)\b)/,
    )
    assert.doesNotMatch(html, /<[^>]*\son\w+\s*=|href="(?!https?:|mailto:|tel:)/i, name)
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  return reading
}

test('XML that names entities or other files is refused, and harmless XML never is fetched', (t) => {
  if (!isThere(t, folders.hostile)) return
  const files = ['xml/own.jsonl', 'xml/patt.jsonl']
  for (const { name, expect, bytes } of files.flatMap(attacks)) {
    const { items, refused } = readSafely(bytes, name)
    const printed = JSON.stringify(items)
    assert.ok(printed.length < 100_000, `${name} blew up`)
    assert.doesNotMatch(printed, /root:x:0/, name)
    if (expect === 'reject') assert.equal(items.length, 0, `${name} should be refused`)
    const isWire = /^(?:rss|atom|nitf|newsml-g2)-/.test(name)
    const needsBody = refused.every(({ reason }) => /doc-id|link|no /.test(reason))
    if (expect === 'safe' && isWire)
      assert.ok(items.length > 0 || needsBody, `${name}: ${refused[0]?.reason}`)
  }
})

test('JSON is taken and refused as its test suite says, and no key reaches a prototype', (t) => {
  if (!isThere(t, folders.hostile)) return
  for (const { name, expect, bytes } of ['json/own.jsonl', 'json/jsontestsuite.jsonl'].flatMap(
    attacks,
  )) {
    readSafely(bytes, name)
    const text = new TextDecoder('utf-8').decode(bytes)
    const parsed = ((): boolean => {
      try {
        parseJson(text)
        return true
      } catch (error) {
        assert.ok(error instanceof NotReadable, name)
        return false
      }
    })()
    if (expect?.startsWith('accept')) assert.ok(parsed, `${name} should be taken`)
    if (expect === 'reject')
      assert.ok(!parsed || text.includes('\ufffd'), `${name} should be refused`)
  }
})

test('feeds of every kind are read or refused within a second each', (t) => {
  if (!isThere(t, folders.hostile)) return
  const all = ['feedparser', 'feedvalidator', 'gofeed'].flatMap((name) =>
    attacks(`feeds/${name}.jsonl`),
  )
  const understood = all.filter(({ name, bytes }) => readSafely(bytes, name).items.length > 0)
  t.diagnostic(`${understood.length} of ${all.length} feeds gave items`)
})

test('HTML that tries to run is text in the body', (t) => {
  if (!isThere(t, folders.hostile)) return
  for (const file of ['dompurify', 'h5sc', 'loofah', 'owasp-xss', 'patt']) {
    for (const { name, bytes } of attacks(`xss/${file}.jsonl`)) {
      const value = new TextDecoder().decode(bytes)
      const item = { uri: 'urn:x:1', headline: value, body_html: value }
      readSafely(new TextEncoder().encode(JSON.stringify(item)), name)
    }
  }
})

test('a sample cut anywhere or with flipped bytes is read or refused, and never throws', (t) => {
  if (!isThere(t, folders.wire)) return
  const files = filesBelow(folders.wire).filter((name) => !/README|gitattributes/.test(name))
  const random = seeded(7)
  for (const name of files) {
    const bytes = readFileSync(join(folders.wire, name))
    for (let end = 0; end < bytes.length; end += CUT_STEP) readSafely(bytes.subarray(0, end), name)
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const damaged = Uint8Array.from(bytes, (byte) => (random() < 0.01 ? random() * 256 : byte))
      readSafely(damaged, name)
    }
  }
})

const CUT_STEP = 97
const FLIPS = 200

/** A small generator (mulberry32), so that a failure comes back with the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
