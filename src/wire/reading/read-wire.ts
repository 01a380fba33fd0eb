/**
 * Wire files to canonical items. The format is told by content, never by the name of the file
 * (rule 2), and whatever cannot be understood is refused with one sentence: this never throws.
 */
import { decode } from './encoding.ts'
import { isAnpa, readAnpa } from '../formats/teletype/anpa1312.ts'
import { isIptc7901, readIptc7901 } from '../formats/teletype/iptc7901.ts'
import { messagesIn } from '../formats/teletype/messages.ts'
import { damageInJson, damageInXml } from '../damage/misread.ts'
import { damageInTeletype } from '../damage/teletype.ts'
import { hold } from './fill-item.ts'
import { parseJson } from './json.ts'
import { readEach } from './read-each.ts'
import { readJsonFormat } from './json-formats.ts'
import type { Notice, Reading, Refusal, WireItem } from '../item.ts'
import type { Source } from '../formats/source.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { looksBinary } from '../markup/picture-bytes.ts'
import { parseXml } from '../xml/xml.ts'
import { readXmlFormat } from './xml-formats.ts'

/** The largest sample is 29 KB and a day of one feed about 5 MB; memory stays within ten times. */
export const largestFile = 5 * 1024 * 1024

export const tooLarge = `The file is larger than ${largestFile / 1024 / 1024} MB, which no wire file is.`

export interface ReadOptions {
  /** The source as the operator names it. */
  source?: string
  /** The IANA name of the zone in which the source writes times that name none. */
  timeZone?: string
  fileName?: string
}

export function readWire(bytes: Uint8Array, options: ReadOptions = {}): Reading {
  try {
    return readBytes(bytes, options)
  } catch (error) {
    if (error instanceof NotReadable) return { items: [], refused: [{ reason: error.message }] }
    const what = error instanceof Error ? error.message : String(error)
    const reason = `The file could not be read because of a fault of this program: ${what}.`
    return { items: [], refused: [{ reason }] }
  }
}

function readBytes(bytes: Uint8Array, { source, timeZone }: ReadOptions): Reading {
  if (bytes.length > largestFile) {
    throw new NotReadable(tooLarge)
  }
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    throw new NotReadable('The file is empty; ask the source to send it again.')
  }
  const binary = looksBinary(bytes)
  if (binary !== undefined) {
    throw new NotReadable(`The file is ${binary}, not a wire item, whatever its name says.`)
  }
  const { text, notices } = decode(bytes)
  return split(readText(text, { source, timeZone }), notices)
}

function readText(text: string, source: Source): (WireItem | Refusal)[] {
  const start = text.trimStart()
  if (start.startsWith('<')) {
    const root = parseXml(start)
    return held(readXmlFormat(root, source), damageInXml(root))
  }
  // Some lines write the time of their session in brackets above a message.
  const isTeletype = start.startsWith('[') ? isIptc7901(text) : false
  if (!isTeletype && (start.startsWith('{') || start.startsWith('['))) {
    const json = parseJson(start)
    return held(readJsonFormat(json, source), damageInJson(json))
  }
  if (isMessage(text)) {
    return readEach(messagesIn(text, isMessage), (message) => readMessage(message, source))
  }
  if (start.startsWith('ZCZC')) {
    throw new NotReadable(
      'The file is a teletype message (ZCZC … NNNN) in a layout of one agency alone; ask the source for IPTC 7901, NITF or NewsML.',
    )
  }
  throw new NotReadable(
    'The file is none of the formats that are read here (NewsML, NITF, ninjs, agency JSON, IPTC 7901, ANPA, feeds).',
  )
}

function isMessage(text: string): boolean {
  return isAnpa(text) || isIptc7901(text)
}

function readMessage(message: string, source: Source): WireItem {
  const item = isAnpa(message) ? readAnpa(message, source) : readIptc7901(message, source)
  const damage = damageInTeletype(message)
  if (damage !== undefined) hold(item, damage)
  return item
}

/** What damage did to one field it may have done to others, so it holds every item of the file. */
function held(read: (WireItem | Refusal)[], damage: string | undefined): (WireItem | Refusal)[] {
  if (damage !== undefined) for (const one of read) if (!('reason' in one)) hold(one, damage)
  return read
}

function split(read: (WireItem | Refusal)[], notices: Notice[]): Reading {
  const reading: Reading = { items: [], refused: [] }
  for (const one of read) {
    if ('reason' in one) reading.refused.push(one)
    else {
      one.standfirst.notices.unshift(...notices)
      reading.items.push(one)
    }
  }
  return reading
}
