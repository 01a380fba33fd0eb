import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import {
  type Fit,
  fitOf,
  isOwnSentence,
  type Quotation,
  quotationsOf,
} from '../quoting/quotations.ts'
import type { SourceSentence } from '../source.ts'

/** What stands between quotation marks stands between them in the article, letter by letter. */
export function quotationsAreExact({ text, passage, source }: Comparison): Finding[] {
  if (isOwnSentence(text, source)) return []
  const quotations = quotationsOf(text)
  return quotations.flatMap((quotation) => {
    const fit = fitOf(quotation, passage.anchor, source)
    const told = quotations.filter(({ words }) => words === quotation.words).length
    if (told > 1 && 'holder' in fit && told > timesIn(passage.anchor, quotation))
      return [{ rule: 'quotation', ...judged('words', quotation.words) }]
    return 'wrong' in fit ? [{ rule: 'quotation', ...judged(fit.wrong, quotation.words) }] : []
  })
}

function timesIn(holder: SourceSentence, { words }: Quotation): number {
  return quotationsOf(holder.text).filter((own) => own.words.includes(words)).length
}

type Wrong = Extract<Fit, { wrong: string }>['wrong']

function judged(wrong: Wrong, words: string): { weight: number; text: string } {
  const shown = `“${words.replaceAll('"', '’')}”`
  return {
    words: { weight: 0.98, text: `These are not the article's words: ${shown}.` },
    'not-quoted': { weight: 0.9, text: `The article does not have this as a quotation: ${shown}.` },
    cut: { weight: 0.6, text: `The quotation is cut inside a sentence: ${shown}.` },
  }[wrong]
}
