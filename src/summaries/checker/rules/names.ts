import type { Term } from '../../language/terms.ts'
import { type Comparison, type Edit, isName, isSourceName, replaced } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { adjacentInArticle, inArticle, inAnchor } from '../aligning/whereabouts.ts'

/** People, places and organisations: named by the article, in this place, in this role. */
export function namesAreTheArticles(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) => {
    const names = edit.added.filter((term) => isName(term, comparison))
    return names.flatMap((term) => judgeName(term, edit, comparison))
  })
}

function judgeName(term: Term, edit: Edit, comparison: Comparison): Finding[] {
  const { source } = comparison
  const others = replaced(edit).filter((other) => isSourceName(other, comparison))
  const instead = others.map((other) => other.text).join(' ')
  if (others.some((other) => isDerived(term, other, comparison)))
    return [{ rule: 'name', weight: 0.1, text: `“${term.text}” for “${instead}”.` }]
  if (!inArticle(term, source))
    return [{ rule: 'name', weight: 0.93, text: `${term.text} is not in the article.` }]
  if (completesName(term, edit, comparison)) return []
  const speaking = besideReporting(edit, comparison)
  if (others.length === 0) {
    if (!speaking && hasChangedPlaces(term, comparison))
      return [{ rule: 'role', weight: 0.9, text: `${term.text} has changed places with another.` }]
    const pronoun = replaced(edit).some((other) => other.kind === 'pronoun')
    const weight = pronoun ? 0.2 : inAnchor(term, comparison) ? 0.4 : 0.45
    return [{ rule: 'name', weight, text: `The article does not name ${term.text} in this place.` }]
  }
  if (inAnchor(term, comparison))
    return [
      { rule: 'role', weight: 0.95, text: `${term.text} stands where the article has ${instead}.` },
    ]
  return [
    speaking
      ? { rule: 'speaker', weight: 0.95, text: `${instead}, not ${term.text}, said this.` }
      : { rule: 'name', weight: 0.93, text: `The article says ${instead}, not ${term.text}.` },
  ]
}

/** `Ada Byron` where the passage has only `Byron`, and the article elsewhere both together. */
function completesName(term: Term, edit: Edit, comparison: Comparison): boolean {
  const { claim, source } = comparison
  const at = claim.indexOf(term)
  const next = claim[at + 1]
  const before = claim[at - 1]
  const joins =
    (next !== undefined && adjacentInArticle(term, next, source)) ||
    (before !== undefined && adjacentInArticle(before, term, source))
  return joins && !edit.dropped.some((other) => isSourceName(other, comparison))
}

/** `Georgian` and `Georgia`. */
function isDerived(term: Term, other: Term, { source }: Comparison): boolean {
  const { demonym } = source.lexicon.language
  const [short = '', long = ''] = [term, other]
    .map(({ text }) => text.toLowerCase())
    .toSorted((a, b) => a.length - b.length)
  return demonym !== undefined && long.startsWith(short) && demonym.test(long.slice(short.length))
}

/** It stands before a name that it stood behind, or the other way round: who did what to whom. */
function hasChangedPlaces(term: Term, comparison: Comparison): boolean {
  const { claim, passage } = comparison
  const { pairs } = passage.alignment
  const here = claim.indexOf(term)
  // A small word that the article has not here, like `by`, may say that the sentence was turned.
  if ((pairs[here - 1] ?? 0) < 0 && claim[here - 1]?.kind === 'function') return false
  const there = passage.anchor.terms.findIndex((other) => other.key === term.key)
  if (there < 0) return false
  return claim.some((other, at) => {
    const partner = pairs[at] as number
    return partner >= 0 && isName(other, comparison) && at < here !== partner < there
  })
}

/** How many words may stand between a name and its `said`. */
const speakerDistance = 3

function besideReporting(edit: Edit, { claim }: Comparison): boolean {
  const from = Math.max(0, edit.at - speakerDistance)
  const to = edit.at + edit.added.length + speakerDistance
  return claim.slice(from, to).some((term) => term.kind === 'reporting')
}
