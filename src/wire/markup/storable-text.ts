/** Text as it may be stored and drawn: well-formed, without the control characters of teletypes. */

/** Everything below the space except tab and line ends, DEL, and the non-characters. */
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

export function storable(text: string): string {
  const formed = text.isWellFormed() ? text : text.toWellFormed()
  return formed.replace(unstorable, '')
}

/** What may have to be changed before a text is stored or stands on one line: one look for all of it. */
const odd =
  /[\0-\x1f\x7f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ud800-\udfff\ufffe\uffff]| {2}/

/** Whether every character may be stored and no white space is more than one space between two others. */
export function isEven(text: string): boolean {
  return !odd.test(text)
}

/** White space that is not one space between two words: rare, so looked for before it is replaced. */
const uneven = /\s\s|[^\S ]/

/** White space collapsed to single spaces; at both ends too, where there is any. */
export function collapsed(text: string): string {
  return uneven.test(text) ? text.replace(/\s+/g, ' ') : text
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
