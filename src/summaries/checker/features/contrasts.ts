import type { Term } from '../../language/terms.ts'
import { type Comparison, isName, isSourceName } from '../comparison.ts'
import { families, type Family, kindFamily } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { alike } from '../aligning/align.ts'
import { areNeighbours } from '../aligning/positions.ts'
import type { Source } from '../source.ts'
import { inAnchor, inArticle, somePlacesOf } from '../aligning/whereabouts.ts'

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
  'fewer hedges': -1,
  'no hedge left': -1,
  'strange unit': -1,
  'other count': -1,
  'strange speaker': -1,
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
    ...shutOut(own, left),
    'other name': Number(
      own.some((term) => isName(term, comparison)) &&
        left.some((term) => isSourceName(term, comparison)),
    ),
    opposites: Number(
      own.some((term) => left.some((other) => source.lexicon.areOpposites(term.key, other.key))),
    ),
    'hedge made sure': Number(sure && left.some((term) => term.kind === 'possibility')),
    ...negations(claim, passage.anchor.terms),
    ...hedges(claim, passage.anchor.terms),
    'strange unit': strangeUnits(comparison),
    'other count': otherCounts(comparison),
    'strange speaker': Number(hasStrangeSpeaker(comparison)),
  }
}

function contrast(family: string): string {
  return `other ${family}`
}

function shutOut(own: readonly Term[], left: readonly Term[]): Features {
  const theirs = new Set<Family>(left.map(kindFamily))
  const both = exclusive.filter(
    (family) => theirs.has(family) && own.some((term) => kindFamily(term) === family),
  )
  return Object.fromEntries(both.map((family) => [contrast(family), 1]))
}

function hedges(claim: readonly Term[], anchor: readonly Term[]): Features {
  const count = (terms: readonly Term[]) =>
    terms.filter((term) => term.kind === 'possibility').length
  const [own, theirs] = [count(claim), count(anchor)]
  return {
    'fewer hedges': Math.min(2, Math.max(0, theirs - own)),
    'no hedge left': Number(own === 0 && theirs > 0),
  }
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
    if (next?.kind === 'unit' && !areNeighbours(term, next, source)) strange += 1
    if (before?.kind === 'unit' && !areNeighbours(before, term, source)) strange += 1
  }
  return Math.min(2, strange)
}

/** How far behind a number the thing counted may stand. */
const countReach = 3

/** Things that the article counts, and nowhere with this number. */
function otherCounts({ claim, source }: Comparison): number {
  let others = 0
  for (const [at, term] of claim.entries()) {
    if (term.kind !== 'number') continue
    const thing = claim.slice(at + 1, at + 1 + countReach).find((word) => word.kind === 'content')
    if (!thing) continue
    if (isCountedOtherwise(thing, term, source)) others += 1
  }
  return Math.min(2, others)
}

/** The article has numbers before it, and never this one. */
function isCountedOtherwise(thing: Term, count: Term, source: Source): boolean {
  let isCounted = false
  for (const place of somePlacesOf(thing, source)) {
    const terms = source.sentences[place]?.terms ?? []
    const at = terms.findIndex((term) => alike(thing, term) > 0)
    for (let before = Math.max(0, at - countReach); before < at; before++) {
      const term = terms[before] as Term
      if (term.kind !== 'number') continue
      if (term.key === count.key) return false
      isCounted = true
    }
  }
  return isCounted
}

/** How far from its verb somebody who speaks may be named. */
const speakerReach = 4

/** Somebody says something here who says nothing in the article. */
function hasStrangeSpeaker(comparison: Comparison): boolean {
  const { claim, source } = comparison
  return claim.some((verb, at) => {
    if (verb.kind !== 'reporting') return false
    const names = claim
      .slice(Math.max(0, at - speakerReach), at)
      .filter((term) => isName(term, comparison))
    return names.length > 0 && !names.some((name) => speaks(name, source))
  })
}

function speaks(name: Term, source: Source): boolean {
  return somePlacesOf(name, source).some((place) => {
    const terms = source.sentences[place]?.terms ?? []
    const at = terms.findIndex((term) => term.key === name.key)
    return terms
      .slice(Math.max(0, at - speakerReach), at + speakerReach + 1)
      .some((term) => term.kind === 'reporting')
  })
}
