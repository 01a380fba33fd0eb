import type { Term } from '../../language/terms.ts'
import { type Comparison, type Edit, replaced } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { inArticle, inAnchor } from '../aligning/whereabouts.ts'

/** Years, months, weekdays and words like `yesterday`. */
export function datesAreTheArticles(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) =>
    edit.added.filter(isDate).map((term) => judgeDate(term, edit, comparison)),
  )
}

function isDate(term: Term): boolean {
  return ['year', 'month', 'weekday', 'day'].includes(term.kind)
}

function judgeDate(term: Term, edit: Edit, comparison: Comparison): Finding {
  const dated = replaced(edit).filter(isDate)
  const other = dated.find((word) => word.kind === term.kind) ?? dated[0]
  if (other)
    return {
      rule: 'date',
      weight: other.kind === term.kind ? 0.97 : 0.6,
      text: `The article says ${other.text}, not ${term.text}.`,
    }
  if (inAnchor(term, comparison))
    return { rule: 'date', weight: 0.3, text: `${term.text} has moved within the sentence.` }
  const known = inArticle(term, comparison.source)
  return {
    rule: 'date',
    weight: known ? 0.45 : 0.8,
    text: known
      ? `The article says ${term.text} of something else.`
      : `${term.text} is not in the article.`,
  }
}
