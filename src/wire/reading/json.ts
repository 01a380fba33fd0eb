/**
 * JSON from strangers: values of unknown shape, read by questions that answer undefined where the
 * shape is another. No key that the file chose is ever used to look something up.
 */
import { NotReadable } from '../xml/not-readable.ts'
import { storable } from '../markup/storable-text.ts'

export type Json = string | number | boolean | null | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/** Formats nest to about 12; deeper than this would exhaust the stack of whoever walks it. */
const MAX_JSON_DEPTH = 100

export function parseJson(text: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    const lines = linesOfJson(text)
    if (lines) return lines
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new NotReadable(`The JSON is broken or cut off: ${oneLine(reason)}.`)
  }
  if (mayBeDeep(text)) assertShallow(value, 0)
  return traps.test(text) || !text.isWellFormed() ? storableIn(value) : value
}

/** JSON Lines: each line is a value of its own. One that is none makes the whole no JSON. */
function linesOfJson(text: string): Json[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/s.test(line))) return undefined
  try {
    return lines.map((line) => parseJson(line))
  } catch {
    return undefined
  }
}

/** Escapes that may stand for half a letter or a control character, and what is never stored. */
const traps = /\\[ubf]|__proto__|[\u007f\ufffe\uffff]/

/** V8 quotes the text around the fault; one line of it is enough. */
function oneLine(reason: string): string {
  return storable(reason).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 100)
}

/** Most files have fewer brackets than levels are allowed, which is known sooner than the levels. */
function mayBeDeep(text: string): boolean {
  let brackets = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      brackets += 1
      if (brackets > MAX_JSON_DEPTH) return true
    }
  }
  return false
}

function assertShallow(value: Json, depth: number): void {
  if (!holdsMore(value)) return
  if (depth > MAX_JSON_DEPTH) throw new NotReadable('The JSON is nested too deep to be news.')
  for (const one of Array.isArray(value) ? value : Object.values(value)) {
    if (holdsMore(one)) assertShallow(one, depth + 1)
  }
}

function storableIn(value: Json): Json {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(storableIn)
  if (value === null || typeof value !== 'object') return value
  delete value['__proto__']
  for (const key in value) value[key] = storableIn(value[key] ?? null)
  return value
}

/** Whether it is a list or an object, and no value that ends a branch. */
export function holdsMore(value: Json | undefined): value is Json[] | JsonObject {
  return typeof value === 'object' && value !== null
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined
}

/** A list; a single value is a list of one, null and absent are an empty one. */
export function asList(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

/** Text, also of a number or a yes or no; undefined for anything else and for empty text. */
export function asText(value: Json | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Whether a field says anything; null is how JSON says nothing. */
export function isStated(value: Json | undefined): boolean {
  return value !== undefined && value !== null
}

export function textAt(object: JsonObject | undefined, ...path: string[]): string | undefined {
  let value: Json | undefined = object
  for (const key of path) value = asObject(value)?.[key]
  return asText(value)
}

/** All texts in a value: itself, those of a list, or those that an object has by language or as `value`. */
export function textsIn(value: Json | undefined): string[] {
  const own = asText(value)
  if (own !== undefined) return own.trim() === '' ? [] : [own.trim()]
  const parts = Array.isArray(value) ? value : Object.values(asObject(value) ?? {})
  return parts.flatMap((part) => {
    const texts = asText(part) ?? textAt(asObject(part), 'value')
    return texts === undefined || texts.trim() === '' ? [] : [texts.trim()]
  })
}

/** The same object with lower-case keys; of two that differ in case only the first stays. */
export function lowerKeys(object: JsonObject): JsonObject {
  const copy: JsonObject = {}
  for (const key in object) copy[key.toLowerCase()] ??= object[key] ?? null
  return copy
}
