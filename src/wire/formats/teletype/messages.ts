/** The messages of one file: a line that stayed open, or the spool of a day, holds several. */

/** After SOH, or after the foot of a message that has no marks, the next one may begin. */
const boundary =
  /\u0001|\n[ \t]*\d{6}(?:[ \t]+[A-Z]{3,4})?[ \t]+\p{L}{3,4}[ \t]+\d{2}[ \t]*\r?\n\s*(?=[a-z]{2,4}\d{3,5}[ \t]|\[\d)/giu

/** Longer than the header lines of any message, in characters. */
const LONGEST_HEADER = 500

/**
 * The messages in a text that begins with one. `isMessage` tells one by its header; what no header
 * follows belongs to the message before it, so that nothing is lost.
 */
export function messagesIn(text: string, isMessage: (text: string) => boolean): string[] {
  const starts = [0]
  for (const found of text.matchAll(boundary)) {
    const isMark = found[0] === '\u0001'
    const at = found.index + (isMark ? 0 : found[0].length)
    const isFirst = !/[^\s\u0000-\u0008\u0016\u007f]/.test(
      text.slice(0, Math.min(at, LONGEST_HEADER)),
    )
    if (!isFirst && isMessage(text.slice(at, at + LONGEST_HEADER))) starts.push(at)
  }
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}
