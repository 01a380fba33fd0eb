import type { PictureMetadata } from '../picture.ts'

/** Datasets of record 2, by number: https://iptc.org/std/IIM/ */
const fields = new Map<number, keyof PictureMetadata>([
  [40, 'instructions'],
  [80, 'creator'],
  [105, 'headline'],
  [110, 'credit'],
  [115, 'source'],
  [116, 'copyright'],
  [120, 'caption'],
])
const expirationDate = 37
const expirationTime = 38

/** IPTC's older records, as Photoshop puts them into JPEG files. */
export function iimFields(block: Buffer | undefined): PictureMetadata {
  if (!block) return {}
  const records = datasetsOf(block)
  // 1:90 "ESC % G" says UTF-8; without it nobody knows, and Latin-1 is what was meant.
  const isUtf8 = records.some(
    ({ record, number, value }) =>
      record === 1 && number === 90 && value.toString('latin1') === '\x1b%G',
  )
  const metadata: Record<string, string> = {}
  let [date, time] = ['', '']
  for (const { record, number, value } of records) {
    if (record !== 2) continue
    const text = decoded(value, isUtf8)
    const name = fields.get(number)
    if (number === expirationDate) date = text
    else if (number === expirationTime) time = text
    else if (name === 'creator' && metadata['creator'] !== undefined)
      metadata['creator'] = `${metadata['creator']}, ${text}`
    else if (name !== undefined) metadata[name] ??= text
  }
  const expires = instant(date, time)
  return { ...metadata, ...(expires === undefined ? {} : { expires }) }
}

interface Dataset {
  record: number
  number: number
  value: Buffer
}

function datasetsOf(block: Buffer): Dataset[] {
  const found: Dataset[] = []
  let at = block.indexOf(Buffer.from([0x1c, 0x01]))
  const second = block.indexOf(Buffer.from([0x1c, 0x02]))
  if (at < 0 || (second >= 0 && second < at)) at = second
  while (at >= 0 && at + 5 <= block.length && block[at] === 0x1c) {
    const size = block.readUInt16BE(at + 3)
    // The highest bit marks an extended size, which no text field needs.
    if (size > 0x7fff || at + 5 + size > block.length) break
    found.push({
      record: block[at + 1] ?? 0,
      number: block[at + 2] ?? 0,
      value: block.subarray(at + 5, at + 5 + size),
    })
    at += 5 + size
  }
  return found
}

function decoded(value: Buffer, isUtf8: boolean): string {
  if (isUtf8) return value.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value)
  } catch {
    return value.toString('latin1')
  }
}

/**
 * CCYYMMDD and HHMMSS±HHMM. Of a day without an hour the whole day counts as past: rights first. No
 * day, or zeros alone, are none; another day that cannot be read stays as it is written.
 */
function instant(date: string, time: string): string | undefined {
  if (/^[0 ]*$/.test(date)) return undefined
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(date)
  if (!day) return date
  const hour = /^(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(time)
  const clock = hour ? `${hour[1]}:${hour[2]}:${hour[3]}${hour[4]}:${hour[5]}` : '00:00:00Z'
  const read = new Date(`${day[1]}-${day[2]}-${day[3]}T${clock}`)
  return Number.isNaN(read.getTime()) ? date : read.toISOString()
}
