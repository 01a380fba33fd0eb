import type { Candidate } from './candidates.ts'

export interface Limits {
  sentences: number
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
const earlyBonus = 0.15

/**
 * The sentences that together have most of the words that a summary of the article is likely to
 * have: the greatest expected F1, where each word counts once, so that nothing is said twice.
 * `chance` gives that likelihood for a word.
 */
export function choose(
  candidates: readonly Candidate[],
  chance: (key: string) => number,
  limits: Limits,
): Candidate[] {
  const fit = candidates.filter(({ unfit, words }) => !unfit && words <= limits.words)
  const worth = new Map(fit.map((candidate) => [candidate, worthOf([candidate], chance)]))
  const best = fit
    .toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0))
    .slice(0, finalists)
    .toSorted((a, b) => a.position - b.position)
  const together = { ...limits, sentences: Math.min(limits.sentences, triedTogether) }
  const chosen = bestCombination(best, chance, together)
  return addMore(chosen, fit, chance, limits)
}

function bestCombination(
  best: readonly Candidate[],
  chance: (key: string) => number,
  limits: Limits,
): Candidate[] {
  let [chosen, most]: [Candidate[], number] = [[], 0]
  function extend(current: Candidate[], words: number, from: number): void {
    const worth = worthOf(current, chance)
    if (worth > most) [chosen, most] = [current, worth]
    if (current.length === limits.sentences) return
    for (const [at, candidate] of best.entries()) {
      if (at < from || words + candidate.words > limits.words) continue
      if (candidate.leans && !follows(candidate, current)) continue
      extend([...current, candidate], words + candidate.words, at + 1)
    }
  }
  extend([], 0, 0)
  return chosen
}

/** A leaning sentence stands only right behind the one it leans on. */
function follows(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  return chosen.some(({ position }) => position === candidate.position - 1)
}

function worthOf(sentences: readonly Candidate[], chance: (key: string) => number): number {
  if (sentences.length === 0) return 0
  let expected = 0
  let length = 0
  let early = 0
  const said = new Set<string>()
  for (const { keys, position } of sentences) {
    length += keys.length
    early += 1 / (1 + position)
    for (const key of keys) {
      if (!said.has(key)) expected += chance(key)
      said.add(key)
    }
  }
  const f1 = (2 * expected) / (length + usualReference)
  return f1 * (1 + (earlyBonus * early) / sentences.length)
}

/** Where more sentences are asked for than can be tried together: the best next one, each time. */
function addMore(
  chosen: Candidate[],
  fit: readonly Candidate[],
  chance: (key: string) => number,
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
