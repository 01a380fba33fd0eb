/** What happens to files on their way: they are cut, and bytes of them become others. */

export type Damaged = [how: string, bytes: Uint8Array]

/** The file cut before every so many bytes. */
export function* cuts(whole: Uint8Array, step: number): Generator<Damaged> {
  for (let end = 0; end < whole.length; end += step)
    yield [`cut at byte ${end}`, whole.subarray(0, end)]
}

/** A blank, a colon, a quote, an escape, a "<", letters in both cases, and a byte that is no letter. */
const telling = [0x20, 0x3a, 0x22, 0x5c, 0x3c, 0x41, 0x61, 0x74, 0x78, 0x7a, 0xe9]

/** The file with one byte replaced, at every place, by two of those in turn; `start` says which. */
export function* otherBytes(whole: Uint8Array, start: number): Generator<Damaged> {
  for (let at = 0; at < whole.length; at++) {
    for (const turn of [at + start, at + start + 5]) {
      const byte = telling[turn % telling.length] ?? 0
      if (whole[at] === byte) continue
      const damaged = Uint8Array.from(whole)
      damaged[at] = byte
      yield [`byte ${at} is ${byte}`, damaged]
    }
  }
}

const dates = /\d{4}-?\d\d-?\d\dT\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g

/** The file with each of its dates in turn replaced by what is none. */
export function* otherDates(whole: Uint8Array): Generator<Damaged> {
  const text = new TextDecoder('latin1').decode(whole)
  for (const { index, 0: date } of text.matchAll(dates)) {
    for (const wrong of ['', 'TBC', date.replace(/^\d{4}-?\d\d/, '2024-13'), `${date}x`]) {
      const changed = text.slice(0, index) + wrong + text.slice(index + date.length)
      yield [`${date} is "${wrong}"`, Buffer.from(changed, 'latin1')]
    }
  }
}

/** The file with so many of its bytes, by chance, replaced by any others. */
export function flipped(whole: Uint8Array, seed: number, share = 0.01): Uint8Array {
  const random = seeded(seed)
  return Uint8Array.from(whole, (byte) => (random() < share ? random() * 256 : byte))
}

/** A small generator (mulberry32), so that a failure comes back with the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
