/** References in XML that declares none itself: the five of XML, numbers, and letters by HTML's names. */
import { letterOf } from '../markup/html-letters.ts'

/** How many references by HTML's names are followed; the general parser counts by its own rule. */
const MAX_NAMED = 500

const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** An ampersand that begins none of these is matched alone. */
const reference = /&(?:([A-Za-z][A-Za-z0-9]{1,30});|#x([\da-fA-F]{1,6});|#(\d{1,7});|)/g

/** The references of one file. */
export class References {
  private named = 0

  /** A piece of text with its references resolved; undefined where one means nothing. */
  resolved(written: string): string | undefined {
    if (!written.includes('&')) return written
    let isPlain = true
    const text = written.replace(reference, (_, name?: string, hex?: string, decimal?: string) => {
      const number = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      const letter = name === undefined ? numbered(number) : this.letter(name)
      isPlain &&= letter !== undefined
      return letter ?? ''
    })
    return isPlain ? text : undefined
  }

  private letter(name: string): string | undefined {
    const known = predefined.get(name)
    if (known !== undefined) return known
    this.named += 1
    return this.named > MAX_NAMED ? undefined : letterOf(name)
  }
}

/** What XML counts among characters, and nothing else. */
function numbered(code: number): string | undefined {
  const isCharacter =
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff) ||
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d
  return isCharacter ? String.fromCodePoint(code) : undefined
}
