import { readFileSync } from 'node:fs'
import { parseFragment } from 'parse5'
import { SaxesParser } from 'saxes'
import { textOf } from '../../src/articles/body/body.ts'
import { htmlOf } from '../../src/wire/markup/html/body-html.ts'
import { parseHtml } from '../../src/wire/markup/html/html-tree.ts'
import { blocksOf } from '../../src/wire/markup/markup.ts'
import { decode } from '../../src/wire/reading/encoding.ts'
import { parseJson } from '../../src/wire/reading/json.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { parseXml } from '../../src/wire/xml/xml.ts'

export type Side = 'site' | 'floor' | 'floor-html' | 'tree' | 'body'
export type ParseJob = { load: string[] } | { side: Side; kind: string }

interface WireFile {
  bytes: Uint8Array
  text: string
  /** Bodies in HTML that stand as text in it. */
  html: string[]
  /** The bodies of its items as they are drawn in the end. */
  bodies: string[]
}

/** How long one side runs, in milliseconds of this process's own processor time. */
const turn = 250

let kinds = new Map<string, WireFile[]>()

process.on('message', (job: ParseJob) => {
  process.send?.({ result: 'load' in job ? load(job.load) : megabytesPerSecond(job) })
})

/** Takes the files that are understood, by format; gives how many there are of each. */
function load(paths: string[]): Record<string, { files: number; bytes: number }> {
  kinds = new Map()
  for (const path of paths) {
    const bytes = readFileSync(path)
    const { items, refused } = readWire(bytes, { fileName: path })
    const format = items[0]?.standfirst.format
    if (format === undefined || refused.length > 0) continue
    const text = decode(bytes).text.trimStart()
    const kind = `${format} in ${text.startsWith('<') ? 'XML' : 'JSON'}`
    const bodies = items.flatMap((item) => item.bodies.map(({ value }) => value))
    const file = { bytes, text, html: htmlIn(text), bodies }
    kinds.set(kind, [...(kinds.get(kind) ?? []), file])
  }
  const about = [...kinds].map(([kind, files]) => {
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    return [kind, { files: files.length, bytes }] as const
  })
  return Object.fromEntries(about.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function megabytesPerSecond({ side, kind }: { side: Side; kind: string }): number {
  const files = kinds.get(kind) ?? []
  const parse = kind.endsWith('XML') ? saxesAlone : jsonAlone
  const withBodies = (file: WireFile): void => {
    parse(file)
    for (const body of file.html) parseFragment(body)
  }
  const tree = kind.endsWith('XML') ? xmlTree : jsonTree
  const bodyAlone = (file: WireFile): void => {
    parse(file)
    for (const html of file.bodies) if (drawn(html) === '') throw new Error('A body is empty.')
  }
  const read = { site: ours, floor: parse, 'floor-html': withBodies, tree, body: bodyAlone }[side]
  const begun = process.cpuUsage()
  let bytes = 0
  for (;;) {
    for (const file of files) read(file)
    bytes += files.reduce((sum, file) => sum + file.bytes.length, 0)
    const { user, system } = process.cpuUsage(begun)
    if (user + system > turn * 1000) return bytes / (user + system)
  }
}

/** What the readers hand on to parse5: text in JSON and escaped text in XML that holds mark-up. */
function htmlIn(text: string): string[] {
  const pieces: string[] = []
  if (text.startsWith('<')) {
    const parser = new SaxesParser({ xmlns: true, resolvePrefix: (name: string) => `urn:${name}` })
    parser.on('error', () => undefined)
    parser.on('text', (piece) => pieces.push(piece))
    parser.on('cdata', (piece) => pieces.push(piece))
    parser.write(text).close()
  } else
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') pieces.push(value)
      return value
    })
  return pieces.filter((piece) => /<\/?(?:p|br|div|ul|table)\b/i.test(piece))
}

/** From the bytes: encoding, format, tree, item, body as HTML and as text, reasons to hold it. */
function ours({ bytes }: WireFile): void {
  if (readWire(bytes).items.length === 0) throw new Error('A file is not understood any more.')
}

/** A body from HTML to blocks, and from them to HTML and to text: what no reader can do without. */
function drawn(html: string): string {
  const { blocks } = blocksOf(parseHtml(html))
  return htmlOf(blocks) + textOf(blocks)
}

/** What our own reading begins with: text to a tree. */
function xmlTree({ text }: WireFile): void {
  if (parseXml(text).name === '') throw new Error('The tree has no root.')
}

function jsonTree({ text }: WireFile): void {
  if (typeof parseJson(text) !== 'object') throw new Error('The file holds no object.')
}

/** The parser that `src/wire/xml/xml.ts` uses, as it uses it, on decoded text; nothing is built. */
function saxesAlone({ text }: WireFile): void {
  const parser = new SaxesParser({
    xmlns: true,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
    resolvePrefix: (prefix: string) => `urn:undeclared:${prefix}`,
  })
  let seen = 0
  const see = (): void => void seen++
  parser.on('error', see)
  parser.on('opentag', see)
  parser.on('closetag', see)
  parser.on('text', see)
  parser.on('cdata', see)
  parser.write(text).close()
  if (seen === 0) throw new Error('The parser saw nothing.')
}

/** `JSON.parse` of decoded text: native code that makes the whole object. */
function jsonAlone({ text }: WireFile): void {
  if (typeof JSON.parse(text) !== 'object') throw new Error('The file holds no object.')
}
