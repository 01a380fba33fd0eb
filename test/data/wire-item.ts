import assert from 'node:assert/strict'
import type { Reading, WireItem } from '../../src/wire/item.ts'
import { type ReadOptions, readWire } from '../../src/wire/reading/read-wire.ts'

/** What is read in a wire file: bytes as they are, text as UTF-8, anything else as JSON. */
export function readingOf(file: unknown, options?: ReadOptions): Reading {
  if (file instanceof Uint8Array) return readWire(file, options)
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  return readWire(new TextEncoder().encode(text), options)
}

/** The items of a file of which nothing is refused. */
export function itemsIn(file: unknown, options?: ReadOptions): WireItem[] {
  const { items, refused } = readingOf(file, options)
  assert.deepEqual(refused, [])
  return items
}

/** The first of them. */
export function itemIn(file: unknown, options?: ReadOptions): WireItem {
  const [item] = itemsIn(file, options)
  assert.ok(item, 'there is an item')
  return item
}
