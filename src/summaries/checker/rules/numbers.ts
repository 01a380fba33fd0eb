import type { Term } from '../../language/terms.ts'
import { type Comparison, type Edit, replaced } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { inArticle, inAnchor } from '../aligning/whereabouts.ts'

/** Figures, ordinals and number words: each has to be the article's own, in its own place. */
export function numbersAreTheArticles(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) =>
    edit.added.filter(isAmount).map((term) => judgeNumber(term, edit, comparison)),
  )
}

function judgeNumber(term: Term, edit: Edit, comparison: Comparison): Finding {
  const others = replaced(edit).filter(isAmount)
  const other = nearestInValue(term, others)
  if (other) {
    const text = `The article says ${other.text}, not ${term.text}.`
    return { rule: 'number', weight: isRounded(term, other, edit) ? 0.3 : 0.97, text }
  }
  if (!inArticle(term, comparison.source))
    return { rule: 'number', weight: 0.95, text: `${term.text} is not in the article.` }
  const weight = inAnchor(term, comparison) ? 0.3 : 0.45
  return { rule: 'number', weight, text: `The article has ${term.text} in another place.` }
}

function isAmount(term: Term): boolean {
  return term.kind === 'number' || term.kind === 'ordinal'
}

function nearestInValue(term: Term, others: Term[]): Term | undefined {
  const distance = (other: Term) => Math.abs((other.value ?? 0) - (term.value ?? 0))
  return others.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** `about 300` for 297; the difference that newspapers allow themselves is about a twentieth. */
const roundingAllowance = 0.05

function isRounded(term: Term, other: Term, edit: Edit): boolean {
  const softened = edit.added.some(
    (word) => word.kind === 'possibility' || word.kind === 'comparison',
  )
  const [value = 0, exact = 0] = [term.value, other.value]
  return softened && exact !== 0 && Math.abs(value - exact) / exact <= roundingAllowance
}

/** Pounds are not kilograms, weeks not months, dollars not euros. */
export function unitsAreTheArticles(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) =>
    edit.added
      .filter((term) => term.kind === 'unit')
      .map((term) => judgeUnit(term, edit, comparison)),
  )
}

function judgeUnit(term: Term, edit: Edit, comparison: Comparison): Finding {
  const other = replaced(edit).find((word) => word.kind === 'unit')
  if (other)
    return { rule: 'unit', weight: 0.95, text: `The article says ${other.text}, not ${term.text}.` }
  const known = inArticle(term, comparison.source)
  return {
    rule: 'unit',
    weight: known ? 0.4 : 0.7,
    text: `The article does not say ${term.text} in this place.`,
  }
}
