import type Sharp from 'sharp'

export type Decoder = typeof Sharp

let loading: Promise<Decoder> | undefined

/** This machine has no decoder: the package brings one for the usual systems only. */
export class NoDecoder extends Error {
  override readonly name = 'NoDecoder'
}

/** The decoder, loaded when the first picture is worked on: it brings 18 MB of libraries. */
export function decoder(): Promise<Decoder> {
  loading ??= import('sharp').then(({ default: sharp }) => bounded(sharp)).catch(withoutDecoder)
  return loading
}

/** Kinds of files that are decoded; every other reader of the library stays switched off. */
const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Svg']

function bounded(sharp: Decoder): Decoder {
  // One thread for each picture, and nothing kept: readers' requests share this machine.
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: readers.map((name) => `VipsForeignLoad${name}Buffer`) })
  return sharp
}

function withoutDecoder(error: unknown): never {
  loading = undefined
  throw new NoDecoder('Pictures cannot be decoded on this machine; see docs/pictures.md.', {
    cause: error,
  })
}
