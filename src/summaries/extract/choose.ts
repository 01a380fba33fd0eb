import type { Candidate } from './candidates.ts'
import type { LikelyWords } from './word-chances.ts'

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
 */
export function choose(
  candidates: readonly Candidate[],
  likely: LikelyWords,
  limits: Limits,
): Candidate[] {
  const said = new Said(likely.size)
  const fit = candidates
    .filter(({ unfit, words }) => !unfit && words <= limits.words)
    .map((candidate) => weighed(candidate, likely, said))
  const best = fit
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, finalists)
    .toSorted((a, b) => a.candidate.position - b.candidate.position)
  const together = { ...limits, sentences: Math.min(limits.sentences, triedTogether) }
  const found = bestCombination(best, said, together)
  const chosen = found.length > 0 ? found : bestCombination(best, said, { ...together, atLeast: 1 })
  return addMore(chosen, fit, said, limits).map(({ candidate }) => candidate)
}

/** A sentence with the numbers of its words, each once, and what each counts for it. */
interface Weighed {
  candidate: Candidate
  numbers: readonly number[]
  values: readonly number[]
  /** Of the sentence by itself. */
  worth: number
}

/** Words that only a shorter form has, where two have run together, count nothing. */
function weighed(candidate: Candidate, likely: LikelyWords, said: Said): Weighed {
  const numbers: number[] = []
  const values: number[] = []
  const share = candidate.scenic ? scenicShare : candidate.quoted ? quotedShare : 1
  let expected = 0
  for (const key of candidate.keys) {
    const word = likely.get(key)
    if (!word || !said.add(word.number)) continue
    const value = share * word.chance
    numbers.push(word.number)
    values.push(value)
    expected += value
  }
  said.forgetFrom(0)
  const early = earlinessOf(candidate)
  const worth = worthOfAll({ expected, length: candidate.keys.length, early }, 1)
  return { candidate, numbers, values, worth }
}

function bestCombination(best: readonly Weighed[], said: Said, limits: Limits): Weighed[] {
  let [chosen, most]: [Weighed[], number] = [[], 0]
  const current: Weighed[] = []
  function extend(told: Told, words: number, from: number): void {
    const worth = worthOfAll(told, current.length)
    if (worth > most && current.length >= limits.atLeast) [chosen, most] = [[...current], worth]
    if (current.length === limits.sentences) return
    for (let at = from; at < best.length; at++) {
      const one = best[at] as Weighed
      const { candidate } = one
      if (words + candidate.words > limits.words) continue
      if (candidate.leans && !follows(candidate, current)) continue
      const before = said.length
      const more = toldWith(told, one, said)
      current.push(one)
      extend(more, words + candidate.words, at + 1)
      current.pop()
      said.forgetFrom(before)
    }
  }
  extend(nothingTold, 0, 0)
  return chosen
}

/** The words that some sentences have said, in the order in which they were. */
class Said {
  length = 0
  private readonly has: Uint8Array
  private readonly order: Int32Array

  /** `size` is how many words there are. */
  constructor(size: number) {
    this.has = new Uint8Array(size)
    this.order = new Int32Array(size)
  }

  /** False where the word was said before. */
  add(id: number): boolean {
    if (this.has[id] === 1) return false
    this.has[id] = 1
    this.order[this.length++] = id
    return true
  }

  forgetFrom(length: number): void {
    while (this.length > length) this.has[this.order[--this.length] as number] = 0
  }
}

/** A leaning sentence stands only right behind the one it leans on. */
function follows({ position }: Candidate, chosen: readonly Weighed[]): boolean {
  return chosen.some(({ candidate }) => candidate.position === position - 1)
}

/** Whether the first would do more for a summary than the second. */
export function isBetter(one: Candidate, other: Candidate, likely: LikelyWords): boolean {
  if (one.unfit || other.unfit) return !one.unfit
  if (one.leans !== other.leans) return other.leans
  const said = new Said(likely.size)
  return weighed(one, likely, said).worth > weighed(other, likely, said).worth
}

function worthOf(sentences: readonly Weighed[], said: Said): number {
  const told = sentences.reduce((before, one) => toldWith(before, one, said), nothingTold)
  said.forgetFrom(0)
  return worthOfAll(told, sentences.length)
}

/** What some sentences say together. */
interface Told {
  /** The sum of the chances of all words, each counted once. */
  expected: number
  length: number
  early: number
}

const nothingTold: Told = { expected: 0, length: 0, early: 0 }

/** Adds a sentence to those told before, and its words to what was said. */
function toldWith(before: Told, { candidate, numbers, values }: Weighed, said: Said): Told {
  let { expected } = before
  for (let at = 0; at < numbers.length; at++) {
    if (said.add(numbers[at] as number)) expected += values[at] as number
  }
  const length = before.length + candidate.keys.length
  return { expected, length, early: before.early + earlinessOf(candidate) }
}

/** How much earlier than the others a sentence stands; a scene that opens a story earns nothing by that. */
function earlinessOf({ position, scenic }: Candidate): number {
  return scenic ? 0 : 1 / (1 + position)
}

function worthOfAll({ expected, length, early }: Told, sentences: number): number {
  if (sentences === 0) return 0
  const f1 = (2 * expected) / (length + usualReference)
  return f1 * (1 + (earlyBonus * early) / sentences)
}

/** Where more sentences are asked for than can be tried together: the best next one, each time. */
function addMore(
  chosen: Weighed[],
  fit: readonly Weighed[],
  said: Said,
  limits: Limits,
): Weighed[] {
  const all = [...chosen]
  const promising = fit.slice(0, promisingSentences)
  while (chosen.length === triedTogether && all.length < limits.sentences) {
    const left = limits.words - all.reduce((sum, { candidate }) => sum + candidate.words, 0)
    const [next] = promising
      .filter((one) => !all.includes(one) && one.candidate.words <= left)
      .filter((one) => !one.candidate.leans || follows(one.candidate, all))
      .map((one) => ({ one, worth: worthOf([...all, one], said) }))
      .toSorted((a, b) => b.worth - a.worth)
    if (!next) break
    all.push(next.one)
  }
  return all.toSorted((a, b) => a.candidate.position - b.candidate.position)
}
