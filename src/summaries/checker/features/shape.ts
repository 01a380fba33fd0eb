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
  const pairs = claim.slice(1).map((term, at) => `${claim[at]?.key} ${term.key}`)
  const stutter = claim.filter((term, at) => at > 0 && term.key === claim[at - 1]?.key).length
  return {
    'repeated pairs': Math.min(3, pairs.length - new Set(pairs).size),
    stutter: Math.min(2, stutter),
    'unknown mark': Number(/\bUNK\b|\[unk\]|\uFFFD/i.test(text)),
    leans: Number(claim[0]?.kind === 'pronoun'),
    short: Number(claim.length < 5),
  }
}
