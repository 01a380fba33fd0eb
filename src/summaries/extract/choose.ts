import type { Candidate } from './candidates.ts'

/** How likely a word is part of a summary, 0…1. */
type Chance = (key: string) => number

export interface Limits {
  /** How many sentences at most. */
  sentences: number
  /** How many at least, where as many fit. */
  atLeast: number
  words: number
}

/** How many of the best sentences are tried in every combination. */
const finalists = 14
/** Combinations are tried up to this many sentences; more are added one at a time. */
const triedTogether = 3
/** Of a very long article only the first sentences are considered for a long summary. */
const promisingSentences = 200
/** The length, in words, at which what people write about an article is recalled best. */
const usualReference = 65
/** How much an early place speaks for a sentence besides its words. */
const earlyBonus = 0.25
/** What a word counts that stands in a sentence of quoted words for the most part. */
const quotedShare = 0.6
/** The same of a sentence that only paints a scene, to which its place at the top adds nothing. */
const scenicShare = 0.5

/**
 * The sentences that together have most of the words that a summary of the article is likely to
 * have: the greatest expected F1, where each word counts once, so that nothing is said twice.
 * `chance` gives that likelihood for a word.
 */
export function choose(
  candidates: readonly Candidate[],
  chance: Chance,
  limits: Limits,
): Candidate[] {
  const fit = candidates.filter(({ unfit, words }) => !unfit && words <= limits.words)
  const worth = new Map(fit.map((candidate) => [candidate, worthOf([candidate], chance)]))
  const best = fit
    .toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0))
    .slice(0, finalists)
    .toSorted((a, b) => a.position - b.position)
  const together = { ...limits, sentences: Math.min(limits.sentences, triedTogether) }
  const found = bestCombination(best, chance, together)
  const chosen =
    found.length > 0 ? found : bestCombination(best, chance, { ...together, atLeast: 1 })
  return addMore(chosen, fit, chance, limits)
}

function bestCombination(best: readonly Candidate[], chance: Chance, limits: Limits): Candidate[] {
  let [chosen, most]: [Candidate[], number] = [[], 0]
  const said = new Set<string>()
  function extend(current: Candidate[], told: Told, words: number, from: number): void {
    const worth = worthOfAll(told, current.length)
    if (worth > most && current.length >= limits.atLeast) [chosen, most] = [current, worth]
    if (current.length === limits.sentences) return
    for (let at = from; at < best.length; at++) {
      const candidate = best[at] as Candidate
      if (words + candidate.words > limits.words) continue
      if (candidate.leans && !follows(candidate, current)) continue
      const more = toldWith(told, candidate, said, chance)
      extend([...current, candidate], more, words + candidate.words, at + 1)
      for (const key of more.fresh) said.delete(key)
    }
  }
  extend([], nothingTold, 0, 0)
  return chosen
}

/** A leaning sentence stands only right behind the one it leans on. */
function follows(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  return chosen.some(({ position }) => position === candidate.position - 1)
}

/** Whether the first would do more for a summary than the second. */
export function isBetter(one: Candidate, other: Candidate, chance: Chance): boolean {
  if (one.unfit || other.unfit) return !one.unfit
  if (one.leans !== other.leans) return other.leans
  return worthOf([one], chance) > worthOf([other], chance)
}

function worthOf(sentences: readonly Candidate[], chance: Chance): number {
  const said = new Set<string>()
  const told = sentences.reduce(
    (before, sentence) => toldWith(before, sentence, said, chance),
    nothingTold,
  )
  return worthOfAll(told, sentences.length)
}

/** What some sentences say together. */
interface Told {
  /** The sum of the chances of all words, each counted once. */
  expected: number
  /** Words that the last sentence says first. */
  fresh: readonly string[]
  length: number
  early: number
}

const nothingTold: Told = { fresh: [], expected: 0, length: 0, early: 0 }

/** Adds a sentence to those told before, and its words to what was said. */
function toldWith(
  before: Told,
  { keys, position, quoted, scenic }: Candidate,
  said: Set<string>,
  chance: Chance,
): Told {
  const fresh: string[] = []
  let { expected } = before
  const share = scenic ? scenicShare : quoted ? quotedShare : 1
  for (const key of keys) {
    if (said.has(key)) continue
    said.add(key)
    fresh.push(key)
    expected += share * chance(key)
  }
  const length = before.length + keys.length
  return { fresh, expected, length, early: before.early + (scenic ? 0 : 1 / (1 + position)) }
}

function worthOfAll({ expected, length, early }: Told, sentences: number): number {
  if (sentences === 0) return 0
  const f1 = (2 * expected) / (length + usualReference)
  return f1 * (1 + (earlyBonus * early) / sentences)
}

/** Where more sentences are asked for than can be tried together: the best next one, each time. */
function addMore(
  chosen: Candidate[],
  fit: readonly Candidate[],
  chance: Chance,
  limits: Limits,
): Candidate[] {
  const all = [...chosen]
  const promising = fit.slice(0, promisingSentences)
  while (chosen.length === triedTogether && all.length < limits.sentences) {
    const left = limits.words - all.reduce((sum, { words }) => sum + words, 0)
    const [next] = promising
      .filter((candidate) => !all.includes(candidate) && candidate.words <= left)
      .filter((candidate) => !candidate.leans || follows(candidate, all))
      .map((candidate) => ({ candidate, worth: worthOf([...all, candidate], chance) }))
      .toSorted((a, b) => b.worth - a.worth)
    if (!next) break
    all.push(next.candidate)
  }
  return all.toSorted((a, b) => a.position - b.position)
}
