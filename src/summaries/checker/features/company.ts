import type { Term } from '../../language/terms.ts'
import { alike, weightOf } from '../aligning/align.ts'
import type { Comparison } from '../comparison.ts'
import { type Family, familyOf } from '../families.ts'
import type { Features, Signs } from '../features.ts'
import { placesOf } from '../aligning/positions.ts'
import { somePlacesOf } from '../aligning/whereabouts.ts'

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
  return { ...supports(words), ...neighbourhoods(words), ...loneliness(words, comparison) }
}

function wordOf(term: Term, comparison: Comparison): Word {
  const { source } = comparison
  const rarity = source.sentences.length / (1 + placesOf(term, source).length)
  const places = somePlacesOf(term, source)
  return { term, family: familyOf(term, comparison), value: Math.log(1 + rarity), places }
}

/** The share of the rest of the claim to be found around some place of each word. */
function supports(words: readonly Word[]): Features {
  const around = new Map<number, number>()
  for (const { places, value } of words) {
    let last = -1
    for (const place of places)
      for (let near = Math.max(place - 1, last + 1); near <= place + 1; near++) {
        around.set(near, (around.get(near) ?? 0) + value)
        last = near
      }
  }
  const all = words.reduce((sum, { value }) => sum + value, 0)
  const best = all === 0 ? 0 : Math.max(0, ...around.values()) / all
  const features: Features = { 'best window': best }
  for (const [name, families] of supported) {
    const shares = words
      .filter(({ family, places }) => families.includes(family) && places.length > 0)
      .map((word) => supportOf(word, around, all))
    const least = shares.length === 0 ? best : Math.min(...shares)
    features[`${name} supported`] = least
    features[`${name} unsupported`] = best - least
  }
  return features
}

const supported: readonly [string, readonly Family[]][] = [
  ['name', ['name']],
  ['number', ['number', 'date']],
  ['content', ['content', 'name']],
]

function supportOf(word: Word, around: ReadonlyMap<number, number>, all: number): number {
  const rest = all - word.value
  if (rest <= 0) return 1
  return Math.max(...word.places.map((place) => ((around.get(place) ?? 0) - word.value) / rest))
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
    if (distance(places, others) === 0) together += 1
    else if (distance(places, others) > 1) apart += 1
  }
  return { together: seen === 0 ? 1 : together / seen, apart: Math.min(5, apart) }
}

function distance(places: readonly number[], others: readonly number[]): number {
  let least = Infinity
  for (const place of places)
    for (const other of others) least = Math.min(least, Math.abs(place - other))
  return least
}

/** Words that stand in the article, but nowhere within a few words of their neighbours. */
function loneliness(words: readonly Word[], comparison: Comparison): Features {
  const known = words.filter(({ places }) => places.length > 0)
  const lonely = words.filter(({ places }, at) => {
    if (places.length === 0) return false
    const neighbours = [words[at - 1], words[at + 1]].filter((word) => word !== undefined)
    return !neighbours.some((neighbour) => meets(words[at] as Word, neighbour, comparison))
  })
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

function meets(word: Word, neighbour: Word, { source }: Comparison): boolean {
  return word.places.slice(0, neighbourhoodsLookedAt).some((place) => {
    const terms = source.sentences[place]?.terms ?? []
    const at = terms.findIndex((term) => alike(word.term, term) > 0)
    return terms
      .slice(Math.max(0, at - reach), at + reach + 1)
      .some((term) => term !== terms[at] && alike(neighbour.term, term) > 0)
  })
}
