import type { Term } from '../../language/terms.ts'
import { type Comparison, isName, isSourceName } from '../comparison.ts'
import { families, kindFamily } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { inAnchor, inArticle } from '../whereabouts.ts'

/** Closed classes in which a word of the claim shuts out the anchor's word of the same kind. */
const exclusive = families.filter(
  (family) => family !== 'name' && family !== 'content' && family !== 'function',
)

/** Wherever they stand: the claim has one of a kind, the anchor another. */
export const contrastSigns: Signs = {
  ...Object.fromEntries(exclusive.map((family) => [contrast(family), -1])),
  'other name': -1,
  opposites: -1,
  'hedge made sure': -1,
  'more negations': -1,
  'fewer negations': -1,
  'first negation': -1,
  'strange unit': -1,
}

export function contrastFeatures(comparison: Comparison): Features {
  const { claim, passage, source } = comparison
  const taken = new Set(passage.alignment.pairs)
  const left = passage.anchor.terms.filter((_, at) => !taken.has(at))
  const own = claim.filter(
    (term, at) => (passage.alignment.pairs[at] as number) < 0 && !inAnchor(term, comparison),
  )
  const sure = own.some((term) => term.kind === 'certainty')
  return {
    ...Object.fromEntries(exclusive.map((family) => [contrast(family), both(family, own, left)])),
    'other name': Number(
      own.some((term) => isName(term, comparison)) &&
        left.some((term) => isSourceName(term, comparison)),
    ),
    opposites: Number(
      own.some((term) => left.some((other) => source.lexicon.areOpposites(term.key, other.key))),
    ),
    'hedge made sure': Number(sure && left.some((term) => term.kind === 'possibility')),
    ...negations(claim, passage.anchor.terms),
    'strange unit': strangeUnits(comparison),
  }
}

function contrast(family: string): string {
  return `other ${family}`
}

function both(family: string, own: readonly Term[], left: readonly Term[]): number {
  const has = (terms: readonly Term[]) => terms.some((term) => kindFamily(term) === family)
  return Number(has(own) && has(left))
}

function negations(claim: readonly Term[], anchor: readonly Term[]): Features {
  const count = (terms: readonly Term[]) =>
    terms.filter((term) => kindFamily(term) === 'negation').length
  const [own, theirs] = [count(claim), count(anchor)]
  return {
    'more negations': Math.min(2, Math.max(0, own - theirs)),
    'fewer negations': Math.min(2, Math.max(0, theirs - own)),
    'first negation': Number(own > 0 && theirs === 0),
  }
}

/** Numbers that the article has, but never beside this unit. */
function strangeUnits({ claim, source }: Comparison): number {
  let strange = 0
  for (const [at, term] of claim.entries()) {
    if ((term.kind !== 'number' && term.kind !== 'year') || !inArticle(term, source)) continue
    const before = claim[at - 1]
    const next = claim[at + 1]
    if (next?.kind === 'unit' && !source.bigrams.has(`${term.key} ${next.key}`)) strange += 1
    if (before?.kind === 'unit' && !source.bigrams.has(`${before.key} ${term.key}`)) strange += 1
  }
  return Math.min(2, strange)
}
