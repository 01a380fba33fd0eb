import type { PictureMetadata } from '../picture.ts'
import { exifFields } from './exif.ts'
import { iimFields } from './iim.ts'
import { xmpFields } from './xmp.ts'

/** The most that one field is kept with, in characters: a caption may be long, a novel is none. */
const longestField = 4000

export interface MetadataBlocks {
  xmp?: Buffer | undefined
  iptc?: Buffer | undefined
  exif?: Buffer | undefined
}

/**
 * What a picture file says of itself. XMP goes before IPTC's older records and those before what
 * the camera wrote: that is the order in which they were edited. Never throws.
 */
export function metadataIn({ xmp, iptc, exif }: MetadataBlocks): PictureMetadata {
  const readings = [
    attempt(() => exifFields(exif)),
    attempt(() => iimFields(iptc)),
    attempt(() => xmpFields(xmp)),
  ]
  const metadata: Record<string, string | true> = {}
  for (const [name, value] of readings.flatMap((reading) => Object.entries(reading)))
    if (value === true) metadata[name] = true
    else if (typeof value === 'string' && clean(value) !== '') metadata[name] = clean(value)
  return metadata
}

function attempt(read: () => PictureMetadata): PictureMetadata {
  try {
    return read()
  } catch {
    // A block that cannot be read says nothing; the picture itself was decoded.
    return {}
  }
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
    .slice(0, longestField)
}
