/**
 * Bytes to text (rule 2 of the intake). Declarations lie in both directions on real wires: UTF-8
 * under an ISO-8859-1 label, Latin-1 with no label. So strict UTF-8 is tried first, then the label,
 * then Windows-1252, and what was used is told.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import type { Notice } from '../item.ts'
import { windowsLetter } from '../markup/storable-text.ts'

export interface Decoded {
  text: string
  encoding: string
  notices: Notice[]
}

/** How far into a file an encoding is looked for; XML wants it at the start. */
const DECLARATION_BYTES = 1024

const byteOrderMarks: { mark: number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

export function decode(bytes: Uint8Array): Decoded {
  // Means the same in every encoding that a wire may declare, but for those that switch by ESC.
  if (isAscii(bytes) && !bytes.includes(0x1b) && !wideWithoutMark(bytes)) {
    return { text: bufferOf(bytes).toString('latin1'), encoding: 'utf-8', notices: [] }
  }
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) {
    const text = strictly(bytes.subarray(marked.mark.length), marked.encoding)
    if (text !== undefined) return { text, encoding: marked.encoding, notices: [] }
  }
  const wide = wideWithoutMark(bytes)
  const declared = declaredEncoding(bytes)
  const wanted = declared?.startsWith('iso-2022') ? [declared, 'utf-8'] : ['utf-8', declared]
  for (const encoding of wide ? [wide] : wanted) {
    if (!encoding) continue
    const text = strictly(bytes, encoding)
    if (text !== undefined) return { text, encoding, notices: noticesFor(encoding, declared, text) }
  }
  const text = inWindows1252(bytes)
  return { text, encoding: 'windows-1252', notices: noticesFor('windows-1252', declared, text) }
}

function noticesFor(used: string, declared: string | undefined, text: string): Notice[] {
  if ((declared ?? 'utf-8') === used || !/[^\t\n\r -~]/.test(text)) return []
  const label = declared ? `declared as ${declared}` : 'no encoding declared'
  return [{ kind: 'assumed', what: 'encoding', text: `${used} (${label})` }]
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  // Node's decoder takes eight times as long as its check and its buffers together.
  if (encoding === 'utf-8') return isUtf8(bytes) ? bufferOf(bytes).toString('utf8') : undefined
  try {
    if (encoding === 'windows-1252') return inWindows1252(bytes)
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Every byte is a letter in it. Node's own decoder takes ten times as long. */
function inWindows1252(bytes: Uint8Array): string {
  const latin1 = bufferOf(bytes).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (letter) => windowsLetter(letter) ?? letter)
}

/** The same memory. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** "<" or "{" as a sixteen-bit character without a byte-order mark. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const opens = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b
  if (opens(bytes[0]) && bytes[1] === 0 && bytes[2] !== 0) return 'utf-16le'
  if (bytes[0] === 0 && opens(bytes[1])) return 'utf-16be'
  return undefined
}

/** The label of the XML declaration, under the name that the WHATWG gives it; `utf8` is one. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = bufferOf(bytes).toString('latin1', 0, DECLARATION_BYTES)
  const label = /^[^<]{0,20}<\?xml[^>]*\sencoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(start)?.[1]
  return label === undefined ? undefined : encodingLabelled(label)
}

/** Making a decoder takes longer than decoding a page, and wires declare few encodings. */
const encodings = new Map<string, string | undefined>()
const MOST_LABELS = 200

function encodingLabelled(label: string): string | undefined {
  if (encodings.has(label)) return encodings.get(label)
  const encoding = nameOf(label)
  if (encodings.size < MOST_LABELS) encodings.set(label, encoding)
  return encoding
}

function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}
