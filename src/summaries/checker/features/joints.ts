import { leansBack } from '../../language/openings.ts'
import type { Term } from '../../language/terms.ts'
import type { Comparison } from '../comparison.ts'
import type { Features, Signs } from '../features.ts'

/** Where the claim was cut out of the anchor, and sewn together again. */
export const jointSigns: Signs = {
  'starts inside': -1,
  'cut off': -1,
  'widest gap': -1,
  gaps: -1,
  orphaned: -1,
}

/** What stands before the claim in its summary. */
export interface Context {
  /** The claim is all there is: nobody expects it to stand alone. */
  alone: boolean
  previous?: Comparison
}

/** A longer gap in the anchor is another clause, and says no more when it grows. */
const longestGap = 12

export function jointFeatures(comparison: Comparison, context: Context): Features {
  const { anchor, alignment } = comparison.passage
  const partners = alignment.pairs.filter((partner) => partner >= 0)
  const first = partners[0] ?? 0
  const last = partners.at(-1) ?? 0
  const gaps = partners.slice(1).map((partner, at) => partner - (partners[at] as number) - 1)
  const whole = comparison.passage.coverage
  return {
    'starts inside': isInside(anchor.terms[first - 1], anchor.terms[first], anchor.text) * whole,
    'cut off': isInside(anchor.terms[last], anchor.terms[last + 1], anchor.text) * whole,
    'widest gap': Math.min(longestGap, Math.max(0, ...gaps)),
    gaps: gaps.filter((gap) => gap > 0).length,
    orphaned: Number(isOrphaned(comparison, context)),
  }
}

/** 1 where no mark of punctuation stands between two words of the anchor and the second is no joint. */
function isInside(left: Term | undefined, right: Term | undefined, text: string): number {
  if (!left || !right) return 0
  if (/[^\s\p{L}\p{N}]/u.test(text.slice(left.end, right.start))) return 0
  // Captions run into one another: a capital letter may open the next.
  return right.kind === 'function' || right.capital ? 0.5 : 1
}

/** It opens with a pronoun or a connective, and what stands before it is not what stood before it in the article. */
function isOrphaned({ text, passage, source }: Comparison, context: Context): boolean {
  if (context.alone || !leansBack(text, source.lexicon.language)) return false
  if (!context.previous) return true
  const here = passage.anchor.number
  const before = context.previous.passage.anchor.number
  return here - before > 1 || here < before
}
