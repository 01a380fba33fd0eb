import type { GateFacts } from '../gate/gate.ts'

/** Where a picture's bytes may be had. */
export interface Candidate {
  /** An absolute http address, or a path beside the wire file. */
  href: string
  name: string
  /** In pixels, where the wire says so. */
  width?: number
  height?: number
}

/** What is to be fetched; another version, address or size makes it another one. */
export interface Wanted {
  version?: string
  /** In the order in which they are tried. */
  from: Candidate[]
}

/** What is said of a picture, to readers. */
export interface PictureWords {
  caption?: string
  credit?: string
  /** What can be seen, for those who cannot see it; never the caption over again. */
  alt?: string
}

/** What decides whether a picture may be shown, besides its words and its bytes. */
export interface PictureFacts extends GateFacts {
  /** From when on it is shown no more, ISO 8601. */
  expires?: string
  /** Limits of use in prose, as the source wrote them, that do not let it be shown by themselves. */
  terms: string[]
  /** Why they do not, where somebody has said what they mean. */
  because?: string
  /** Limits of use in prose that somebody has said let it be shown. */
  cleared?: string[]
}

/** A picture as the wire sends it with a story. */
export interface OfferedPicture {
  guid: string
  wanted: Wanted
  /** Where relative addresses are looked for. */
  folder?: string
  words: PictureWords
  facts: PictureFacts
}

/** What a picture file says of itself (IPTC, XMP, EXIF). */
export interface PictureMetadata {
  headline?: string
  caption?: string
  creator?: string
  credit?: string
  source?: string
  copyright?: string
  instructions?: string
  usageTerms?: string
  altText?: string
  digitalSourceType?: string
  created?: string
  /** ISO 8601, or as it stands in the file where it is no time that can be read. */
  expires?: string
  /** It says where it was taken, to the metre. */
  hasPosition?: true
}

export type Shape = 'whole' | 'landscape' | 'square'
export type Format = 'avif' | 'webp' | 'jpeg'

/** A rendition that is made; its bytes are kept apart. */
export interface MadeRendition {
  /** The last part of its address. */
  name: string
  shape: Shape
  format: Format
  width: number
  height: number
  /** In bytes. */
  size: number
}

/** A picture that readers may see now. */
export interface ShownPicture {
  id: string
  caption: string
  credit: string
  /** Empty until somebody has written one: the caption says what there is to say. */
  alt: string
  /** IPTC's word for how it was made, where a machine made it. */
  madeByMachine?: string
  renditions: MadeRendition[]
}

/** The point that crops keep, in thousandths of width and height. */
export interface Focus {
  x: number
  y: number
}

export const middle: Focus = { x: 500, y: 500 }
