import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gate } from '../../gate/gate.ts'
import type { Reading, WireItem } from '../item.ts'
import { factsOf } from '../item-to-article.ts'
import { parseJson } from './json.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { readWire } from './read-wire.ts'
import { seeded } from '../../../test/damage/damaging.ts'
import { attacks, filesBelow, folders, isThere } from '../../../test/data/wire-samples.ts'

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

test('rule 3: XML that names entities or other files is refused, and harmless XML never is fetched', (t) => {
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

const CUT_STEP = 97
/** Spread over the files; with FLIPS_PER_FILE set, each file has so many (some minutes). */
const SEEDS = 1000

test('rule 4: a sample cut at every 97th byte is read or refused, and never throws', (t) => {
  if (!isThere(t, folders.wire)) return
  for (const [name, bytes] of samples()) {
    for (let end = 0; end < bytes.length; end += CUT_STEP)
      holds(readSafely(bytes.subarray(0, end), name), name)
  }
})

test(`rule 4: samples with 1 % of their bytes changed are read or refused, ${SEEDS} seeds`, (t) => {
  if (!isThere(t, folders.wire)) return
  const files = samples()
  const each = process.env['FLIPS_PER_FILE'] === undefined ? undefined : SEEDS
  for (let seed = 0; seed < (each === undefined ? SEEDS : SEEDS * files.length); seed += 1) {
    const [name, bytes] = files[seed % files.length] as (typeof files)[number]
    const random = seeded(seed)
    const damaged = Uint8Array.from(bytes, (byte) => (random() < 0.01 ? random() * 256 : byte))
    holds(readSafely(damaged, `${name}, seed ${seed}`), name)
  }
})

test('rule 13: a sample with a date that is none never opens what it embargoed', (t) => {
  if (!isThere(t, folders.wire)) return
  for (const [name, bytes] of samples()) {
    const text = new TextDecoder('latin1').decode(bytes)
    const dates = /\d{4}-?\d\d-?\d\dT\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g
    for (const { index, 0: date } of text.matchAll(dates)) {
      for (const wrong of ['', 'TBC', date.replace(/^\d{4}-?\d\d/, '2024-13'), `${date}x`]) {
        const changed = text.slice(0, index) + wrong + text.slice(index + date.length)
        holds(readSafely(Buffer.from(changed, 'latin1'), `${name}: ${date}`), name)
      }
    }
  }
})

function samples(): [name: string, bytes: Uint8Array][] {
  const names = filesBelow(folders.wire).filter((name) => !/README|gitattributes/.test(name))
  return names.map((name) => [name, readFileSync(join(folders.wire, name))])
}

/** For each sample, the items that an embargo closes; before the year 2000 each of them is ahead. */
const openBefore = new Map<string, Set<string>>()
const longAgo = new Date('2000-01-01T00:00:00Z')

/** Damage may close an item and never opens one that the whole file keeps closed by an embargo. */
function holds({ items }: Reading, name: string): void {
  const key = ({ uri }: WireItem) => uri
  const open = (all: WireItem[]) => all.filter((item) => gate(factsOf(item), longAgo).open)
  let closed = openBefore.get(name)
  if (!closed) {
    const whole = readWire(readFileSync(join(folders.wire, name))).items
    closed = new Set(whole.filter((item) => item.embargoed).map(key))
    openBefore.set(name, closed)
  }
  for (const item of open(items)) assert.ok(!closed.has(key(item)), `${name} opens ${item.uri}`)
}
