/** The most combining marks that any script puts on one letter; more than that paints over lines. */
const marksPerLetter = 4

/** Characters that turn the direction of everything after them. */
const directionOverrides = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g
/** Controls but tab and line feed, tag characters, interlinear annotation, object replacement. */
const unwanted =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e0fff}]/gu
const stackedMarks = new RegExp(`(\\p{M}{${marksPerLetter}})\\p{M}+`, 'gu')
const nothingToSee =
  /^[\p{C}\p{Z}\p{M}\s\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\u{fe00}-\u{fe0f}]*$/u

/**
 * What a reader typed, as it is kept: well-formed, composed (NFC), without characters that are
 * invisible commands or that reach beyond their own line. Nothing else is changed.
 */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(directionOverrides, '')
    .replace(unwanted, '')
    .replace(stackedMarks, '$1')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** As `plainText`, on one line. */
export function plainLine(typed: string): string {
  return plainText(typed).replace(/\s+/g, ' ')
}

/** True when nothing of it would be visible. */
export function isInvisible(text: string): boolean {
  return nothingToSee.test(text)
}

/** Two comments that differ only in case, spacing or look-alike forms are the same comment. */
export function repeatKey(text: string): string {
  const same = text.normalize('NFKC').toLowerCase()
  // What is punctuation only ("!!!", "?") would all be one comment without it.
  return same.replace(/[\p{C}\p{Z}\p{P}\s]+/gu, ' ').trim() || same
}
