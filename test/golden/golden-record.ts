/**
 * What every item of the wire samples must be, field by field, without a word of them: the samples are
 * no part of the repository. Facts that are no prose stand as they are, everything else as the first
 * digits of its hash, a list as one entry for each element, a body as one for each block.
 */
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../../src/articles/body/body.ts'
import type { Reading, WireItem } from '../../src/wire/item.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { folders } from '../data/wire-samples.ts'

/** By its name: the entries of one field, each with the words that it stands for. */
export type Fields = Map<string, { entry: string; words: string }[]>

/** Of a hash: one change in a million is overlooked. */
const DIGITS = 5

/** Keys whose values are codes, dates and numbers and may stand here as they are. */
const facts = new Set(
  'type pubStatus version versionCreated firstCreated contentCreated embargoed expires urgency language digitalSourceType format barred'.split(
    ' ',
  ),
)

export function readSample(file: string): Reading | undefined {
  const path = join(folders.wire, file)
  return existsSync(path) ? readWire(readFileSync(path), { fileName: file }) : undefined
}

/** What one file is understood as: its items in order, then what was refused of it. */
export function recordsOf({ items, refused }: Reading): Fields[] {
  return [
    ...items.map(fieldsOf),
    ...refused.map(({ reason }) => new Map([given('refused', reason)])),
  ]
}

function fieldsOf(item: WireItem): Fields {
  const { standfirst, ...own } = item
  const { body, bodyText, ...ours } = standfirst
  const blocks = body.map((block) => ({ role: block.kind, value: block }))
  const entries = Object.entries({ ...own, ...ours, bodyText, body: blocks })
  const worth = entries.filter(([, value]) => value !== undefined && !isEmptyList(value))
  return new Map(worth.map(([name, value]) => given(name, value)))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function given(name: string, value: unknown): [string, { entry: string; words: string }[]] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return [name, values.map((one) => ({ entry: entryOf(name, one), words: wordsOf(one) }))]
}

function entryOf(name: string, value: unknown): string {
  if (facts.has(name)) return String(value).replace(/[\s,]/g, '_')
  const { role, kind, rel } = (typeof value === 'object' ? value : {}) as Record<string, unknown>
  const named = [role, kind, rel].find((one) => typeof one === 'string' && /^\w{1,20}$/.test(one))
  const digest = hash('sha256', wordsOf(value), 'hex').slice(0, DIGITS)
  return named === undefined ? digest : `${String(named)}:${digest}`
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The golden file: a line with the name of a sample, and below it one for each item. */
export function writeGolden(records: Map<string, Fields[]>): string {
  const lines = [...records].flatMap(([file, items]) => [file, ...items.map(lineOf)])
  return `${lines.join('\n')}\n`
}

function lineOf(fields: Fields): string {
  const entries = [...fields].map(
    ([name, of]) => `${name}=${of.map(({ entry }) => entry).join(',')}`,
  )
  return `  ${entries.join(' ')}`
}

const place = join(import.meta.dirname, 'wire-samples.txt')

export function goldenPath(): string {
  return place
}

/** By file, the lines of its items, each as its fields. */
export function readGolden(): Map<string, Map<string, string[]>[]> {
  const golden = new Map<string, Map<string, string[]>[]>()
  let items: Map<string, string[]>[] = []
  for (const line of readFileSync(place, 'utf8').split('\n')) {
    if (line.startsWith('  ')) items.push(fieldsIn(line))
    else if (line !== '') golden.set(line, (items = []))
  }
  return golden
}

function fieldsIn(line: string): Map<string, string[]> {
  const fields = line.trim().split(' ')
  return new Map(
    fields.map((field): [string, string[]] => {
      const at = field.indexOf('=')
      return [field.slice(0, at), field.slice(at + 1).split(',')]
    }),
  )
}

/** One entry of one field that is not what the golden file says. */
export interface Difference {
  file: string
  /** From 1. */
  item: number
  field: string
  /** From 1, among the entries of the field. */
  at: number
  was: string | undefined
  is: { entry: string; words: string } | undefined
}

export function differences(
  file: string,
  golden: Map<string, string[]>[],
  read: Fields[],
): Difference[] {
  const count = Math.max(golden.length, read.length)
  return Array.from({ length: count }, (_, at) => at).flatMap((item) => {
    const before = golden[item] ?? new Map<string, string[]>()
    const now = read[item] ?? (new Map() as Fields)
    const names = [...new Set([...before.keys(), ...now.keys()])]
    return names.flatMap((field) =>
      differencesIn(before.get(field) ?? [], now.get(field) ?? []).map((one) => ({
        file,
        item: item + 1,
        field,
        ...one,
      })),
    )
  })
}

/** Entries are compared in their places; where one came or went, the rest is not reported again. */
function differencesIn(
  before: string[],
  now: { entry: string; words: string }[],
): Pick<Difference, 'at' | 'was' | 'is'>[] {
  const length = Math.max(before.length, now.length)
  const places = Array.from({ length }, (_, at) => at)
  const differing = places.filter((at) => before[at] !== now[at]?.entry)
  const shown = before.length === now.length ? differing : differing.slice(0, 1)
  return shown.map((at) => ({ at: at + 1, was: before[at], is: now[at] }))
}

/** As a test says it: no word of the sample. */
export function inDigits({ file, item, field, at, was, is }: Difference): string {
  const change = `was ${was ?? 'absent'}, is ${is?.entry ?? 'absent'}`
  return `${file}, item ${item}: ${field} ${at} ${change}`
}

/** The text of a block as a person reads it, other values as they are. */
export function readable(words: string): string {
  try {
    const { value } = JSON.parse(words) as { value?: unknown }
    if (typeof value === 'object' && value !== null) return textOf([value as never])
  } catch {
    return words
  }
  return words
}
