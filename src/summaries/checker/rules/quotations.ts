import { plainText } from '../../language/plain-text.ts'
import { termsOf } from '../../language/terms.ts'
import { align } from '../align.ts'
import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'

/** What stands between quotation marks stands in the article, letter by letter. */
export function quotationsAreExact(comparison: Comparison): Finding[] {
  const { plain } = comparison.source
  return quotationsOf(plainText(comparison.text))
    .filter((quotation) => !plain.includes(quotation))
    .map((quotation) => ({
      rule: 'quotation',
      weight: saysTheSame(quotation, comparison) ? spelledOtherwise : 0.98,
      text: `These are not the article's words: “${quotation}”.`,
    }))
}

/** Enough to fail a sentence, less than a changed word: `2` for `two`, `do not` for `don't`. */
const spelledOtherwise = 0.55
/** Quotations of fewer characters are letters and signs. */
const shortestQuotation = 2

/** What is between the marks, without the punctuation that the sentence around it may change. */
export function quotationsOf(plain: string): string[] {
  const found = plain.matchAll(
    /"([^"]+)"|(?<![\p{L}\p{N}])'((?:[^']|(?<=\p{L})'(?=\p{L}))+)'(?!\p{L})/gu,
  )
  return [...found]
    .map((match) => (match[1] ?? match[2] ?? '').trim().replace(/[.,;:!?]+$/, ''))
    .filter((quotation) => quotation.length >= shortestQuotation)
}

function saysTheSame(quotation: string, { source, passage }: Comparison): boolean {
  const terms = termsOf(quotation, source.lexicon)
  const { pairs } = align(terms, passage.anchor.terms)
  return pairs.every(
    (partner, at) => partner >= 0 && (at === 0 || partner === (pairs[at - 1] ?? 0) + 1),
  )
}
