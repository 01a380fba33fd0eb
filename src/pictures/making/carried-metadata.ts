import type { Decoder } from '../decoder.ts'
import type { PictureMetadata } from '../picture.ts'
import { isActive } from '../reading/file-kinds.ts'
import { metadataIn } from '../reading/metadata.ts'
import type { Original } from './encode.ts'

/** What renditions carry of what the original says of itself. */
export interface CarriedMetadata {
  /** The XMP packet as it is in the original, less positions. */
  packet: string | undefined
  /** Who made it, whom to name, whose it is: for sizes in which the packet would weigh the most. */
  shortPacket: string | undefined
  /** IPTC's older records, unchanged, for JPEG. */
  records: Buffer | undefined
}

/** A packet larger than this carries an editing history that readers would pay for, in bytes. */
const largestCarried = 24 * 1024

/**
 * Nothing of IPTC and XMP is stripped but positions: where a picture was taken, to the metre, can
 * be somebody's home. The kept original has them still.
 */
export async function carriedMetadata(
  sharp: Decoder,
  { bytes, contentType }: Original,
): Promise<CarriedMetadata> {
  if (contentType === 'image/svg+xml')
    return { packet: undefined, shortPacket: undefined, records: undefined }
  const head = await sharp(bytes, { limitInputPixels: false }).metadata()
  const shortPacket = packetOf(metadataIn(head))
  const own = head.xmp && withoutPositions(head.xmp.toString('utf8'))
  const isCarried = own !== undefined && Buffer.byteLength(own) <= largestCarried && !isActive(own)
  const records = isActive(head.iptc?.toString('latin1') ?? '') ? undefined : head.iptc
  return { packet: isCarried ? own : shortPacket, shortPacket, records }
}

/** The packet without the properties of EXIF that say where the camera stood. */
export function withoutPositions(packet: string): string {
  return packet
    .replace(/\s[\w-]+:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(/<([\w-]+:GPS\w+)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1\s*>)/g, '')
}

/** Puts the records into a JPEG behind its first marker. */
export function withIptcRecords(jpeg: Uint8Array, records: Buffer | undefined): Uint8Array {
  const most = 0xffff - 2
  if (!records || records.length > most) return jpeg
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(records.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, records, jpeg.subarray(2)])
}

function packetOf(metadata: PictureMetadata): string | undefined {
  const { creator, credit, copyright, usageTerms, digitalSourceType } = metadata
  const inner = [
    creator && `<dc:creator><rdf:Seq><rdf:li>${xml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    copyright && `<dc:rights>${alternative(copyright)}</dc:rights>`,
    credit && `<photoshop:Credit>${xml(credit)}</photoshop:Credit>`,
    usageTerms && `<xmpRights:UsageTerms>${alternative(usageTerms)}</xmpRights:UsageTerms>`,
    digitalSourceType &&
      `<Iptc4xmpExt:DigitalSourceType>${xml(digitalSourceType)}</Iptc4xmpExt:DigitalSourceType>`,
  ].filter((line) => line !== undefined && line !== '')
  if (inner.length === 0) return undefined
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${inner.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
