/** Text as it may be stored and drawn: well-formed, without the control characters of teletypes. */

/** Everything below the space except tab and line ends, DEL, and the non-characters. */
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

export function storable(text: string): string {
  return text.toWellFormed().replace(unstorable, '')
}

/** One line of it, white space collapsed; undefined where nothing is left. */
export function storableLine(text: string | undefined | null): string | undefined {
  const kept = storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return kept === '' ? undefined : kept
}
