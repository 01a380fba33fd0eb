import type { Lexicon } from '../language/lexicon.ts'
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

/** Where the article has a word, in order. */
export interface Occurrences {
  /** In which sentences, by their numbers in `Source.sentences`. */
  places: number[]
  /** Counted in terms from the beginning of the article. */
  positions: number[]
}

export interface ArticleWord extends Occurrences {
  /** It begins somewhere with a capital letter that no sentence opening explains. */
  isName: boolean
}

/** The article, read once for any number of sentences about it. */
export interface Source {
  lexicon: Lexicon
  sentences: readonly SourceSentence[]
  /** Those of all sentences in one row. */
  terms: readonly Term[]
  /** By key. */
  words: ReadonlyMap<string, ArticleWord>
  /** The words of a group of synonyms taken as one. */
  groups: ReadonlyMap<number, Occurrences>
  /** The day of publication in the newsroom's own time zone: 0 Monday … 6 Sunday, if known. */
  today: number | undefined
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
  const sentences: SourceSentence[] = []
  const terms: Term[] = []
  for (const sentence of sentencesOfAll(article.paragraphs, lexicon.language)) {
    const own = termsOf(sentence.text, lexicon, { limit: maxTermsOfSentence, today })
    sentences.push({ ...sentence, terms: own, number: sentences.length, from: terms.length })
    for (const term of own) terms.push(term)
  }
  return { lexicon, sentences, terms, ...occurrencesIn(sentences), today }
}

function occurrencesIn(sentences: readonly SourceSentence[]): Pick<Source, 'words' | 'groups'> {
  const words = new Map<string, ArticleWord>()
  const groups = new Map<number, Occurrences>()
  let position = 0
  for (const { terms, number } of sentences) {
    for (const { key, groups: own, capital, opening } of terms) {
      const word = words.get(key)
      const isName = capital && !opening
      if (!word) words.set(key, { places: [number], positions: [position], isName })
      else {
        note(word, number, position)
        if (isName) word.isName = true
      }
      // Nearly all are empty, and each iterator would be garbage.
      for (let at = 0; at < own.length; at++) {
        const one = own[at] as number
        const group = groups.get(one)
        if (!group) groups.set(one, { places: [number], positions: [position] })
        else note(group, number, position)
      }
      position += 1
    }
  }
  return { words, groups }
}

function note({ places, positions }: Occurrences, place: number, position: number): void {
  if (places.at(-1) !== place) places.push(place)
  if (positions.at(-1) !== position) positions.push(position)
}

/** The sentence of the article that a text is, to the character. */
export function ownSentence(text: string, { sentences }: Source): SourceSentence | undefined {
  return sentences.find((sentence) => sentence.text === text)
}

/** A name somewhere in the article, whatever it is elsewhere. */
export function isNameThere(key: string, { words }: Source): boolean {
  return words.get(key)?.isName === true
}

/** The day that is written in the time, not the day it was in Greenwich. */
function weekdayOf(publishedAt: string | undefined): number | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(publishedAt ?? '')?.[0]
  const sundayFirst = day === undefined ? NaN : new Date(day).getUTCDay()
  return Number.isNaN(sundayFirst) ? undefined : (sundayFirst + 6) % 7
}
