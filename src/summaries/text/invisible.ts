/**
 * Characters that carry text past a reader's eye: tags (U+E0000), variation selectors of the
 * second plane, controls of direction, zero-width ones, private use.
 */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}]/gu

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Characters that hide a message by themselves; one of them makes a sentence suspect. */
const smuggling = /[\u{e0000}-\u{e0fff}\u202a-\u202e\u2066-\u2069\u{f0000}-\u{10ffff}]/u

/** The text as it can be seen: NFC, nothing invisible, white space single. */
export function visibleText(text: string): string {
  const trimmed = text.trim()
  if (isVisible.test(trimmed)) return trimmed
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(control, ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** ASCII with single spaces inside: most sentences by far. */
const isVisible = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Whether the text hides something: tag or direction characters, or words in zero-width ones. */
export function hidesText(text: string): boolean {
  if (smuggling.test(text)) return true
  const unseen = text.match(/[\u200b\u2060\ufeff\u00ad]/g)?.length ?? 0
  return unseen > 3 && unseen * 8 > text.length
}
