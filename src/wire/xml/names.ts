/**
 * The names of elements and attributes, each kept once: formats have a few hundred, and a name met
 * before is recognised in the text without being cut out of it. V8 compares such a name with one that
 * stands in the code by its address, and knows its hash.
 */

export interface Name {
  /** As it stands in the file, with its prefix. */
  written: string
  /** '' for none. */
  prefix: string
  local: string
}

/** ASCII letters, digits and "_-." are parts of names, the first and "_" may begin one. */
export const partsOfNames = new Uint8Array(128)
export const startsOfNames = new Uint8Array(128)
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789-.') {
  const code = letter.charCodeAt(0)
  partsOfNames[code] = 1
  if (/[A-Za-z_]/.test(letter)) startsOfNames[code] = 1
}

const colon = ':'.charCodeAt(0)

/** A new name takes the place of the old one, so that no file can fill more than these. */
const places = 4096
/** So many names that would have the same place have it and those beside it. */
const sharing = 4
/** Longer ones are not kept, in characters. */
const longestKept = 60
const met: (Name | undefined)[] = Array.from({ length: places }, () => undefined)

/** The name that begins here; undefined where none does, or one of other letters than those above. */
export function nameAt(text: string, start: number): Name | undefined {
  let code = text.charCodeAt(start)
  if (startsOfNames[code] !== 1) return undefined
  let at = start
  let colonAt = -1
  let sum = 0
  for (;;) {
    while (partsOfNames[code] === 1) {
      sum = (sum * 31 + code) | 0
      code = text.charCodeAt(++at)
    }
    if (code !== colon) break
    code = text.charCodeAt(at + 1)
    if (colonAt >= 0 || partsOfNames[code] !== 1) return undefined
    colonAt = at - start
    at += 1
  }
  const length = at - start
  const place = (sum ^ (sum >>> 12)) & (places - 1)
  for (let beside = 0; beside < sharing; beside++) {
    const known = met[place ^ beside]
    if (known?.written.length === length && text.startsWith(known.written, start)) return known
  }
  const name = nameOf(text.slice(start, at), colonAt)
  if (length > longestKept) return name
  for (let beside = sharing - 1; beside > 0; beside--)
    met[place ^ beside] = met[place ^ (beside - 1)]
  met[place] = name
  return name
}

function nameOf(written: string, colonAt: number): Name {
  const prefix = colonAt < 0 ? '' : written.slice(0, colonAt)
  const local = colonAt < 0 ? written : written.slice(colonAt + 1)
  return { written: alone(written), prefix: alone(prefix), local: alone(local) }
}

/** The same as the key of an object, which is no view of the text that it was cut out of. */
function alone(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text
}
