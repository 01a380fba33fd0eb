import type { Term } from '../../language/terms.ts'
import { alike, weightOf } from '../aligning/align.ts'
import type { Comparison } from '../comparison.ts'
import { type Family, familyOf } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { placesOf } from '../aligning/positions.ts'
import { somePlacesOf } from '../aligning/whereabouts.ts'
import type { Source } from '../source.ts'

/** The company that words keep: does the article have together what the claim puts together? */
export const companySigns: Signs = {
  'best window': 1,
  'name supported': 1,
  'number supported': 1,
  'content supported': 1,
  'name unsupported': -1,
  'number unsupported': -1,
  'content unsupported': -1,
  together: 1,
  apart: -1,
  'lonely names': -1,
  'lonely numbers': -1,
  'lonely words': -1,
  'lonely share': -1,
}

interface Word {
  term: Term
  family: Family
  /** Weight times rarity in the article. */
  value: number
  places: readonly number[]
}

/** Places of a word whose neighbours are looked at. */
const neighbourhoodsLookedAt = 12

export function companyFeatures(comparison: Comparison): Features {
  const words = comparison.claim
    .filter((term) => weightOf(term) === 1)
    .map((term) => wordOf(term, comparison))
  return {
    ...supports(words, comparison.source.sentences.length),
    ...neighbourhoods(words),
    ...loneliness(words, comparison),
  }
}

function wordOf(term: Term, comparison: Comparison): Word {
  const { source } = comparison
  const rarity = source.sentences.length / (1 + placesOf(term, source).length)
  const places = somePlacesOf(term, source)
  return { term, family: familyOf(term, comparison), value: Math.log(1 + rarity), places }
}

/** The share of the rest of the claim to be found around some place of each word. */
function supports(words: readonly Word[], sentences: number): Features {
  // One more on either side: a place at an end of the article has a neighbour that is none.
  const around = new Float64Array(sentences + 2)
  for (const { places, value } of words) {
    let last = 0
    for (const place of places)
      for (let near = Math.max(place, last + 1); near <= place + 2; near++) {
        around[near] = (around[near] as number) + value
        last = near
      }
  }
  const all = words.reduce((sum, { value }) => sum + value, 0)
  const best = all === 0 ? 0 : around.reduce((most, company) => Math.max(most, company), 0) / all
  const features: Features = { 'best window': best }
  for (const { families, supported, unsupported } of kinds) {
    let least: number | undefined
    for (const word of words) {
      if (word.places.length === 0 || !families.includes(word.family)) continue
      const support = supportOf(word, around, all)
      if (least === undefined || support < least) least = support
    }
    features[supported] = least ?? best
    features[unsupported] = best - (least ?? best)
  }
  return features
}

const kinds = [
  kind('name', ['name']),
  kind('number', ['number', 'date']),
  kind('content', ['content', 'name']),
]

function kind(name: string, families: readonly Family[]) {
  return { families, supported: `${name} supported`, unsupported: `${name} unsupported` }
}

function supportOf({ places, value }: Word, around: Float64Array, all: number): number {
  const rest = all - value
  if (rest <= 0) return 1
  return places.reduce(
    (most, place) => Math.max(most, ((around[place + 1] as number) - value) / rest),
    -Infinity,
  )
}

/** Of the neighbours that the article both has: how many it has in one sentence, or nowhere near. */
function neighbourhoods(words: readonly Word[]): Features {
  let seen = 0
  let together = 0
  let apart = 0
  for (const [at, { places }] of words.entries()) {
    const others = words[at - 1]?.places ?? []
    if (places.length === 0 || others.length === 0) continue
    seen += 1
    const apartBy = distance(places, others)
    if (apartBy === 0) together += 1
    else if (apartBy > 1) apart += 1
  }
  return { together: seen === 0 ? 1 : together / seen, apart: Math.min(5, apart) }
}

/** Of the two closest of two rows of places in order. */
function distance(places: readonly number[], others: readonly number[]): number {
  let least = Infinity
  let [at, other] = [0, 0]
  while (at < places.length && other < others.length && least > 0) {
    const difference = (places[at] as number) - (others[other] as number)
    least = Math.min(least, Math.abs(difference))
    if (difference < 0) at += 1
    else other += 1
  }
  return least
}

/** Words that stand in the article, but nowhere within a few words of their neighbours. */
function loneliness(words: readonly Word[], { source }: Comparison): Features {
  const known = words.filter(({ places }) => places.length > 0)
  const lonely = words.filter(
    (word, at) =>
      word.places.length > 0 &&
      !meets(word, words[at - 1], source) &&
      !meets(word, words[at + 1], source),
  )
  const count = (...families: Family[]) =>
    Math.min(4, lonely.filter(({ family }) => families.includes(family)).length)
  return {
    'lonely names': count('name'),
    'lonely numbers': count('number', 'date'),
    'lonely words': Math.min(8, lonely.length) - count('name') - count('number', 'date'),
    'lonely share': known.length === 0 ? 0 : lonely.length / known.length,
  }
}

/** How far apart, in terms, two words may stand and still belong together. */
const reach = 4

function meets(word: Word, neighbour: Word | undefined, source: Source): boolean {
  if (!neighbour) return false
  return word.places.slice(0, neighbourhoodsLookedAt).some((place) => {
    const terms = source.sentences[place]?.terms ?? []
    const at = terms.findIndex((term) => alike(word.term, term) > 0)
    const last = Math.min(terms.length - 1, at + reach)
    for (let near = Math.max(0, at - reach); near <= last; near++) {
      if (near !== at && alike(neighbour.term, terms[near] as Term) > 0) return true
    }
    return false
  })
}
