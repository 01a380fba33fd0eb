import type { Term } from '../../language/terms.ts'
import { type Comparison, type Edit, isName, isSourceName, replaced } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { sameFamily } from './wording.ts'
import { adjacentInArticle, inArticle, inAnchor } from '../whereabouts.ts'

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
  if (others.some((other) => sameFamily(term.key, other.key)))
    return [{ rule: 'name', weight: 0.1, text: `“${term.text}” for “${instead}”.` }]
  if (!inArticle(term, source))
    return [{ rule: 'name', weight: 0.93, text: `${term.text} is not in the article.` }]
  if (completesName(term, edit, comparison)) return []
  const speaking = besideReporting(edit, comparison)
  if (others.length === 0) {
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

/** How many words may stand between a name and its `said`. */
const speakerDistance = 3

function besideReporting(edit: Edit, { claim }: Comparison): boolean {
  const from = Math.max(0, edit.at - speakerDistance)
  const to = edit.at + edit.added.length + speakerDistance
  return claim.slice(from, to).some((term) => term.kind === 'reporting')
}
