import type { Term } from '../../language/terms.ts'
import { alike, hasLike } from '../aligning/align.ts'
import { type Comparison, isName, isSourceName } from '../comparison.ts'
import type { Finding } from '../findings.ts'
import {
  fitOf,
  isOwnSentence,
  type Quotation,
  quotationsIn,
  quotationsOf,
} from '../quoting/quotations.ts'
import type { SourceSentence } from '../source.ts'
import { adjacentInArticle } from '../aligning/whereabouts.ts'

/** Who said it, and that it was said: as in the sentence of the article that has the quotation. */
export function speakersAreTheArticles(comparison: Comparison): Finding[] {
  const { text, claim, source } = comparison
  if (isOwnSentence(text, source)) return []
  const quotations = quotationsIn(comparison)
  if (quotations.length === 0) return []
  const frame = outside(claim, quotations)
  const isSaid = frame.some(({ kind }) => kind === 'reporting' || kind === 'nearNegation')
  return quotations.flatMap((quotation) => {
    if (!isSaid && quotation.words.split(' ').length < wordsOfSpeech) return []
    const fit = fitOf(quotation, comparison)
    return 'holder' in fit ? judge(frame, fit.holder, comparison) : []
  })
}

/** Fewer words between marks, and nobody who says them, are a title or a word held at arm's length. */
const wordsOfSpeech = 3

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
  // At the opening, any word with meaning may be the name of the one who speaks.
  const named = own.filter(({ kind, capital }) => kind === 'content' && capital)
  const around = near.filter((term) => isSourceName(term, comparison))
  const told = frame.filter((term) => isName(term, comparison))
  const strange = told.filter(
    (term) => timesOf(term, frame) > timesOf(term, own) && !isFirstNameOf(term, own, comparison),
  )
  const isSpeakerNearby = around.length > 0 && around.every((term) => hasLike(term, told))
  const speaker = strange.find((term) => isBesideVerb(term, frame) && !isModifier(term, comparison))
  const isExchanged = named.some((term) => timesOf(term, frame) < timesOf(term, own))
  const found = speaker ?? (isExchanged ? strange[0] : undefined)
  if (!found || (named.length === 0 && isSpeakerNearby && strange.every((t) => hasLike(t, around))))
    return []
  const said = named.map((term) => term.text).join(' ')
  const text =
    said === ''
      ? `The article does not name ${found.text} as the one who said this.`
      : `${said}, not ${found.text}, said this.`
  return [{ rule: 'speaker', weight: speaker ? 0.6 : perhapsAnother, text }]
}

/** Enough to fail a quotation: a name elsewhere in its sentence that is not the article's. */
const perhapsAnother = 0.5

/** How many terms may stand between a verb of saying and who says it. */
const speakerReach = 4

function isBesideVerb(term: Term, frame: readonly Term[]): boolean {
  const verbs = frame.filter(
    ({ kind }) => kind === 'reporting' || kind === 'nearNegation' || kind === 'certainty',
  )
  if (verbs.length === 0) return frame.length <= 2 * speakerReach
  const at = frame.indexOf(term)
  return verbs.some((verb) => Math.abs(frame.indexOf(verb) - at) <= speakerReach)
}

/** `the Turkish minister`: it is the minister who speaks. */
function isModifier(term: Term, { claim, text, cased }: Comparison): boolean {
  const next = claim[claim.indexOf(term) + 1]
  const isJoined = next !== undefined && /^\s$/.test(text.slice(term.end, next.start))
  return cased && isJoined && next.kind === 'content' && !next.capital
}

/** `Ada Penhallow` where that sentence has only `Penhallow`. */
function isFirstNameOf(term: Term, own: readonly Term[], { claim, source }: Comparison): boolean {
  const at = claim.indexOf(term)
  return [claim[at - 1], claim[at + 1]].some((other, side) => {
    if (!other?.capital || !hasLike(other, own)) return false
    const [first, second] = side === 0 ? [other, term] : [term, other]
    return adjacentInArticle(first, second, source)
  })
}

/** `Osei told Holt` made `Holt told Osei`. */
function otherOrder(
  frame: readonly Term[],
  own: readonly Term[],
  comparison: Comparison,
): Finding[] {
  if (!own.some(({ kind }) => kind === 'reporting')) return []
  let from = 0
  for (const name of frame.filter((term) => isName(term, comparison))) {
    const place = own.findIndex((term, at) => at >= from && term.key === name.key)
    const earlier = own.find((term, at) => at < from && term.key === name.key)
    if (place >= 0) from = place + 1
    else if (earlier) {
      const text = `${name.text} stands in another place of the article's sentence.`
      return [{ rule: 'speaker', weight: perhapsAnother, text }]
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
    ? [{ rule: 'speaker', weight: 0.6, text: `The article does not say “${pronoun.text}” here.` }]
    : []
}

/** `denied` for `said`, or the other way round. */
function otherStance(
  frame: readonly Term[],
  own: readonly Term[],
  near: readonly Term[],
): Finding[] {
  const strange = denyingIn(frame).find((term) => timesOf(term, frame) > timesOf(term, own))
  const lost = denyingIn(own).find(
    (term) => isBesideVerb(term, own) && !hasLike(term, frame) && !hasLike(term, near),
  )
  const term = strange ?? lost
  if (!term) return []
  const text = strange
    ? `The article does not say “${term.text}” of this quotation.`
    : `The article says “${term.text}” of this quotation, which is left out.`
  return [{ rule: 'speaker', weight: 0.6, text }]
}

function denyingIn(terms: readonly Term[]): Term[] {
  return terms.filter((term) => term.kind === 'negation' || term.kind === 'nearNegation')
}

function timesOf(term: Term, terms: readonly Term[]): number {
  return terms.filter((other) => alike(term, other) > 0).length
}
