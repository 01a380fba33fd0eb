import type { Term } from '../../language/terms.ts'

/** Which term of a passage stands for each term of a claim: its number, or -1. */
export interface Alignment {
  pairs: Int32Array
  /** Sum of the weights of the claim's terms that found a partner, by order of both texts. */
  matched: number
  /** Sum of all weights of the claim. */
  total: number
}

/** What a run of neighbours that match in both texts is worth more, in weights of content words. */
const neighbourBonus = 0.25

/**
 * The order-keeping alignment of two texts with the greatest weight (Needleman and Wunsch 1970,
 * gaps free), in which neighbours that stay neighbours count more than scattered matches.
 */
export function align(claim: readonly Term[], passage: readonly Term[]): Alignment {
  if (claim === passage) return itself(claim)
  const columns = passage.length + 1
  const best = new Float64Array((claim.length + 1) * columns)
  const joined = new Float64Array((claim.length + 1) * columns)
  for (let i = 1; i <= claim.length; i++) {
    const term = claim[i - 1] as Term
    const weight = weightOf(term)
    const isPlain = hasOnlyItsKey(term)
    for (let j = 1; j <= passage.length; j++) {
      const here = i * columns + j
      const diagonal = here - columns - 1
      const other = passage[j - 1] as Term
      const likeness = term.key === other.key ? 1 : isPlain ? 0 : alike(term, other)
      if (likeness > 0) {
        const before = joined[diagonal] as number
        const run = before > 0 ? before + neighbourBonus : 0
        joined[here] = likeness * weight + Math.max(run, best[diagonal] as number)
      }
      best[here] = Math.max(
        joined[here] as number,
        best[here - 1] as number,
        best[here - columns] as number,
      )
    }
  }
  return trace(claim, passage, best, joined)
}

function trace(
  claim: readonly Term[],
  passage: readonly Term[],
  best: Float64Array,
  joined: Float64Array,
): Alignment {
  const columns = passage.length + 1
  const pairs = new Int32Array(claim.length).fill(-1)
  let matched = 0
  let i = claim.length
  let j = passage.length
  let inRun = false
  while (i > 0 && j > 0) {
    const here = i * columns + j
    const value = joined[here] as number
    if (value > 0 && (inRun || value >= (best[here] as number))) {
      const term = claim[i - 1] as Term
      const likeness = alike(term, passage[j - 1] as Term)
      pairs[i - 1] = j - 1
      matched += likeness * weightOf(term)
      const diagonal = here - columns - 1
      const run = joined[diagonal] as number
      inRun = run > 0 && run + neighbourBonus >= (best[diagonal] as number)
      i -= 1
      j -= 1
    } else {
      inRun = false
      if (best[here - columns] === best[here]) i -= 1
      else j -= 1
    }
  }
  return { pairs, matched, total: totalOf(claim) }
}

/** The alignment of a sentence with itself, summed up from its end like any other. */
function itself(claim: readonly Term[]): Alignment {
  const pairs = Int32Array.from(claim, (_, at) => at)
  return { pairs, matched: claim.reduceRight(addWeight, 0), total: totalOf(claim) }
}

function totalOf(claim: readonly Term[]): number {
  return claim.reduce(addWeight, 0)
}

function addWeight(sum: number, term: Term): number {
  return sum + weightOf(term)
}

/** 1 for the same word, a little less for one that newspapers use for it, 0 otherwise. */
export function alike(term: Term, other: Term): number {
  if (term.key === other.key) return 1
  for (const group of term.groups) if (other.groups.includes(group)) return 0.9
  if (term.weekday !== undefined && term.weekday === other.weekday) return 0.9
  return isSameDay(term, other) ? 0.9 : 0
}

/** Most words are like no other; the alignment compares thousands of pairs. */
function hasOnlyItsKey({ groups, weekday, kind }: Term): boolean {
  const isNumber = kind === 'ordinal' || kind === 'number'
  return groups.length === 0 && weekday === undefined && !isNumber
}

/** `May 7` and `May 7th`. */
function isSameDay(term: Term, other: Term): boolean {
  const isPair =
    (term.kind === 'ordinal' && other.kind === 'number') ||
    (term.kind === 'number' && other.kind === 'ordinal')
  return isPair && term.value === other.value
}

/** Is this term, or a word used for it, among these? */
export function hasLike(term: Term, others: readonly Term[]): boolean {
  return others.some((other) => alike(term, other) > 0)
}

/** What a term weighs in the comparison: an article or a preposition little. */
export function weightOf(term: Term): number {
  if (term.kind === 'function' || term.kind === 'filler') return 0.25
  return term.kind === 'pronoun' ? 0.4 : 1
}
