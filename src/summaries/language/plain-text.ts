/** Text in the form in which quotations are compared: to the character, but for typography. */
export function plainText(text: string): string {
  if (isPlain.test(text)) return text
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›`]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[–—]/g, '-')
}

/** ASCII without what is replaced: most sentences by far. */
const isPlain = /^(?: ?[!-_a-~])* ?$/
