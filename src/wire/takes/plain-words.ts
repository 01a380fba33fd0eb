/** A headline without case, marks, and what stands in brackets at its end, such as "(2nd take)". */
export function plainWords(text: string): string {
  const words = text.replace(/\s*\([^()]{1,40}\)\s*$/, '').toLowerCase()
  return words.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''
}
