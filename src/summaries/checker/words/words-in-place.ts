import type { Term } from '../../language/terms.ts'
import type { Comparison } from '../comparison.ts'
import { isOneRun, type Judged, judgedWords } from '../features/surroundings.ts'

/** A word of a claim that means something, and what stands around it in claim and passage. */
export interface WordInPlace {
  term: Term
  /** Its number among the claim's terms. */
  at: number
  /** Its company, as far as a clause goes and close by. */
  judged: Judged
  close: Judged
  /** The words with meaning before it, from the nearest on, and behind it. */
  before: readonly Judged[]
  after: readonly Judged[]
  /** The terms directly beside it. */
  left: Term | undefined
  right: Term | undefined
  /** Number of the passage's term that stands for it, or -1. */
  partner: number
  /** How far it is to the next term, on either side, that has its place in the passage. */
  alignedLeft: number
  alignedRight: number
  /** How many terms from there on are neighbours in both, on both sides together. */
  frame: number
  /** Terms of the passage in whose place it stands; none where it has its own. */
  gap: readonly Term[]
  gapLength: number
}

/** Company further away than this is not asked for. */
const neighboursKept = 3

/** The words of a claim; none of what the article says word for word, which needs no look. */
export function wordsInPlace(comparison: Comparison): WordInPlace[] {
  if (isOneRun(comparison)) return []
  const { claim, passage } = comparison
  const { judged, close } = judgedWords(comparison)
  return judged.map((one, number) => {
    const { at } = one.word
    return {
      term: claim[at] as Term,
      at,
      judged: one,
      close: close[number] as Judged,
      before: judged.slice(Math.max(0, number - neighboursKept), number).reverse(),
      after: judged.slice(number + 1, number + 1 + neighboursKept),
      left: claim[at - 1],
      right: claim[at + 1],
      ...placeIn(passage.anchor.terms, passage.alignment.pairs, at),
    }
  })
}

function placeIn(anchor: readonly Term[], pairs: Int32Array, at: number) {
  const partner = pairs[at] as number
  let left = at - 1
  while (left >= 0 && (pairs[left] as number) < 0) left -= 1
  let right = at + 1
  while (right < pairs.length && (pairs[right] as number) < 0) right += 1
  const from = left >= 0 ? (pairs[left] as number) : -1
  const to = right < pairs.length ? (pairs[right] as number) : anchor.length
  return {
    partner,
    alignedLeft: at - left,
    alignedRight: right - at,
    frame: runFrom(pairs, left, -1) + runFrom(pairs, right, 1),
    gap: partner >= 0 ? [] : anchor.slice(from + 1, to),
    gapLength: to - from - 1,
  }
}

/** A longer run of neighbours frames a word no better. */
const longestRun = 4

function runFrom(pairs: Int32Array, from: number, step: 1 | -1): number {
  let length = 0
  for (let at = from; at >= 0 && at < pairs.length && length < longestRun; at += step) {
    const partner = pairs[at] as number
    if (partner < 0 || (length > 0 && partner !== (pairs[at - step] as number) + step)) break
    length += 1
  }
  return length
}
