import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotReadable } from '../xml/not-readable.ts'
import { lowerKeys, parseJson, textAt } from './json.ts'

test('texts in JSON come storable, however a control character or half a letter was written', () => {
  const json = parseJson('{"a": ["x\\u0000y\\b", "\\ud800z", "\u007fq", "\\u00e9"], "b\\f": 1}')
  assert.deepEqual(json, { a: ['xy', '\ufffdz', 'q', 'é'], 'b\f': 1 })
})

test('a key that means a prototype is left out, and no key of a file reaches one', () => {
  const json = parseJson('{"__proto__": {"uri": "x"}, "a": {"__pro\\u0074o__": {"uri": "y"}}}')
  assert.deepEqual(Object.keys(json as object), ['a'])
  assert.equal(textAt(json as { a: { uri: string } }, 'a', 'uri'), undefined)
  const lower = lowerKeys({ CONSTRUCTOR: 'a', Uri: 'b' })
  assert.equal(textAt(lower, 'uri'), 'b')
})

test('JSON may be as deep as formats are and a good deal deeper, but not without end', () => {
  const nested = (depth: number): string => `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`
  assert.ok(parseJson(nested(50)))
  assert.throws(() => parseJson(nested(51)), NotReadable)
  assert.throws(() => parseJson(`[${'[],'.repeat(200)}${nested(60)}]`), NotReadable)
})
