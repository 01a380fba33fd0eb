import type { Lexicon } from '../language/lexicon.ts'
import { plainText } from '../language/plain-text.ts'
import { sentencesOfAll } from '../language/sentences.ts'
import { type Term, termsOf } from '../language/terms.ts'
import type { Evidence } from '../summary.ts'

/** An article as the checker is given it. */
export interface ArticleText {
  headline?: string
  paragraphs: string[]
  /** BCP 47; English where it is not said. */
  language?: string
  /** RFC 3339. */
  publishedAt?: string
  dateline?: string
  standfirst?: string
}

/** One sentence of the article, read. */
export interface SourceSentence extends Evidence {
  text: string
  terms: Term[]
  /** Its place in `Source.sentences`. */
  number: number
  /** How many terms stand before it in the article. */
  from: number
}

/** The article, read once for any number of sentences about it. */
export interface Source {
  lexicon: Lexicon
  sentences: SourceSentence[]
  /** In which sentences a key occurs, by their numbers in `sentences`. */
  places: ReadonlyMap<string, number[]>
  groupPlaces: ReadonlyMap<number, number[]>
  /** Where a key stands, counted in terms from the beginning of the article. */
  positions: ReadonlyMap<string, number[]>
  groupPositions: ReadonlyMap<number, number[]>
  /** Of the article, in terms. */
  length: number
  /** The same keys where they begin with a capital letter that no sentence opening explains. */
  names: ReadonlySet<string>
  /** Keys of neighbours, parted by a space. */
  bigrams: ReadonlySet<string>
  /** The day of publication in the newsroom's own time zone: 0 Monday … 6 Sunday, if known. */
  today: number | undefined
  /** Quotation marks made alike, white space made single: what quotations are looked up in. */
  plain: string
}

/** Longer sentences are tables or lists; they are read up to here. */
const maxTermsOfSentence = 400

/** Reads an article; once, where its sentences are chosen and then checked. */
export function readSource(article: ArticleText, lexicon: Lexicon): Source {
  const today = weekdayOf(article.publishedAt)
  const known = sources.get(article.paragraphs)
  if (known?.lexicon === lexicon && known.today === today) return known
  const source = read(article, lexicon, today)
  sources.set(article.paragraphs, source)
  return source
}

const sources = new WeakMap<readonly string[], Source>()

function read(article: ArticleText, lexicon: Lexicon, today: number | undefined): Source {
  let from = 0
  const sentences = sentencesOfAll(article.paragraphs, lexicon.language).map(
    (sentence, number): SourceSentence => {
      const terms = termsOf(sentence.text, lexicon, { limit: maxTermsOfSentence, today })
      from += terms.length
      return { ...sentence, terms, number, from: from - terms.length }
    },
  )
  return {
    lexicon,
    sentences,
    ...placesOf(sentences),
    names: namesOf(sentences),
    bigrams: bigramsOf(sentences),
    today,
    plain: plainText(sentences.map((sentence) => sentence.text).join(' ')),
  }
}

function placesOf(sentences: SourceSentence[]) {
  const places = new Map<string, number[]>()
  const groupPlaces = new Map<number, number[]>()
  const positions = new Map<string, number[]>()
  const groupPositions = new Map<number, number[]>()
  let length = 0
  for (const [number, sentence] of sentences.entries()) {
    for (const term of sentence.terms) {
      note(places, term.key, number)
      note(positions, term.key, length)
      for (const group of term.groups) {
        note(groupPlaces, group, number)
        note(groupPositions, group, length)
      }
      length += 1
    }
  }
  return { places, groupPlaces, positions, groupPositions, length }
}

function note<K>(places: Map<K, number[]>, key: K, number: number): void {
  const list = places.get(key)
  if (!list) places.set(key, [number])
  else if (list.at(-1) !== number) list.push(number)
}

function namesOf(sentences: SourceSentence[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { terms } of sentences)
    for (const term of terms) if (term.capital && !term.opening) names.add(term.key)
  return names
}

function bigramsOf(sentences: SourceSentence[]): ReadonlySet<string> {
  const bigrams = new Set<string>()
  for (const { terms } of sentences)
    for (const [at, term] of terms.entries())
      if (at > 0) bigrams.add(`${terms[at - 1]?.key} ${term.key}`)
  return bigrams
}

/** The day that is written in the time, not the day it was in Greenwich. */
function weekdayOf(publishedAt: string | undefined): number | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(publishedAt ?? '')?.[0]
  const sundayFirst = day === undefined ? NaN : new Date(day).getUTCDay()
  return Number.isNaN(sundayFirst) ? undefined : (sundayFirst + 6) % 7
}
