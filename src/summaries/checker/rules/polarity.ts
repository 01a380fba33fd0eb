import type { Term } from '../../language/terms.ts'
import type { Comparison, Edit } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { inSecond } from '../aligning/whereabouts.ts'

/** What is left out in one piece and longer than this is a clause of its own. */
const clauseLength = 4

/** `not` come or gone, also as `without`, `failed to`, `denied`. */
export function negationIsKept(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) => {
    const added = edit.added.filter(isNegation)
    const dropped = edit.dropped.filter(isNegation)
    if (added.length % 2 === dropped.length % 2) return []
    const [more] = added.length > dropped.length ? added : dropped
    if (!more) return []
    return [
      added.length > dropped.length
        ? {
            rule: 'negation',
            weight: inSecond(more, comparison) ? 0.4 : strong(more) ? 0.97 : 0.7,
            text: `The article does not say “${more.text}” here.`,
          }
        : {
            rule: 'negation',
            weight: droppedWeight(more, edit, comparison),
            text: `The article says “${more.text}”, which is left out.`,
          },
    ] satisfies Finding[]
  })
}

function isNegation(term: Term): boolean {
  return term.kind === 'negation' || term.kind === 'nearNegation'
}

function strong(term: Term): boolean {
  return term.kind === 'negation'
}

function droppedWeight(term: Term, edit: Edit, comparison: Comparison): number {
  if (isClause(edit, comparison)) return strong(term) ? 0.15 : 0.1
  return strong(term) ? 0.97 : 0.6
}

/** Is what was left out a clause of its own: long, or as a whole from mark to mark, `, but may return`? */
function isClause({ added, dropped }: Edit, { passage, source }: Comparison): boolean {
  if (dropped.length > clauseLength) return true
  const { relatives, joints } = source.lexicon.language.shortening ?? {}
  const { terms, text } = passage.anchor
  const [first, last] = [dropped[0], dropped.at(-1)]
  const from = first ? terms.indexOf(first) : 0
  const before = terms[from - 1]
  if (added.length > 0 || !first || !last || !before || first === last) return false
  if (!relatives || !joints) return false
  const next = terms[from + dropped.length]
  const word = first.text.toLowerCase()
  return (
    (relatives.includes(word) || joints.includes(word)) &&
    clauseMark.test(text.slice(before.end, first.start)) &&
    (!next || clauseMark.test(text.slice(last.end, next.start)))
  )
}

const clauseMark = /[,;:–—]/

/** `could` that became `will`, `allegedly` that was lost, `charged` that became `convicted`. */
export function certaintyIsKept(comparison: Comparison): Finding[] {
  return comparison.edits.flatMap((edit) => {
    const lost = edit.dropped.find((term) => term.kind === 'possibility')
    const sure = edit.added.find((term) => term.kind === 'certainty')
    const hedge = edit.added.find((term) => term.kind === 'possibility')
    return judgeCertainty(lost, sure, hedge, isClause(edit, comparison))
  })
}

function judgeCertainty(
  lost: Term | undefined,
  sure: Term | undefined,
  hedge: Term | undefined,
  inClause: boolean,
): Finding[] {
  if (lost && sure)
    return [
      {
        rule: 'modality',
        weight: 0.95,
        text: `“${sure.text}” where the article has “${lost.text}”.`,
      },
    ]
  if (lost && hedge)
    return [
      {
        rule: 'modality',
        weight: 0.6,
        text: `“${hedge.text}” where the article has “${lost.text}”.`,
      },
    ]
  if (lost)
    return [
      {
        rule: 'modality',
        weight: inClause ? 0.15 : 0.95,
        text: `The article says “${lost.text}”, which is left out.`,
      },
    ]
  const word = sure ?? hedge
  if (!word) return []
  return [
    {
      rule: 'modality',
      weight: sure ? 0.6 : 0.5,
      text: `The article does not say “${word.text}” here.`,
    },
  ]
}
