import type { Term } from '../../language/terms.ts'
import { alike, hasLike } from '../align.ts'
import { type Comparison, isName, isSourceName } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import { fitOf, isOwnSentence, type Quotation, quotationsOf } from '../quoting/quotations.ts'
import type { SourceSentence } from '../source.ts'

/** Who said it, and that it was said: as in the sentence of the article that has the quotation. */
export function speakersAreTheArticles(comparison: Comparison): Finding[] {
  const { text, claim, passage, source } = comparison
  if (isOwnSentence(text, source)) return []
  const quotations = quotationsOf(text)
  if (quotations.length === 0) return []
  const frame = outside(claim, quotations)
  return quotations.flatMap((quotation) => {
    const fit = fitOf(quotation, passage.anchor, source)
    return 'holder' in fit ? judge(frame, fit.holder, comparison) : []
  })
}

/** The terms of a text that do not stand between marks. */
function outside(terms: readonly Term[], quotations: readonly Quotation[]): Term[] {
  return terms.filter(
    ({ start, end }) => !quotations.some((quoted) => quoted.start <= start && end <= quoted.end),
  )
}

function judge(frame: readonly Term[], holder: SourceSentence, comparison: Comparison): Finding[] {
  const own = outside(holder.terms, quotationsOf(holder.text))
  const near = neighboursOf(holder, comparison)
  return [
    ...otherNames(frame, own, near, comparison),
    ...otherOrder(frame, own, comparison),
    ...otherGender(frame, own, near, comparison),
    ...otherStance(frame, own, near),
  ]
}

/** In how many sentences before a quotation, and after it, its speaker may be named. */
const namedWithin = 2

function neighboursOf(holder: SourceSentence, { source }: Comparison): Term[] {
  return source.sentences
    .slice(Math.max(0, holder.number - namedWithin), holder.number + 2)
    .filter((sentence) => sentence !== holder)
    .flatMap((sentence) => outside(sentence.terms, quotationsOf(sentence.text)))
}

/** Somebody is named who is not named there; for a "she", only one who alone is named nearby. */
function otherNames(
  frame: readonly Term[],
  own: readonly Term[],
  near: readonly Term[],
  comparison: Comparison,
): Finding[] {
  const named = own.filter((term) => isSourceName(term, comparison))
  const around = near.filter((term) => isSourceName(term, comparison))
  const told = frame.filter((term) => isName(term, comparison))
  const strange = told.filter((term) => !hasLike(term, own))
  const isSpeakerNearby = around.length > 0 && around.every((term) => hasLike(term, told))
  const [first] = strange
  if (!first || (named.length === 0 && isSpeakerNearby && strange.every((t) => hasLike(t, around))))
    return []
  const said = named.map((term) => term.text).join(' ')
  const text =
    said === ''
      ? `The article does not name ${first.text} as the one who said this.`
      : `${said}, not ${first.text}, said this.`
  return [{ rule: 'speaker', weight: 0.95, text }]
}

/** `Osei told Holt` made `Holt told Osei`. */
function otherOrder(
  frame: readonly Term[],
  own: readonly Term[],
  comparison: Comparison,
): Finding[] {
  let from = 0
  for (const name of frame.filter((term) => isName(term, comparison))) {
    const place = own.findIndex((term, at) => at >= from && term.key === name.key)
    const earlier = own.find((term, at) => at < from && term.key === name.key)
    if (place >= 0) from = place + 1
    else if (earlier) {
      const text = `${name.text} stands in another place of the article's sentence.`
      return [{ rule: 'speaker', weight: 0.9, text }]
    }
  }
  return []
}

/** `she said` of what a man said, as far as the pronouns there tell. */
function otherGender(
  frame: readonly Term[],
  own: readonly Term[],
  near: readonly Term[],
  { source }: Comparison,
): Finding[] {
  const genders = source.lexicon.language.genders ?? []
  const count = (terms: readonly Term[]) =>
    genders.map((own) => terms.filter(({ text }) => own.has(text.toLowerCase())).length)
  const [told, theirs, around] = [count(frame), count(own), count(near)]
  const known = theirs.some((number) => number > 0) ? theirs : around
  const more = told.findIndex((number, at) => number > (known[at] ?? 0))
  const isLess = told.some((number, at) => number < (known[at] ?? 0))
  const pronoun = frame.find(({ text }) => genders[more]?.has(text.toLowerCase()))
  return pronoun && isLess
    ? [{ rule: 'speaker', weight: 0.9, text: `The article does not say “${pronoun.text}” here.` }]
    : []
}

/** `denied` for `said`, or the other way round. */
function otherStance(
  frame: readonly Term[],
  own: readonly Term[],
  near: readonly Term[],
): Finding[] {
  const strange = denyingIn(frame).find((term) => timesOf(term, frame) > timesOf(term, own))
  const lost = denyingIn(own).find((term) => !hasLike(term, frame) && !hasLike(term, near))
  const term = strange ?? lost
  if (!term) return []
  const text = strange
    ? `The article does not say “${term.text}” of this quotation.`
    : `The article says “${term.text}” of this quotation, which is left out.`
  return [{ rule: 'speaker', weight: 0.9, text }]
}

function denyingIn(terms: readonly Term[]): Term[] {
  return terms.filter((term) => term.kind === 'negation' || term.kind === 'nearNegation')
}

function timesOf(term: Term, terms: readonly Term[]): number {
  return terms.filter((other) => alike(term, other) > 0).length
}
