/**
 * `npm run golden` compares what the wire samples are read as with what is written down, and shows
 * each difference in words; `npm run golden -- --write` writes it down anew. The words themselves stay
 * on this machine, in `.cache`: the samples are no part of the repository.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { filesBelow, folders } from '../data/wire-samples.ts'
import type { Difference, Fields } from './golden-record.ts'
import {
  differences,
  goldenPath,
  inDigits,
  readGolden,
  readSample,
  readable,
  recordsOf,
  writeGolden,
} from './golden-record.ts'

const cache = '.cache'
const wordsPath = `${cache}/golden-words.json`
/** Of a difference, in characters. */
const LONGEST_SHOWN = 400

if (!existsSync(folders.wire)) {
  process.stderr.write(`There are no samples at ${folders.wire}; name their folder in WIRE_DIR.\n`)
  process.exitCode = 1
} else if (process.argv.includes('--write')) write(readAll())
else compare(readAll())

function readAll(): Map<string, Fields[]> {
  const samples = filesBelow(folders.wire).filter((file) => !/(?:^|\/)(?:README|\.)/.test(file))
  return new Map(
    samples.flatMap((file): [string, Fields[]][] => {
      const reading = readSample(file)
      return reading ? [[file, recordsOf(reading)]] : []
    }),
  )
}

function write(records: Map<string, Fields[]>): void {
  const found = allDifferences(records)
  writeFileSync(goldenPath(), writeGolden(records))
  show(found)
  rememberWords(records)
  process.stdout.write(`Written: ${records.size} files.\n`)
}

function compare(records: Map<string, Fields[]>): void {
  const found = allDifferences(records)
  show(found)
  if (found.length === 0) rememberWords(records)
  else process.exitCode = 1
  process.stdout.write(`${records.size} files, ${found.length} differences.\n`)
}

function allDifferences(records: Map<string, Fields[]>): Difference[] {
  const golden = existsSync(goldenPath()) ? readGolden() : new Map<string, never[]>()
  return [...records].flatMap(([file, fields]) => differences(file, golden.get(file) ?? [], fields))
}

function show(found: Difference[]): void {
  const before = knownWords()
  for (const one of found) {
    const was = one.was === undefined ? 'absent' : (before[one.was] ?? `unknown (${one.was})`)
    const is = one.is?.words ?? 'absent'
    process.stdout.write(`${inDigits(one)}\n  - ${shown(was)}\n  + ${shown(is)}\n`)
  }
}

function shown(words: string): string {
  const text = readable(words).replace(/\s+/g, ' ')
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text
}

/** By the entry that stands for them. */
function knownWords(): Record<string, string> {
  if (!existsSync(wordsPath)) return {}
  return JSON.parse(readFileSync(wordsPath, 'utf8')) as Record<string, string>
}

function rememberWords(records: Map<string, Fields[]>): void {
  const all = [...records.values()].flat().flatMap((fields) => [...fields.values()].flat())
  mkdirSync(cache, { recursive: true })
  writeFileSync(
    wordsPath,
    JSON.stringify(Object.fromEntries(all.map((one) => [one.entry, one.words]))),
  )
}
