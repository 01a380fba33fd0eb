import type { Comparison } from '../comparison.ts'
import { ownSentence, type Source, type SourceSentence } from '../source.ts'
import { type Quoted, quotedIn } from './marks.ts'

/** A quotation of a claim: its words as they are compared, and where it stands in the claim. */
export interface Quotation {
  words: string
  start: number
  end: number
  opened: boolean
  closed: boolean
}

/** Quotations of fewer characters are letters and signs. */
const shortestQuotation = 2
const anyMark = /["“”„«»'‘’‚‹›`]/
const everyMark = new RegExp(anyMark, 'g')

/** Half quotations, too, where the text is written with care, in capitals and small letters. */
export function quotationsIn({ text, cased }: Pick<Comparison, 'text' | 'cased'>): Quotation[] {
  return quotationsOf(text).filter(({ opened, closed }) => cased || (opened && closed))
}

export function quotationsOf(text: string): Quotation[] {
  if (!anyMark.test(text)) return []
  return quotedIn(text).flatMap(({ start, ends, opened, closed }) => {
    const end = ends.at(-1) as number
    const words = evenly(text.slice(start, end)).trim()
    return words.length < shortestQuotation || !/\p{L}|\p{N}/u.test(words)
      ? []
      : [{ words, start, end, opened, closed }]
  })
}

/** Marks, dashes and gaps made alike: a newsroom may set its own. */
function evenly(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[–—]/g, '-').replace(everyMark, '"')
}

/** The sentence of the article that has a quotation, or what is wrong with it. */
export type Fit = { holder: SourceSentence } | { wrong: 'words' | 'not-quoted' | 'cut' }

/**
 * A quotation is exact when one quotation of the article has the same characters, and when it
 * ends and begins where a sentence of that quotation does: what a cut inside a sentence leaves
 * out may be the "if" or the "not" on which the rest depends. Where the anchor has the words, it
 * has to fit there.
 */
export function fitOf(quotation: Quotation, comparison: Comparison): Fit {
  const {
    passage: { anchor },
    source,
    cased,
  } = comparison
  const fits = passagesOf(source).flatMap((passage) =>
    placesIn(passage, quotation.words, cased).map((at) => fitAt(quotation, at, passage, source)),
  )
  const here = fits.filter((fit) => fit.at === anchor)
  const best = (here.length > 0 ? here : fits).toSorted((a, b) => order[b.is] - order[a.is])[0]
  if (!best) return { wrong: 'words' }
  return best.is === 'whole' ? { holder: best.at } : { wrong: best.is }
}

const order = { whole: 2, cut: 1, 'not-quoted': 0 }

function fitAt(quotation: Quotation, at: number, passage: QuotedPassage, source: Source) {
  const around = passage.quoted.filter(
    ({ start, ends }) => start <= at && at < (ends.at(-1) as number),
  )
  const isAnyWhole = around.some((span) => isWhole(quotation, at, span, passage, source))
  const is = isAnyWhole ? 'whole' : around.length > 0 ? 'cut' : 'not-quoted'
  return { at: holderOf(at, passage), is } as const
}

/** A sentence of the article as it is: its marks are the article's, whatever they mean. */
export function isOwnSentence(text: string, source: Source): boolean {
  return ownSentence(text, source) !== undefined
}

/** A paragraph of the article as quotations are looked up in it. */
interface QuotedPassage {
  even: string
  quoted: Quoted[]
  sentences: { from: number; sentence: SourceSentence }[]
}

const read = new WeakMap<Source, QuotedPassage[]>()

function passagesOf(source: Source): QuotedPassage[] {
  let passages = read.get(source)
  if (!passages) {
    const paragraphs = Map.groupBy(source.sentences, ({ paragraph }) => paragraph)
    passages = [...paragraphs.values()].map(passageOf)
    read.set(source, passages)
  }
  return passages
}

function passageOf(paragraph: SourceSentence[]): QuotedPassage {
  let text = ''
  const sentences = paragraph.map((sentence) => {
    const from = text.length
    text += `${sentence.text.replace(/\s+/g, ' ')} `
    return { from, sentence }
  })
  return { even: evenly(text), quoted: quotedIn(text), sentences }
}

/** The first letter may be a small one or a capital, as the sentence around it wants it. */
function placesIn({ even }: QuotedPassage, words: string, cased: boolean): number[] {
  // Where a model writes small letters only, they say nothing.
  const passage = cased ? even : even.toLowerCase()
  const [, first = '', rest = ''] = /^("*.)(.*)$/su.exec(withoutStop(words)) ?? []
  const places: number[] = []
  for (const opening of new Set([first, first.toLowerCase(), first.toUpperCase()])) {
    let at = passage.indexOf(opening + rest)
    while (at >= 0) {
      places.push(at)
      at = passage.indexOf(opening + rest, at + 1)
    }
  }
  return places
}

const nothingMore = /^[\s.,;:"-]*$/
const nothingBefore = /^[\s"]*$/
const sentenceBefore = /(\S+)[.!?…]"*\s+"*$/
const sentenceBehind = /^[.!?…]+"*(\s|$)/
const sentenceInside = /[!?…]"*$/

function isWhole(
  quotation: Quotation,
  at: number,
  span: Quoted,
  { even }: QuotedPassage,
  source: Source,
): boolean {
  if (!beginsThere(even.slice(span.start, at), source)) return false
  const end = at + withoutStop(quotation.words).length
  return span.ends.some(
    (last) => end <= last && endsThere(even.slice(at, end), even.slice(end, last), source),
  )
}

/** Where the quotation begins, or behind a sentence of it. */
function beginsThere(before: string, source: Source): boolean {
  if (nothingBefore.test(before)) return true
  const last = sentenceBefore.exec(before)?.[1]
  return last !== undefined && !isAbbreviation(last, source) && isSentence(before)
}

/** Where the quotation ends, or a sentence of it; what lost its question mark is a statement. */
function endsThere(words: string, rest: string, source: Source): boolean {
  if (/^["\s]*[?!]/.test(rest)) return false
  if (nothingMore.test(rest)) return true
  if (!isSentence(rest)) return false
  if (sentenceInside.test(words)) return /^["\s]/.test(rest)
  return sentenceBehind.test(rest) && !isAbbreviation(words.split(' ').at(-1) ?? '', source)
}

/** A shorter one, like "No." or "Not yet.", may be the answer on which the others depend. */
const wordsOfSentence = 3

function isSentence(text: string): boolean {
  return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= wordsOfSentence
}

function isAbbreviation(word: string, { lexicon }: Source): boolean {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|\.$/gu, '')
  return lexicon.language.abbreviations.has(bare) || /^\p{L}$/u.test(bare)
}

function withoutStop(words: string): string {
  return words.replace(/[.,;:]+$/, '')
}

function holderOf(at: number, { sentences }: QuotedPassage): SourceSentence {
  const holder = sentences.findLast(({ from }) => from <= at) ?? sentences[0]
  if (!holder) throw new Error('a passage without a sentence')
  return holder.sentence
}
