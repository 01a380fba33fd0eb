import type { Term } from '../../language/terms.ts'
import { weightOf } from '../aligning/align.ts'
import type { Comparison } from '../comparison.ts'
import { type Family, familyOf } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { positionsOf } from '../aligning/positions.ts'

/**
 * Does each word stand in the article among the words that it stands among in the claim (its
 * support)? And do those stand together somewhere in the article without it (its deficit)? A word
 * exchanged for another of the article is known, and only its company tells.
 */
const kinds = [
  kind('name', ['name']),
  kind('number', ['number', 'date', 'day', 'unit']),
  kind('word', [
    'content',
    'reporting',
    'quantifier',
    'comparison',
    'possibility',
    'certainty',
    'negation',
  ]),
]

/** Families that are judged together, and what their features are called. */
function kind(name: string, families: readonly Family[]) {
  return {
    families,
    least: `least ${name} support`,
    weak: `weak ${name}`,
    sum: `sum ${name} deficit`,
    most: `most ${name} deficit`,
  }
}

export const surroundingSigns: Signs = {
  'mean support': 1,
  'mean order': 1,
  'least order': 1,
  'least support': 1,
  'second least support': 1,
  'close support': 1,
  'close loss': -1,
  'weak words': -1,
  'very weak words': -1,
  'lost support': -1,
  'most deficit': -1,
  'sum deficit': -1,
  'mean deficit': -1,
  'new deficit': -1,
  ...Object.fromEntries(kinds.map(({ least }) => [least, 1])),
  ...Object.fromEntries(
    kinds.flatMap(({ weak, sum, most }) => [weak, sum, most]).map((name) => [name, -1]),
  ),
}

export interface Word {
  /** Its number among the claim's terms. */
  at: number
  family: Family
  /** Where the article has it, in terms from its beginning, in order. */
  positions: readonly number[]
  /** How much it tells: rare words more. */
  value: number
}

export interface Judged {
  word: Word
  /** 0…1, of the best place of the word; the order counts the same words in their order. */
  support: number
  order: number
  deficit: number
}

/** Occurrences of a word that are looked at. */
const occurrences = 16
/** In sentences of so many terms, a word in every one of them tells next to nothing. */
const termsOfSentence = 20
const leastValue = 0.3
const weakBelow = 0.5
const veryWeakBelow = 0.25

export function surroundingFeatures(comparison: Comparison): Features {
  if (isOneRun(comparison))
    return comparison.claim.some((term) => weightOf(term) === 1) ? atHome : withoutWords
  const { words, judged, close } = judgedWords(comparison)
  const total = sum(words, ({ value }) => value)
  const worth = (all: readonly Judged[], share: (one: Judged) => number) =>
    total === 0 ? 1 : sum(all, (one) => one.word.value * share(one)) / total
  const deficits = sum(judged, ({ deficit }) => deficit)
  const fresh = judged.filter(({ word }) => word.positions.length === 0)
  const features: Features = {
    'mean support': worth(judged, ({ support }) => support),
    'mean order': worth(judged, ({ order }) => order),
    ...leastOf(judged),
    'close support': worth(close, ({ order }) => order),
    'close loss': sum(close, ({ order }) => 1 - order),
    'weak words': judged.filter(({ support }) => support < weakBelow).length,
    'very weak words': judged.filter(({ support }) => support < veryWeakBelow).length,
    'lost support': sum(judged, ({ word, support }) => word.value * (1 - support)),
    'most deficit': most(judged),
    'sum deficit': deficits,
    'mean deficit': deficits / Math.max(1, judged.length),
    'new deficit': most(fresh),
  }
  for (const { families, ...names } of kinds) {
    const some = judged.filter(({ word }) => families.includes(word.family))
    features[names.least] = Math.min(1, ...some.map(({ support }) => support))
    features[names.weak] = sum(some, ({ support }) => 1 - support)
    features[names.sum] = sum(some, ({ deficit }) => deficit)
    features[names.most] = most(some)
  }
  return features
}

/** What the article says word for word: all that speaks for a claim, and nothing against it. */
const atHome: Features = Object.fromEntries(
  Object.entries(surroundingSigns).map(([name, sign]) => [name, Number(sign > 0)]),
)
const withoutWords: Features = { ...atHome, 'least support': 0, 'second least support': 0 }

export interface JudgedWords {
  words: readonly Word[]
  judged: readonly Judged[]
  close: readonly Judged[]
}

/** The words with meaning of a claim, each with its company: as far as a clause goes, and close by. */
export function judgedWords(comparison: Comparison): JudgedWords {
  const known = judgedBefore.get(comparison)
  if (known) return known
  const words = wordsOf(comparison)
  const judged = words.map((_, at) => judge(words, at, usual))
  const close = words.map((_, at) => judge(words, at, narrow))
  const all = { words, judged, close }
  judgedBefore.set(comparison, all)
  return all
}

/** Claims are judged as a whole and word by word, from the same figures. */
const judgedBefore = new WeakMap<Comparison, JudgedWords>()

/** What the article says word for word keeps its company; most extracts do. */
export function isOneRun({ passage }: Comparison): boolean {
  const { pairs } = passage.alignment
  return pairs.every((partner, at) => partner >= 0 && partner === (pairs[0] as number) + at)
}

/** Of the words that the article has at all. */
function leastOf(judged: readonly Judged[]): Features {
  const known = judged.filter(({ word }) => word.positions.length > 0)
  const supports = known.map(({ support }) => support).toSorted((a, b) => a - b)
  const [least = 0, second = least] = supports
  return {
    'least order': Math.min(1, ...known.map(({ order }) => order)),
    'least support': least,
    'second least support': second,
  }
}

function wordsOf(comparison: Comparison): Word[] {
  const { claim, source } = comparison
  return claim.flatMap((term, at) => {
    if (weightOf(term) !== 1) return []
    const positions = placesOfWord(term, at, comparison)
    const rarity = source.terms.length / termsOfSentence / (1 + positions.length)
    const value = leastValue + Math.log(1 + rarity)
    return [
      { at, family: familyOf(term, comparison), positions: positions.slice(0, occurrences), value },
    ]
  })
}

/** `Monday` stands where the anchor has `yesterday`, if that is the day. */
function placesOfWord(term: Term, at: number, { passage, source }: Comparison): readonly number[] {
  const positions = positionsOf(term, source)
  const partner = passage.alignment.pairs[at] as number
  return positions.length === 0 && partner >= 0 ? [passage.anchor.from + partner] : positions
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((all, one) => all + value(one), 0)
}

function most(judged: readonly Judged[]): number {
  return Math.max(0, ...judged.map(({ deficit }) => deficit))
}

/** How far a word's surroundings go: in the claim, in words on either side; in the article, in terms. */
interface Scale {
  reach: number
  clause: number
}

const usual: Scale = { reach: 4, clause: 6 }
const narrow: Scale = { reach: 2, clause: 10 }

interface Neighbour {
  positions: readonly number[]
  weight: number
  isAfter: boolean
}

function judge(words: readonly Word[], at: number, scale: Scale): Judged {
  const word = words[at] as Word
  const around = neighboursOf(words, at, scale.reach)
  const total = sum(around, ({ weight }) => weight)
  if (total === 0) return { word, support: Number(word.positions.length > 0), order: 1, deficit: 0 }
  let [support, order] = [0, 0]
  for (const position of word.positions) {
    support = Math.max(support, companyAt(position, around, scale.clause, 1) / total)
    order = Math.max(order, companyAt(position, around, scale.clause, otherOrder) / total)
    if (order >= enough) break
  }
  const context =
    support >= enough || scale === narrow ? 0 : contextOf(around, scale.clause) / total
  return { word, support, order, deficit: Math.max(0, context - support) }
}

/** Company that cannot be better; what is left to the whole is rounding. */
const enough = 1 - 1e-9

/** The best company of a place where the word itself may be missing. */
function contextOf(around: readonly Neighbour[], clause: number): number {
  let best = 0
  for (const { positions } of around)
    // Half a term behind the neighbour, so that the neighbour itself counts.
    for (const position of positions)
      best = Math.max(best, companyAt(position + 0.5, around, clause, 1))
  return best
}

function neighboursOf(words: readonly Word[], at: number, reach: number): Neighbour[] {
  const around: Neighbour[] = []
  const last = Math.min(words.length - 1, at + reach)
  for (let other = Math.max(0, at - reach); other <= last; other++) {
    const { value, positions } = words[other] as Word
    if (other === at) continue
    around.push({
      positions,
      weight: value / Math.sqrt(Math.abs(other - at)),
      isAfter: other > at,
    })
  }
  return around
}

/** What a neighbour on the other side than in the claim is worth. */
const otherOrder = 0.5

/** The weight of the neighbours that stand close to a place of the article. */
function companyAt(
  place: number,
  around: readonly Neighbour[],
  clause: number,
  turned: number,
): number {
  let company = 0
  for (const { positions, weight, isAfter } of around) {
    let before = -Infinity
    let after = Infinity
    for (const position of positions) {
      if (position < place) before = position
      else if (position > place) {
        after = position
        break
      }
    }
    const left = closeness(place - before, clause) * (isAfter ? turned : 1)
    const right = closeness(after - place, clause) * (isAfter ? 1 : turned)
    company += weight * Math.max(left, right)
  }
  return company
}

/** Beyond so many terms the article is about something else. */
const nearby = 60

/** How close two places of the article are, 0…1: in one clause, or farther. */
function closeness(distance: number, clause: number): number {
  if (distance <= clause) return 1
  return distance <= nearby ? clause / distance : 0
}
