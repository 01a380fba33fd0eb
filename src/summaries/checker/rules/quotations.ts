import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { plainText } from '../source.ts'

/** Quotations of at least this many characters are the article's to the character. */
const shortestQuotation = 2

/** What stands between quotation marks stands in the article, letter by letter. */
export function quotationsAreExact(comparison: Comparison): Finding[] {
  const { plain } = comparison.source
  return quotationsOf(plainText(comparison.text))
    .filter((quotation) => !plain.includes(quotation))
    .map((quotation) => ({
      rule: 'quotation',
      weight: 0.98,
      text: `These are not the article's words: “${quotation}”.`,
    }))
}

/** What is between the marks, without the punctuation that the sentence around it may change. */
export function quotationsOf(plain: string): string[] {
  const found = plain.matchAll(
    /"([^"]+)"|(?<![\p{L}\p{N}])'((?:[^']|(?<=\p{L})'(?=\p{L}))+)'(?!\p{L})/gu,
  )
  return [...found]
    .map((match) => (match[1] ?? match[2] ?? '').trim().replace(/[.,;:!?]+$/, ''))
    .filter((quotation) => quotation.length >= shortestQuotation)
}
