import type { Term } from '../../language/terms.ts'
import { align, type Alignment, hasLike, weightOf } from './align.ts'
import type { Source, SourceSentence } from '../source.ts'
import { placesOf } from './positions.ts'

/** The place of the article that a claim rests on. */
export interface Passage {
  /** The sentence that the claim is compared with, word by word. */
  anchor: SourceSentence
  alignment: Alignment
  /** Share of the claim's weight that the anchor has, in order, 0…1. */
  coverage: number
  /** Another sentence that has much of what the anchor has not. */
  second?: SourceSentence
  /** Share of the claim's weight that either has. */
  joinedCoverage: number
}

/** How many sentences are aligned in full after the quick look by shared words. */
const candidates = 4
/** A second sentence belongs to the passage when it adds at least this share of the claim. */
const worthJoining = 0.1
/** What is less is rounding, for weights are summed up in different orders. */
const better = 1e-9

export function findPassage(claim: readonly Term[], source: Source): Passage | undefined {
  const likely = likelySentences(claim, source)
  let best: Omit<Passage, 'joinedCoverage'> | undefined
  for (const number of likely) {
    const anchor = source.sentences[number] as SourceSentence
    const alignment = align(claim, anchor.terms)
    const coverage = alignment.total === 0 ? 0 : alignment.matched / alignment.total
    if (!best || coverage > best.coverage + better) best = { anchor, alignment, coverage }
    // Nothing covers more than everything, and most extracts are covered by their own sentence.
    if (best.coverage > 1 - better) break
  }
  return best && withSecond(claim, best, likely, source)
}

function withSecond(
  claim: readonly Term[],
  best: Omit<Passage, 'joinedCoverage'>,
  likely: number[],
  source: Source,
): Passage {
  const at = best.anchor.number
  const left = claim.filter((_, number) => (best.alignment.pairs[number] as number) < 0)
  if (left.length === 0) return { ...best, joinedCoverage: best.coverage }
  let most = 0
  let second: SourceSentence | undefined
  for (const number of new Set([at - 1, at + 1, ...likely])) {
    const sentence = source.sentences[number]
    if (!sentence || number === at) continue
    const added = weigh(left.filter((term) => hasLike(term, sentence.terms)))
    if (added > most) [most, second] = [added, sentence]
  }
  const share = best.alignment.total === 0 ? 0 : most / best.alignment.total
  return second && share >= worthJoining
    ? { ...best, second, joinedCoverage: best.coverage + share }
    : { ...best, joinedCoverage: best.coverage }
}

function weigh(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + weightOf(term), 0)
}

/** The sentences that share most with the claim; rare words count more (inverse document frequency). */
function likelySentences(claim: readonly Term[], source: Source): number[] {
  const shared = new Float64Array(source.sentences.length)
  const seen = new Set<string>()
  for (const term of claim) {
    if (seen.has(term.key)) continue
    seen.add(term.key)
    const places = placesOf(term, source)
    const value = weightOf(term) * rarity(places, source)
    for (const place of places) shared[place] = (shared[place] as number) + value
  }
  return [...shared.keys()]
    .filter((number) => (shared[number] as number) > 0)
    .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
    .slice(0, candidates)
}

function rarity(places: readonly number[], { sentences }: Source): number {
  return Math.log(1 + sentences.length / (1 + places.length))
}
