/** From this share of line ends that part a sentence on, the lines were broken at a width. */
const wrappedFrom = 1 / 3
const brokenWithin = /(?<![.!?…:;]["'”’»)]?)[ \t]*\n[ \t]*(?=["'“‘«(]?\p{Ll})/gu
const opensLarge = /(?:^|[.!?]["'”’]?\s+)["'“‘]?\p{Lu}\p{Ll}/mu
const softBreak = /(?<=\S)[ \t]*\n[ \t]*(?=\S)/g

/**
 * The text with the line breaks taken out that a program put in at a width, as e-mail and old files
 * have them; blank lines stay. So does text whose sentences open small: there a small letter behind a
 * line break says nothing.
 */
export function unwrapped(text: string): string {
  const breaks = text.match(softBreak)?.length ?? 0
  if (breaks === 0 || !opensLarge.test(text)) return text
  const within = text.match(brokenWithin)?.length ?? 0
  return within < breaks * wrappedFrom ? text : text.replace(softBreak, ' ')
}
