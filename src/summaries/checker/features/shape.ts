import type { Term } from '../../language/terms.ts'
import type { Comparison } from '../comparison.ts'
import type { Features, Signs } from '../features.ts'

/** Whether the claim is a well-made sentence at all. */
export const shapeSigns: Signs = {
  'repeated pairs': -1,
  stutter: -1,
  'unknown mark': -1,
  leans: -1,
  short: -1,
}

export function shapeFeatures({ claim, text }: Comparison): Features {
  const stutter = claim.filter((term, at) => at > 0 && term.key === claim[at - 1]?.key).length
  return {
    'repeated pairs': Math.min(3, repeatedPairs(claim)),
    stutter: Math.min(2, stutter),
    'unknown mark': Number(/\bUNK\b|\[unk\]|\uFFFD/i.test(text)),
    leans: Number(claim[0]?.kind === 'pronoun'),
    short: Number(claim.length < 5),
  }
}

/** How many pairs of neighbours have stood in the claim before. */
function repeatedPairs(claim: readonly Term[]): number {
  let repeated = 0
  for (let at = 2; at < claim.length; at++)
    for (let before = 1; before < at; before++)
      if (isSamePair(claim, before, at)) {
        repeated += 1
        break
      }
  return repeated
}

function isSamePair(claim: readonly Term[], one: number, other: number): boolean {
  return claim[one]?.key === claim[other]?.key && claim[one - 1]?.key === claim[other - 1]?.key
}
