import type { PictureMetadata } from '../picture.ts'

const fields = new Map<number, keyof PictureMetadata>([
  [0x010e, 'caption'],
  [0x013b, 'creator'],
  [0x8298, 'copyright'],
])
const positionTag = 0x8825
const textType = 2
/** Entries of one directory that are looked at: the standard names some 50. */
const mostEntries = 200

/** What the camera wrote: who, what, and whether it noted the place. */
export function exifFields(block: Buffer | undefined): PictureMetadata {
  if (!block) return {}
  const tiff = block.subarray(block.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  const metadata: PictureMetadata = {}
  for (let i = 0; i < Math.min(short(directory), mostEntries); i++) {
    const entry = directory + 2 + 12 * i
    const [tag, type, count] = [short(entry), short(entry + 2), long(entry + 4)]
    if (tag === positionTag) metadata.hasPosition = true
    const name = fields.get(tag)
    if (name === undefined || type !== textType) continue
    const at = count <= 4 ? entry + 8 : long(entry + 8)
    const text = tiff.toString('utf8', at, at + count).replace(/\0[\s\S]*$/, '')
    // Cameras fill the caption with their own name.
    if (name === 'caption' && /^(?:OLYMPUS|SONY|KONICA|DCIM|SAMSUNG)\b/i.test(text)) continue
    Object.assign(metadata, { [name]: text })
  }
  return metadata
}
