import { termsOf } from '../../language/terms.ts'
import { align } from '../aligning/align.ts'
import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import {
  type Fit,
  fitOf,
  isOwnSentence,
  type Quotation,
  quotationsIn,
  quotationsOf,
} from '../quoting/quotations.ts'
import type { SourceSentence } from '../source.ts'

/** What stands between quotation marks stands between them in the article, letter by letter. */
export function quotationsAreExact(comparison: Comparison): Finding[] {
  const { text, passage, source } = comparison
  if (isOwnSentence(text, source)) return []
  const quotations = quotationsIn(comparison)
  return quotations.flatMap((quotation) => {
    const fit = fitOf(quotation, comparison)
    const told = quotations.filter(({ words }) => words === quotation.words).length
    if (told > 1 && 'holder' in fit && told > timesIn(passage.anchor, quotation))
      return [{ rule: 'quotation', ...judged('words', quotation.words) }]
    if (!('wrong' in fit)) return []
    const found = judged(fit.wrong, quotation.words)
    const isSpelling = fit.wrong === 'words' && saysTheSame(quotation.words, comparison)
    const weight = isSpelling ? spelledOtherwise : found.weight
    return [{ rule: 'quotation', ...found, weight }]
  })
}

function timesIn(holder: SourceSentence, { words }: Quotation): number {
  return quotationsOf(holder.text).filter((own) => own.words.includes(words)).length
}

/** Enough to fail a sentence, less than a changed word: `2` for `two`, `do not` for `don't`. */
const spelledOtherwise = 0.5

function saysTheSame(words: string, { source, passage }: Comparison): boolean {
  const terms = termsOf(words, source.lexicon)
  const { pairs } = align(terms, passage.anchor.terms)
  return pairs.every(
    (partner, at) => partner >= 0 && (at === 0 || partner === (pairs[at - 1] ?? 0) + 1),
  )
}

type Wrong = Extract<Fit, { wrong: string }>['wrong']

function judged(wrong: Wrong, words: string): { weight: number; text: string } {
  const shown = `“${words.replaceAll('"', '’')}”`
  return {
    words: { weight: 0.6, text: `These are not the article's words: ${shown}.` },
    'not-quoted': { weight: 0.6, text: `The article does not have this as a quotation: ${shown}.` },
    cut: { weight: 0.55, text: `The quotation is cut inside a sentence: ${shown}.` },
  }[wrong]
}
