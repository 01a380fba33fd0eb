/** What a file is, told by its bytes alone: names and stated types are somebody's word. */

export type TakenKind = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))

const taken: [TakenKind, (bytes: Uint8Array) => boolean][] = [
  ['image/jpeg', (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff])],
  ['image/png', (bytes) => startsWith(bytes, [0x89, ...ascii('PNG'), 13, 10, 0x1a, 10])],
  ['image/gif', (bytes) => /^GIF8[79]a/.test(latin(bytes, 0, 6))],
  ['image/webp', (bytes) => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP'],
  ['image/avif', (bytes) => /^ftyp(?:avif|avis)/.test(latin(bytes, 4, 12))],
]

/** What arrives in the place of pictures, so that the desk is told what it is. */
const others: [RegExp, string][] = [
  [/^%PDF/, 'a PDF document'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF picture; a JPEG is wanted'],
  [/^PK\x03\x04/, 'a ZIP archive'],
  [/^....ftyp(?:hei|mif|msf)/s, 'a HEIC picture; a JPEG is wanted'],
  [/^....ftyp/s, 'a film'],
  [/^BM/, 'a BMP picture; a JPEG is wanted'],
  [/^8BPS/, 'a Photoshop file; a JPEG is wanted'],
  [/<svg[\s>]/i, 'an SVG drawing, which can hold programs'],
  [/^\s*(?:<!doctype html|<html|<head|<body|<script)/i, 'an HTML page'],
  [/^\s*<\?xml/i, 'an XML file'],
  [/^\s*[{[]/, 'a JSON file'],
]

/** How much of a file is looked at to name it, in bytes. */
const head = 4096

export function kindOf(bytes: Uint8Array): TakenKind | undefined {
  return taken.find(([, isIt]) => isIt(bytes))?.[0]
}

/** In words, for the reason of a refusal. */
export function otherKind(bytes: Uint8Array): string {
  const start = latin(bytes, 0, head)
  return others.find(([signature]) => signature.test(start))?.[1] ?? 'no picture that is known here'
}

/**
 * Why a file that begins as a picture is more than one, in words: something stands behind its end,
 * or its head can be read as a page or a program.
 */
export function secondNature(bytes: Uint8Array, kind: TakenKind): string | undefined {
  const end = ends[kind](bytes)
  if (end === undefined) return 'It breaks off.'
  const behind = bytes.subarray(end)
  // Cameras and transmitters pad; some cameras append a second, smaller picture.
  const isHarmless = behind.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d)
  if (!isHarmless && !startsWith(behind, [0xff, 0xd8, 0xff]))
    return 'Something else stands behind its end.'
  const text =
    latin(bytes, 0, head) + latin(bytes, Math.max(end, bytes.length - head), bytes.length)
  return isActive(text) ? 'It can be read as a page or a program too.' : undefined
}

/** Whether a browser or a reader of documents could take this for something that runs. */
export function isActive(text: string): boolean {
  return active.test(text)
}

const active =
  /<(?:script|html|svg|iframe|body|object|embed|!doctype|\?php|%)|%PDF-|PK\x03\x04|PK\x05\x06|javascript:/i

/** Where the picture ends; undefined where it does not. */
const ends: Record<TakenKind, (bytes: Uint8Array) => number | undefined> = {
  'image/jpeg': endOfJpeg,
  'image/png': endOfPng,
  'image/gif': endOfGif,
  'image/webp': endOfRiff,
  'image/avif': endOfBoxes,
}

function endOfJpeg(bytes: Uint8Array): number | undefined {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
      if (marker === 0xda) at = afterScan(bytes, at)
    }
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? at + 2 : undefined
}

/** Past the coded data: the next marker that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  for (; at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at
  }
  return bytes.length
}

function endOfPng(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes)
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = latin(bytes, at + 4, at + 8)
    at += 12 + view.getUint32(at)
    if (name === 'IEND') return at <= bytes.length ? at : undefined
  }
  return undefined
}

function endOfGif(bytes: Uint8Array): number | undefined {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = 13 + table(bytes[10] ?? 0)
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === 0x3b) return at + 1
    if (block === 0x2c) at += 11 + table(bytes[at + 9] ?? 0)
    else if (block === 0x21) at += 2
    else return undefined
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0)
    at += 1
  }
  return undefined
}

function endOfRiff(bytes: Uint8Array): number | undefined {
  if (bytes.length < 12) return undefined
  const size = viewOf(bytes).getUint32(4, true)
  const end = 8 + size + (size % 2)
  return end <= bytes.length ? end : size + 8 === bytes.length ? bytes.length : undefined
}

function endOfBoxes(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes)
  let at = 0
  while (at + 8 <= bytes.length) {
    if (!/^[\w \-+.]{4}$/.test(latin(bytes, at + 4, at + 8))) return at
    const size = view.getUint32(at)
    if (size === 0) return bytes.length
    const whole = size === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : size
    if (whole < 8 || at + whole > bytes.length) return undefined
    at += whole
  }
  return at
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
