import type { Term } from '../../language/terms.ts'
import type { Comparison } from '../comparison.ts'
import { families, familyOf } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { inAnchor, inArticle, inSecond, isNear } from '../aligning/whereabouts.ts'

/** Words of the claim that the anchor has not in their place, by kind and by where they are. */
const places = ['moved', 'second', 'near', 'far', 'nowhere'] as const

const names = families.flatMap((family) => places.map((place) => `${family} ${place}`))

export const straySigns: Signs = Object.fromEntries(names.map((name) => [name, -1]))

/** More than this of one kind say no more. */
const enough = 4

export function strayFeatures(comparison: Comparison): Features {
  const features: Features = {}
  for (const [at, term] of comparison.claim.entries()) {
    if ((comparison.passage.alignment.pairs[at] as number) >= 0) continue
    const name = `${familyOf(term, comparison)} ${placeOf(term, comparison)}`
    features[name] = Math.min(enough, (features[name] ?? 0) + 1)
  }
  return features
}

function placeOf(term: Term, comparison: Comparison): (typeof places)[number] {
  if (inAnchor(term, comparison)) return 'moved'
  if (inSecond(term, comparison)) return 'second'
  if (!inArticle(term, comparison.source)) return 'nowhere'
  return isNear(term, comparison) ? 'near' : 'far'
}
