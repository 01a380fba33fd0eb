/** Text as it may be stored and drawn: well-formed, without the control characters of teletypes. */

/**
 * Everything below the space except tab and line ends, DEL and what follows it, and the non-characters.
 * Like the others below it is rare, and to look for it takes a third of the time of replacing none.
 */
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/
const allUnstorable = new RegExp(unstorable, 'g')

/** Where Windows-1252 has other letters than Latin-1: from 0x80 to 0x9f, 0 where it has the same. */
const windowsLetters = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0,
  0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0, 0x17e, 0x178,
]

/** What Windows-1252 writes under the number of a control character; undefined where it has none. */
export function windowsLetter(control: string): string | undefined {
  const code = windowsLetters[control.charCodeAt(0) - 0x80]
  return code ? String.fromCharCode(code) : undefined
}

/** Numbers of Windows-1252 (`&#146;`) become its letters, as every browser shows them. */
export function storable(text: string): string {
  const formed = text.isWellFormed() ? text : text.toWellFormed()
  if (!unstorable.test(formed)) return formed
  return formed.replace(allUnstorable, (one) => windowsLetter(one) ?? '')
}

/** What may have to be changed before a text is stored or stands on one line. */
const odd =
  /[\0-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ud800-\udfff\ufffe\uffff]/
/** Looked for by itself: two looks of this kind take less time than one for either. */
const wide = / {2}/

/** Whether every character may be stored and no white space is more than one space between two others. */
export function isEven(text: string): boolean {
  return !odd.test(text) && !wide.test(text)
}

/** White space that is no space; looked for apart from wide ones, since every sixth letter is a space. */
const otherSpace = /[^\S ]/

/** White space collapsed to single spaces; at both ends too, where there is any. */
export function collapsed(text: string): string {
  return otherSpace.test(text) || wide.test(text) ? text.replace(/\s{2,}|[^\S ]/g, ' ') : text
}

/** The same without white space at the ends. */
export function onOneLine(text: string): string {
  return collapsed(text).trim()
}

/** One line that may be stored; undefined where nothing is left. */
export function storableLine(text: string | undefined | null): string | undefined {
  if (text === undefined || text === null) return undefined
  const kept = isEven(text) ? text.trim() : onOneLine(storable(text))
  return kept === '' ? undefined : kept
}
