import type { Term } from '../../language/terms.ts'
import { hasLike } from '../aligning/align.ts'
import { areNeighbours } from '../aligning/positions.ts'
import { type Comparison, isSourceName } from '../comparison.ts'
import { type Family, kindFamily } from '../families.ts'
import { follows, framed, othersBeside } from './article-words.ts'
import type { Judged } from '../features/surroundings.ts'
import type { Source } from '../source.ts'
import { modalityOf } from './modality.ts'
import { type WordInPlace, wordsInPlace } from './words-in-place.ts'

/** A word of a claim as numbers, in the order of `wordFeatureNames`. */
export interface DescribedWord {
  /** Its number among the claim's terms. */
  at: number
  values: Float64Array
}

export function describedWords(comparison: Comparison): DescribedWord[] {
  const words = wordsInPlace(comparison)
  const claim = claimOf(words, comparison)
  return words.map((word) => ({
    at: word.at,
    values: Float64Array.from(features, ([, value]) => value(word, comparison, claim)),
  }))
}

/** What all words of a claim share. */
interface Claim {
  /** Terms of the passage that stand for none of the claim's. */
  dropped: readonly Term[]
  words: number
  /** Shares of its words: those that the article has, and those without a place in the passage. */
  known: number
  unaligned: number
}

function claimOf(words: readonly WordInPlace[], { passage }: Comparison): Claim {
  const taken = new Set(passage.alignment.pairs)
  const share = (is: (word: WordInPlace) => boolean) =>
    words.filter(is).length / Math.max(1, words.length)
  return {
    dropped: passage.anchor.terms.filter((_, at) => !taken.has(at)),
    words: words.length,
    known: share(({ judged }) => judged.word.positions.length > 0),
    unaligned: share(({ partner }) => partner < 0),
  }
}

type Feature = (word: WordInPlace, comparison: Comparison, claim: Claim) => number

const kinds: Readonly<Record<string, readonly Family[]>> = {
  name: ['name'],
  number: ['number', 'date', 'day', 'unit'],
  modal: ['possibility', 'certainty'],
  negation: ['negation'],
  comparing: ['comparison', 'quantifier'],
  reporting: ['reporting'],
  pronoun: ['pronoun'],
  plain: ['content', 'function'],
}

/** In a longer gap than this no word answers to another. */
const exchangedUpTo = 8
const longestGap = 15
const mostOccurrences = 8
const longestKey = 12
const mostValue = 4

const features: readonly (readonly [string, Feature])[] = [
  ...Object.entries(kinds).map(([name, families]): [string, Feature] => [
    name,
    ({ judged }) => Number(families.includes(judged.word.family)),
  ]),
  ['place', (word, comparison) => placeOf(word, comparison)],
  ['occurrences', ({ judged }) => Math.min(mostOccurrences, judged.word.positions.length)],
  ['support', ({ judged }) => judged.support],
  ['order', ({ judged }) => judged.order],
  ['deficit', ({ judged }) => judged.deficit],
  ['close support', ({ close }) => close.support],
  ['close order', ({ close }) => close.order],
  ['left aligned', ({ alignedLeft }) => alignedLeft],
  ['right aligned', ({ alignedRight }) => alignedRight],
  ['frame', ({ frame }) => frame],
  ['gap', ({ gapLength }) => Math.min(longestGap, gapLength)],
  ['same kind in gap', ({ gap, term }) => hasInGap(gap, (o) => kindFamily(o) === kindFamily(term))],
  ['name in gap', ({ gap }, comparison) => hasInGap(gap, (o) => isSourceName(o, comparison))],
  ['word in gap', ({ gap }) => hasInGap(gap, ({ kind }) => kind === 'content')],
  ['left pair', ({ left, term }, { source }) => pairKnown(left, term, source)],
  ['right pair', ({ right, term }, { source }) => pairKnown(term, right, source)],
  ['left follows', (word) => inOrder(word.before[0], word.judged)],
  ['right follows', (word) => inOrder(word.judged, word.after[0])],
  ['turned', isTurned],
  ['other at left', ({ left, term }, comparison) => othersBeside(left, term, 1, comparison)],
  ['other at right', ({ right, term }, comparison) => othersBeside(right, term, -1, comparison)],
  ['framed', ({ left, right, term }, { source }) => framed(left, right, term, source)],
  [
    'opposite',
    ({ term }, { source }, { dropped }) =>
      Number(dropped.some((other) => source.lexicon.areOpposites(term.key, other.key))),
  ],
  ['relative', (word, { passage }) => relativeAmong(word, passage.anchor.terms)],
  ['relative dropped', (word, _, { dropped }) => relativeAmong(word, dropped)],
  ['opening', ({ at }) => Number(at === 0)],
  ['length', ({ term }) => Math.min(longestKey, term.key.length)],
  ['ending', ({ term }) => endings.findIndex((ending) => term.text.endsWith(ending))],
  ['value', ({ judged }) => Math.min(mostValue, judged.word.value)],
  ['support of left', ({ before }) => before[0]?.support ?? 1],
  ['support of right', ({ after }) => after[0]?.support ?? 1],
  ['modality', ({ term, after }, { source }) => modalityOf(term, after, source)],
  ['where', ({ at }, { claim }) => at / claim.length],
  ['coverage', (_, { passage }) => passage.coverage],
  ['claim known', (_, __, { known }) => known],
  ['claim words', (_, __, { words }) => words],
  ['claim unaligned', (_, __, { unaligned }) => unaligned],
]

/** The order of the values of a word. */
export const wordFeatureNames: readonly string[] = features.map(([name]) => name)

const endings = ['ed', 'ing', 's', 'ly', 'er', 'ion']

/** Within so many terms of the passage a word is near. */
const nearby = 50

/** Where the article has it: 0 in its place, 1 moved, 2 in the second sentence, 3 near, 4 far, 5 nowhere. */
function placeOf({ term, partner, judged }: WordInPlace, { passage }: Comparison): number {
  if (partner >= 0) return 0
  if (hasLike(term, passage.anchor.terms)) return 1
  if (passage.second && hasLike(term, passage.second.terms)) return 2
  if (judged.word.positions.length === 0) return 5
  const { from, terms } = passage.anchor
  const isNear = judged.word.positions.some(
    (place) => place > from - nearby && place < from + terms.length + nearby,
  )
  return isNear ? 3 : 4
}

function hasInGap(gap: readonly Term[], is: (term: Term) => boolean): number {
  return Number(gap.length <= exchangedUpTo && gap.some(is))
}

/** 1 where they are neighbours in the article, 2 where there is no neighbour. */
function pairKnown(first: Term | undefined, second: Term | undefined, source: Source): number {
  return first && second ? Number(areNeighbours(first, second, source)) : 2
}

/** 1 where the second follows the first in the article, 2 where one of them is not there. */
function inOrder(first: Judged | undefined, second: Judged | undefined): number {
  return first && second ? Number(follows(first.word.positions, second.word.positions)) : 2
}

/** The article has it and its neighbour in the other order only. */
function isTurned({ before, judged, after }: WordInPlace): number {
  const turned = (first: Judged | undefined, second: Judged | undefined) =>
    inOrder(first, second) === 0 && inOrder(second, first) === 1
  return Number(turned(before[0], judged) || turned(judged, after[0]))
}

function relativeAmong({ term, partner }: WordInPlace, others: readonly Term[]): number {
  return Number(
    partner < 0 && others.some(({ key }) => key !== term.key && areRelatives(key, term.key)),
  )
}

/** `invade` and `invasion`. */
function areRelatives(key: string, other: string): boolean {
  let shared = 0
  while (shared < key.length && key[shared] === other[shared]) shared += 1
  return shared >= 4 && shared > Math.min(key.length, other.length) / 2
}
