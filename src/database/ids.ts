import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random bytes for ids to come: to ask for a thousand takes hardly longer than for sixteen. */
const drawn = Buffer.alloc(1024)
const bytesOfAnId = 16
let used = drawn.length

/**
 * A new id: 26 characters, sorting by time, after the ULID specification
 * (https://github.com/ulid/spec) in lower case: 48 bits of milliseconds, 80 random bits.
 */
export function newId(now: Date): string {
  let time = now.getTime()
  let head = ''
  for (let i = 0; i < 10; i++) {
    head = alphabet.charAt(time % 32) + head
    time = Math.floor(time / 32)
  }
  let tail = ''
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const bytes = drawn.subarray(used, used + bytesOfAnId)
  used += bytesOfAnId
  for (const byte of bytes) tail += alphabet.charAt(byte & 31)
  return head + tail
}

/** True for anything that `newId` could have made. */
export function isId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text)
}
