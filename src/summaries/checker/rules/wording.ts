import type { Term } from '../../language/terms.ts'
import { type Comparison, type Edit, isName, replaced } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { inArticle, inAnchor } from '../aligning/whereabouts.ts'

/** `rose` for `fell`, `victory` for `defeat`, `legal` for `illegal`. */
export function nothingIsTurnedRound(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) =>
    edit.added.flatMap((term) => {
      const other = oppositeIn(term, replaced(edit), comparison)
      return other
        ? [
            {
              rule: 'opposite',
              weight: 0.97,
              text: `The article says “${other.text}”, not “${term.text}”.`,
            } as const,
          ]
        : []
    }),
  )
}

function oppositeIn(term: Term, others: Term[], { source }: Comparison): Term | undefined {
  return others.find(
    (other) =>
      source.lexicon.areOpposites(term.key, other.key) ||
      differByNegativePrefix(term.key, other.key),
  )
}

const negativePrefix = /^(un|in|im|il|ir|dis|non)/

function differByNegativePrefix(key: string, other: string): boolean {
  return (
    (negativePrefix.test(key) && key.replace(negativePrefix, '') === other) ||
    (negativePrefix.test(other) && other.replace(negativePrefix, '') === key)
  )
}

const comparing = new Set(['comparison', 'quantifier'])

/** More and less, before and after, all and most, at least and up to. */
export function comparisonsAreKept(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) => {
    const added = edit.added.find((term) => comparing.has(term.kind))
    const dropped = replaced(edit).find((term) => comparing.has(term.kind))
    if (added && dropped)
      return [
        {
          rule: 'comparison',
          weight: 0.93,
          text: `“${added.text}” where the article has “${dropped.text}”.`,
        },
      ]
    if (added) {
      const weight = edit.dropped.length > 0 ? 0.6 : 0.4
      return [
        { rule: 'comparison', weight, text: `The article does not say “${added.text}” here.` },
      ]
    }
    if (dropped && edit.dropped.length <= 2)
      return [
        {
          rule: 'comparison',
          weight: 0.2,
          text: `The article says “${dropped.text}”, which is left out.`,
        },
      ]
    return []
  }) satisfies Finding[]
}

/** Other words than the article's, where they are not known to say the same. */
export function wordsAreTheArticles(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) =>
    edit.added
      .filter((term) => isPlainWord(term) && !isName(term, comparison))
      .filter((term) => !oppositeIn(term, replaced(edit), comparison))
      .map((term) => judgeWord(term, edit, comparison)),
  )
}

function isPlainWord(term: Term): boolean {
  return term.kind === 'content' || term.kind === 'reporting'
}

function judgeWord(term: Term, edit: Edit, comparison: Comparison): Finding {
  const other = wordInPlaceOf(term, edit)
  const known = inAnchor(term, comparison)
    ? 'passage'
    : inArticle(term, comparison.source)
      ? 'article'
      : 'nowhere'
  if (other && sameFamily(term.key, other.key))
    return { rule: 'substitution', weight: 0.1, text: `“${term.text}” for “${other.text}”.` }
  if (other) {
    const weight = { passage: 0.4, article: 0.6, nowhere: 0.75 }[known]
    return {
      rule: 'substitution',
      weight,
      text: `The article says “${other.text}”, not “${term.text}”.`,
    }
  }
  const weight = { passage: 0.2, article: 0.35, nowhere: 0.6 }[known]
  return { rule: 'addition', weight, text: `The article does not say “${term.text}” here.` }
}

/** The word of the anchor that answers to one of the claim: the first to the first and so on. */
function wordInPlaceOf(term: Term, edit: Edit): Term | undefined {
  const place = edit.added.filter(isPlainWord).indexOf(term)
  const words = replaced(edit).filter(isPlainWord)
  return words[Math.min(place, words.length - 1)]
}

/** `invade` and `invasion`: more than half of the shorter word, and four letters, in common. */
function sameFamily(key: string, other: string): boolean {
  let shared = 0
  while (shared < key.length && key[shared] === other[shared]) shared += 1
  return shared >= 4 && shared > Math.min(key.length, other.length) / 2
}
