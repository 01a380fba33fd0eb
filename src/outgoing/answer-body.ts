import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { OutgoingRefusal } from './refusal.ts'
import { refused } from './refusal.ts'

/** Compressions that are read, by the words of `Content-Encoding`. */
const unpackers: Record<string, (first: number) => Transform> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  // Half of the servers mean zlib, as the standard says, and half send the bare stream.
  deflate: (first) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw()),
}

/**
 * The whole body, unpacked, as far as `limit` bytes: counted as they come out and as they come in,
 * so that no bomb unfolds. More than one compression is refused (CVE-2026-22036).
 */
export async function bodyOf(
  response: IncomingMessage,
  limit: number,
): Promise<Uint8Array | { refused: OutgoingRefusal }> {
  const encodings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '' && word !== 'identity')
  const [encoding] = encodings
  if (encodings.length > 1) return refused('bad-encoding', 'It is compressed more than once.')
  if (encoding !== undefined && !Object.hasOwn(unpackers, encoding))
    return refused('bad-encoding', 'It is compressed in a way that is not read here.')
  const tooLarge = refused('too-large', `It is larger than ${Math.floor(limit / 1024 / 1024)} MB.`)
  if (Number(response.headers['content-length'] ?? 0) > limit) return tooLarge
  try {
    const packed = await within(response, limit)
    if (packed === undefined) return tooLarge
    if (!response.complete) return refused('broken-answer', 'The answer broke off.')
    if (encoding === undefined || packed.length === 0) return packed
    return (await unpacked(packed, unpackers[encoding], limit)) ?? tooLarge
  } catch (error) {
    const { code } = error as { code?: string }
    if (code?.startsWith('Z_') || code?.startsWith('ERR_'))
      return refused('bad-encoding', 'It cannot be decompressed.')
    return refused('broken-answer', 'The answer broke off.')
  }
}

async function within(stream: Readable, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function unpacked(
  packed: Uint8Array,
  unpacker: ((first: number) => Transform) | undefined,
  limit: number,
): Promise<Uint8Array | undefined> {
  const stream = unpacker?.(packed[0] ?? 0)
  if (!stream) return packed
  stream.end(packed)
  return within(stream, limit)
}
