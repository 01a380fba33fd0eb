import type { Language } from '../../language/language.ts'
import type { Term } from '../../language/terms.ts'
import type { Comparison, Edit } from '../comparison.ts'
import type { Finding } from '../findings.ts'

type Governing = NonNullable<Language['governing']>

/**
 * What the rest of a sentence hangs on may not leave it: the condition, who says it, and a `not` or
 * `may` that stays behind with a clause that only adds. Languages without such lists are not asked.
 */
export function governingClausesAreKept(comparison: Comparison): Finding[] {
  const { governing } = comparison.source.lexicon.language
  if (!governing) return []
  return comparison.edits.flatMap((edit) => [
    ...lostCondition(edit, comparison, governing),
    ...lostSpeaker(edit, comparison, governing),
    ...lostAlongside(edit, comparison),
  ])
}

function lostCondition(edit: Edit, comparison: Comparison, { conditions, joints }: Governing) {
  const { text } = comparison.passage.anchor
  if (mentions(comparison.text, conditions)) return []
  const at = edit.dropped
    .slice(0, conditionReach)
    .findIndex((term) => opens(term, text, conditions))
  const opening = edit.dropped[at]
  // After an `and` it hangs on what was left out with it.
  if (
    !opening ||
    edit.dropped.slice(0, at).some(({ text: word }) => joints.has(word.toLowerCase()))
  )
    return []
  return [finding('modality', 'on what condition', opening, edit, comparison)]
}

/** How far behind the last word that stays a condition may begin. */
const conditionReach = 8
/** A clause that only says who says it has no more words than this. */
const speakerClause = 9
/** How far inside it its verb may stand. */
const verbReach = 4

function lostSpeaker(edit: Edit, comparison: Comparison, { attributions }: Governing) {
  const { dropped } = edit
  const { text, terms } = comparison.passage.anchor
  const [first] = dropped
  if (!first || comparison.claim.some(isReporting) || mentions(comparison.text, attributions))
    return []
  const atEnd = dropped.at(-1) === terms.at(-1)
  const isShort = dropped.length <= speakerClause
  const named = [
    ...(atEnd && !isShort ? [] : dropped.slice(0, 2)),
    ...(atEnd ? [] : dropped.slice(-verbReach)),
  ].some((term) => opens(term, text, attributions))
  const told =
    isShort &&
    (atEnd || first === terms[0]) &&
    !isQuoted(edit, text) &&
    [...dropped.slice(0, verbReach), ...dropped.slice(-verbReach)].some(isReporting)
  return named || told ? [finding('speaker', 'who says so', first, edit, comparison)] : []
}

/** Who says a quotation that was left out has left with it. */
function isQuoted({ dropped }: Edit, text: string): boolean {
  return /["«»„“”]/.test(text.slice(dropped[0]?.start, dropped.at(-1)?.end))
}

/** `The dam, which is full, is not at risk` without what stands between `dam` and `at risk`. */
function lostAlongside(edit: Edit, comparison: Comparison): Finding[] {
  const { anchor } = comparison.passage
  const { dropped } = edit
  const last = dropped.at(-1)
  const next = anchor.terms[anchor.terms.indexOf(last as Term) + 1]
  if (!last || !next || dropped.length <= clauseLength) return []
  const left = dropped.slice(-clauseLength).findLast((term) => term.kind in weightyKinds)
  if (!left || /[,;:–—]/.test(anchor.text.slice(left.end, next.start))) return []
  if (edit.added.some((term) => term.kind === left.kind)) return []
  const rule = weightyKinds[left.kind as keyof typeof weightyKinds]
  return [finding(rule, `“${left.text}”`, left, edit, comparison)]
}

/** Shorter gaps are judged by the rules about single words. */
const clauseLength = 4
const weightyKinds = { negation: 'negation', possibility: 'modality' } as const

function finding(
  rule: Finding['rule'],
  what: string,
  from: Term,
  { dropped }: Edit,
  { passage }: Comparison,
): Finding {
  const words = passage.anchor.text.slice(from.start, dropped.at(-1)?.end)
  const told = words.length > longestTold ? `${words.slice(0, longestTold)}…` : words
  return { rule, weight: 0.95, text: `The article says ${what}, which is left out: “${told}”.` }
}

/** What a finding repeats of the article, in characters. */
const longestTold = 60

/** A phrase of the list begins with this term; `kung saan` (where), read as one, is no `kung` (if). */
function opens({ start, end }: Term, text: string, phrases: readonly string[]): boolean {
  const from = text
    .slice(start, start + longestPhrase)
    .toLowerCase()
    .replaceAll('’', "'")
  return phrases.some(
    (phrase) =>
      from.startsWith(phrase) &&
      phrase.length >= end - start &&
      !/^\p{L}/u.test(from.slice(phrase.length)),
  )
}

const longestPhrase = 40

function mentions(text: string, phrases: readonly string[]): boolean {
  const lower = ` ${text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}'°]+/gu, ' ')} `
  return phrases.some((phrase) =>
    lower.includes(phrase.endsWith("'") ? ` ${phrase}` : ` ${phrase} `),
  )
}

function isReporting(term: Term): boolean {
  return term.kind === 'reporting'
}
