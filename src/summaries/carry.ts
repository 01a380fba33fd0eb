import type { Evidence, SummarySentence } from './summary.ts'
import type { SentenceCheck } from './summaries-tools.ts'

export interface Carried {
  kept: SummarySentence[]
  /** The numbers, from 1, of those that did not come along. */
  fallen: number[]
}

/**
 * What of a summary may stand beside the new text: each sentence whose passages are still there,
 * to the letter, and which passes the check against the new text as a whole. Passages may have
 * moved; the evidence moves with them. `before` and `after` are the paragraphs as the page shows
 * them, `check` tells of sentences what the new text says to them.
 */
export function carriedSentences(
  sentences: readonly SummarySentence[],
  revision: number,
  before: readonly string[],
  after: readonly string[],
  check: (texts: string[]) => readonly Pick<SentenceCheck, 'verdict' | 'score'>[],
): Carried {
  const moved = sentences.map((sentence) => movedTo(sentence, before, after))
  const checks = check(moved.map((sentence) => sentence?.text ?? ''))
  const kept: SummarySentence[] = []
  const fallen: number[] = []
  moved.forEach((sentence, i) => {
    const result = checks[i]
    if (sentence && result?.verdict === 'supported')
      kept.push({ ...sentence, score: result.score, since: sentence.since ?? revision })
    else fallen.push(i + 1)
  })
  return { kept, fallen }
}

function movedTo(
  sentence: SummarySentence,
  before: readonly string[],
  after: readonly string[],
): SummarySentence | undefined {
  const evidence: Evidence[] = []
  for (const { paragraph, start, end } of sentence.evidence) {
    const text = before[paragraph - 1]
    const place = text === undefined ? undefined : nearest(after, text, paragraph)
    if (place === undefined) return undefined
    evidence.push({ paragraph: place, start, end })
  }
  return evidence.length === 0 ? undefined : { ...sentence, evidence }
}

/** The number of the paragraph with this text that stands closest to where it stood. */
function nearest(paragraphs: readonly string[], text: string, from: number): number | undefined {
  return paragraphs
    .flatMap((paragraph, i) => (paragraph === text ? [i + 1] : []))
    .toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0]
}
