import type { Summary } from './summary.ts'

const iptc = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/**
 * How it was made, as IPTC's Digital Source Type has it (see the decision on source types). The
 * words of an extract are people's: a machine only left sentences out.
 */
function sourceTypeOf({ method, sentences }: Summary): string {
  if (method === 'extract') return 'algorithmicallyEnhanced'
  return sentences.some(({ editedBy }) => editedBy !== undefined)
    ? 'compositeWithTrainedAlgorithmicMedia'
    : 'trainedAlgorithmicMedia'
}

export function sourceTypeAddress(summary: Summary): string {
  return iptc + sourceTypeOf(summary)
}

/** A summary for machines: what was said, on what it rests, what checked it, who examined it. */
export function summaryData(summary: Summary): object {
  const { method, revision, createdAt, examinedAt, examiner } = summary
  return {
    method,
    digitalSourceType: sourceTypeAddress(summary),
    revision,
    createdAt,
    examinedAt,
    examiner,
    sentences: summary.sentences.map(({ text, evidence, score, since, editedBy, shortened }) => ({
      text,
      evidence,
      checks: { verdict: 'supported', score },
      since,
      editedBy,
      shortened,
    })),
  }
}

/** The part of a NewsArticle that a machine made: https://schema.org/digitalSourceType */
export function summaryInJsonLd(summary: Summary): object {
  const name = sourceTypeOf(summary)
  return {
    '@type': 'WebPageElement',
    cssSelector: '#summary',
    digitalSourceType: `https://schema.org/${name.charAt(0).toUpperCase()}${name.slice(1)}DigitalSource`,
  }
}
