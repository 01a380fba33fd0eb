/**
 * JSON from strangers: values of unknown shape, read by questions that answer undefined where the
 * shape is another. Objects are copied without a prototype, so that no key can reach one.
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
    const reason = error instanceof Error ? error.message : 'unknown'
    throw new NotReadable(`The JSON is broken or cut off: ${oneLine(reason)}.`)
  }
  return safe(value, 0)
}

/** V8 quotes the text around the fault; one line of it is enough. */
function oneLine(reason: string): string {
  return storable(reason).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 100)
}

function safe(value: Json, depth: number): Json {
  if (depth > MAX_JSON_DEPTH) throw new NotReadable('The JSON is nested too deep to be news.')
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map((one) => safe(one, depth + 1))
  if (value === null || typeof value !== 'object') return value
  const copy = Object.create(null) as JsonObject
  for (const [key, inner] of Object.entries(value)) {
    if (key !== '__proto__') copy[key] = safe(inner, depth + 1)
  }
  return copy
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

export function textAt(object: JsonObject | undefined, ...path: string[]): string | undefined {
  const parent = path
    .slice(0, -1)
    .reduce<JsonObject | undefined>((inner, key) => asObject(inner?.[key]), object)
  return asText(parent?.[path.at(-1) ?? ''])
}

/** The same object with lower-case keys; of two that differ in case only the first stays. */
export function lowerKeys(object: JsonObject): JsonObject {
  const copy = Object.create(null) as JsonObject
  for (const [key, value] of Object.entries(object)) copy[key.toLowerCase()] ??= value
  return copy
}
