/** Text in the form in which quotations are compared: to the character, but for typography. */
export function plainText(text: string): string {
  if (!isTypographic.test(text)) return text
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›`]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[–—]/g, '-')
}

/** Anything but ASCII, and of that what is replaced: rare. */
const isTypographic = /[^ -_a-~]| {2}/
