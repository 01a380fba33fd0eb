import type { WordClass } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { mayBeNumber, readNumber } from './numbers.ts'
import { remembered } from './remembered.ts'

/** One word, number or fixed phrase of a text, in the form in which texts are compared. */
export interface Term {
  /** Equal keys mean the same word (`began`, `begins`) or the same number (`#50000000`). */
  key: string
  text: string
  /** UTF-16 units in the text that was read. */
  start: number
  end: number
  kind: WordClass | 'number' | 'ordinal' | 'year' | 'content'
  /** The numeric value, for numbers, ordinals and years. */
  value?: number
  /** 0 Monday … 6 Sunday, for a weekday, and for `yesterday` where the day of publication is known. */
  weekday?: number
  groups: readonly number[]
  /** Begins with a capital letter. */
  capital: boolean
  /** The first word of a sentence, whose capital letter says nothing. */
  opening: boolean
}

/** A piece of text before phrases and numbers are put together. */
export interface Token {
  piece: Piece
  start: number
  end: number
}

/** What a word is by itself, wherever it stands. */
export interface Piece {
  text: string
  /** It stands where the piece before it does, as the `not` of `won't`. */
  isWrittenOut: boolean
  lower: string
  key: string
  /** Begins with a capital letter. */
  capital: boolean
  /** Begins with one, and a small letter after it. */
  titled: boolean
  /** May be a number, or begin one. */
  numeral: boolean
  /** What its key is by itself, wherever it stands. */
  kind: WordClass | 'content'
  groups: readonly number[]
  opensPhrase: boolean
}

/** By the decimal mark: where it is a comma, a space may part the thousands (`12 500`). */
const tokenPattern = {
  '.': /[$£€¥₱₹%]|\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu,
  ',': /[$£€¥₱₹%]|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu,
}

export interface ReadingOptions {
  /** Tokens that are read at most. */
  limit?: number
  /** The weekday of publication, 0 Monday … 6 Sunday. */
  today?: number | undefined
}

export function termsOf(text: string, lexicon: Lexicon, options: ReadingOptions = {}): Term[] {
  const tokens = tokensOf(text, lexicon, options.limit)
  const terms: Term[] = []
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at] as Token
    const read =
      readNumber(tokens, at, lexicon.language) ??
      (first.piece.opensPhrase ? lexicon.phraseAt(tokens, at) : undefined)
    const length = read?.length ?? 1
    const last = tokens[at + length - 1]
    if (!last) break
    const found = read
      ? termOf(text, first, last, read, lexicon, at === 0)
      : wordOf(first, at === 0, lexicon)
    if (found.kind === 'weekday' || found.kind === 'day') {
      const weekday = weekdayOf(found.key, lexicon, options.today)
      if (weekday !== undefined) found.weekday = weekday
    }
    terms.push(found)
    at += length
  }
  return terms
}

/** What was read at a token: how many tokens it takes and what they are. */
export interface Reading {
  length: number
  key: string
  kind?: 'number' | 'ordinal' | 'year'
  value?: number
}

function weekdayOf(key: string, lexicon: Lexicon, today: number | undefined): number | undefined {
  const days = lexicon.relativeDayOf(key)
  if (days !== undefined && today !== undefined) return (today + days + 7) % 7
  return lexicon.weekdayOf(key)
}

/** Most tokens are one word, of which all is known already. */
function wordOf({ piece, start, end }: Token, opening: boolean, lexicon: Lexicon): Term {
  const { text, key, groups, capital } = piece
  const isMonth = piece.titled && !opening && lexicon.isMonth(key)
  return { key, text, start, end, kind: isMonth ? 'month' : piece.kind, groups, capital, opening }
}

function termOf(
  text: string,
  first: Token,
  last: Token,
  read: Reading,
  lexicon: Lexicon,
  opening: boolean,
): Term {
  const result: Term = {
    key: read.key,
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
    kind: read.kind ?? kindOf(read.key, first.piece, lexicon, opening),
    groups: lexicon.groupsOf(read.key),
    capital: first.piece.capital,
    opening,
  }
  if (read.value !== undefined) result.value = read.value
  return result
}

/** A capital letter makes a month of `may` and `march`, save at the opening. */
function kindOf(key: string, piece: Piece, lexicon: Lexicon, opening: boolean): Term['kind'] {
  if (piece.titled && !opening && lexicon.isMonth(key)) return 'month'
  return lexicon.classOf(key) ?? 'content'
}

/** Words, numbers and currency signs; hyphens part, contractions are written out. */
export function tokensOf(text: string, lexicon: Lexicon, limit = Infinity): Token[] {
  const tokens: Token[] = []
  const pattern = tokenPattern[lexicon.language.decimalMark]
  for (let at = 0; at < text.length && tokens.length < limit;) {
    const end = endOfPlainWord(text, at)
    if (end === undefined) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (match === null) break
      at = match.index + match[0].length
      addTokens(tokens, match[0], match.index, lexicon)
    } else if (end > at) {
      addTokens(tokens, text.slice(at, end), at, lexicon)
      at = end
    } else at += 1
  }
  return tokens
}

function addTokens(tokens: Token[], raw: string, from: number, lexicon: Lexicon): void {
  const pieces = piecesOf(raw, lexicon)
  let [start, end] = [from, from]
  // An iterator for each word would be most of the garbage that reading a text leaves behind.
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    if (!piece.isWrittenOut) {
      start = end
      end += piece.text.length
    }
    tokens.push({ piece, start, end })
  }
}

/**
 * Where a word ends that begins here and has only letters of ASCII, without an apostrophe or a full
 * stop that may belong to it; here, where no token begins; undefined where the pattern has to say.
 */
function endOfPlainWord(text: string, at: number): number | undefined {
  let end = at
  let kind = kindAt(text, end)
  while (kind === letter) kind = kindAt(text, ++end)
  if (end === at) return kind === nothing || kind === stop || kind === joint ? at : undefined
  const isSure = kind === nothing || kind === figure || (kind === stop && end > at + 1)
  return isSure ? end : undefined
}

/** What a character means for words; nothing is told of one that is not of ASCII. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return nothing
  const code = text.charCodeAt(at)
  return code < 128 ? (kindOfCharacter[code] as number) : unknown
}

const [nothing, letter, figure, stop, joint, unknown] = [0, 1, 2, 3, 4, 5]
const kindOfCharacter = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[A-Za-z]/.test(character)) return letter
  if (/[\d$%]/.test(character)) return figure
  if (character === '.') return stop
  return character === "'" ? joint : nothing
})

/** What stands between two spaces: mostly one word; each word as it is written out. */
const piecesOf = remembered((raw: string, lexicon: Lexicon): Piece[] =>
  raw.split(gluedWords).flatMap((text) => {
    const capital = /^\p{Lu}/u.test(text)
    const titled = /^\p{Lu}\p{Ll}/u.test(text)
    return written(text, lexicon).map((lower, at) => {
      const key = lexicon.keyOf(lower)
      return {
        text,
        isWrittenOut: at > 0,
        lower,
        key,
        capital,
        titled,
        numeral: mayBeNumber(text, lower, lexicon.language),
        kind: lexicon.classOf(key) ?? 'content',
        groups: lexicon.groupsOf(key),
        opensPhrase: lexicon.opensPhrase(key),
      }
    })
  }),
)

/** Where two words have lost the space between them: `BeijingChina`, but not `McKay`. */
const gluedWords = /(?<=\p{Ll}{3})(?=\p{Lu})/u

const negated = /^(.+)n't$/
const shortened = /^(.+)'(s|ll|re|ve|m|d)$/
const written_out: Record<string, string> = { ll: 'will', re: 'are', ve: 'have', m: 'am' }

function written(raw: string, lexicon: Lexicon): string[] {
  if (raw === 'US' || raw === 'USA') return ['u.s']
  let word = raw.toLowerCase().replaceAll('’', "'")
  if (word.length > 2 && word.endsWith('.')) word = word.slice(0, -1)
  const contraction = lexicon.language.contractions.get(word)
  if (contraction) return contraction.split(' ')
  const elision = lexicon.language.elisions?.exec(word)?.[0]
  if (elision !== undefined) return [elision.slice(0, -1), word.slice(elision.length)]
  const enclitic = /'\p{L}+$/u.exec(word)?.[0] ?? ''
  const joined = lexicon.language.enclitics?.get(enclitic)
  if (joined !== undefined) return [word.slice(0, -enclitic.length), joined]
  const not = negated.exec(word)?.[1]
  if (not !== undefined) return [not, 'not']
  const [, base, ending] = shortened.exec(word) ?? []
  if (base === undefined || ending === undefined) return [word]
  const verb = written_out[ending]
  return verb === undefined ? [base] : [base, verb]
}
