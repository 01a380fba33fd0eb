import { createHash } from 'node:crypto'
import type { PictureMetadata } from '../picture.ts'
import { decoder } from '../decoder.ts'
import type { TakenKind } from './file-kinds.ts'
import { kindOf, otherKind, secondNature } from './file-kinds.ts'
import { metadataIn } from './metadata.ts'

/** What a picture file may be; docs/pictures.md says the same. */
export const pictureLimits = {
  /** In bytes. An agency's largest JPEG has some 15 MB. */
  bytes: 20 * 1024 * 1024,
  /** Width times height. The largest sensors of agency cameras have 61 million. */
  pixels: 64_000_000,
  /** The longer side, in pixels. */
  longest: 20_000,
  /** The longer side, in pixels: below this it is an icon or a counter. */
  shortest: 200,
  /** Pictures in one file: a film is none. */
  frames: 1,
  /** How long decoding may take, in seconds. */
  decoding: 20,
}

/** A file that was decoded whole and is what it seems to be. */
export interface ExaminedPicture {
  sha256: string
  contentType: TakenKind
  bytes: Uint8Array
  /** As it is to be seen, turned by what the camera noted; in pixels. */
  width: number
  height: number
  metadata: PictureMetadata
}

/** Looks at a picture file before anything is made of it. `refused` is a sentence for the desk. */
export async function examine(bytes: Uint8Array): Promise<ExaminedPicture | { refused: string }> {
  const { bytes: most } = pictureLimits
  if (bytes.length > most) return { refused: `It has more than ${most / 1024 / 1024} MB.` }
  const kind = kindOf(bytes)
  if (kind === undefined) return { refused: `It is ${otherKind(bytes)}.` }
  const other = secondNature(bytes, kind)
  if (other !== undefined) return { refused: other }
  return decoded(bytes, kind)
}

async function decoded(
  bytes: Uint8Array,
  contentType: TakenKind,
): Promise<ExaminedPicture | { refused: string }> {
  const sharp = await decoder()
  const { pixels, decoding } = pictureLimits
  try {
    // The header first: nothing is decoded before its dimensions are known.
    const head = await sharp(bytes, { limitInputPixels: false }).metadata()
    const trouble = troubleWith(head)
    if (trouble !== undefined) return { refused: trouble }
    await sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: decoding })
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer()
    const { width, height } = head.autoOrient
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { sha256, contentType, bytes, width, height, metadata: metadataIn(head) }
  } catch (error) {
    if (error instanceof Error && /timeout/i.test(error.message))
      return { refused: `It takes longer than ${decoding} s to decode.` }
    return { refused: 'It cannot be decoded: it is damaged or incomplete.' }
  }
}

function troubleWith(head: {
  width: number
  height: number
  pages?: number | undefined
}): string | undefined {
  const { pixels, longest, shortest, frames } = pictureLimits
  const { width, height, pages = 1 } = head
  if (pages > frames) return `It moves: it has ${pages} frames. A still is wanted.`
  if (Math.max(width, height) > longest || width * height > pixels)
    return `It has ${width} by ${height} pixels; at most ${pixels / 1_000_000} million are taken.`
  if (Math.max(width, height) < shortest)
    return `It has only ${width} by ${height} pixels, too few for a picture.`
  return undefined
}
