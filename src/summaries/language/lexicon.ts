import { type Language, type WordClass, wordClasses } from './language.ts'
import { remembered } from './remembered.ts'
import type { Token } from './terms.ts'

/** A language's lists, turned round so that a word is looked up once. */
export interface Lexicon {
  language: Language
  /** The common key of a word's inflections: `began` → `begin`. */
  keyOf: (word: string) => string
  classOf: (key: string) => WordClass | undefined
  /** Is it the name of a month, whatever else it may be? */
  isMonth: (key: string) => boolean
  /** 0 for Monday, for a weekday's key. */
  weekdayOf: (key: string) => number | undefined
  /** Days from the day of publication, for a key like that of `yesterday`. */
  relativeDayOf: (key: string) => number | undefined
  /** Numbers of the synonym groups that a key belongs to. */
  groupsOf: (key: string) => readonly number[]
  areOpposites: (key: string, other: string) => boolean
  /** Whether a phrase of the synonym table begins with this word. */
  opensPhrase: (key: string) => boolean
  /** The longest phrase of the synonym table which starts at a token, as its length and key. */
  phraseAt: (tokens: readonly Token[], at: number) => { length: number; key: string } | undefined
}

const built = new Map<Language, Lexicon>()

export function lexiconOf(language: Language): Lexicon {
  let lexicon = built.get(language)
  if (!lexicon) {
    lexicon = build(language)
    built.set(language, lexicon)
  }
  return lexicon
}

function build(language: Language): Lexicon {
  const keyOf = (word: string) => stemOf(word, language)
  const classes = classTable(language, keyOf)
  const months = new Set([...language.words.month].map(keyOf))
  const weekdays = new Map([...language.words.weekday].map((day, at) => [keyOf(day), at % 7]))
  const relativeDays = new Map([...language.relativeDays].map(([day, days]) => [keyOf(day), days]))
  const { groups, phrases } = synonymTables(language, keyOf)
  const opposites = new Set(
    language.antonyms.flatMap(([left, right]) => {
      const [a, b] = [keyOf(left), keyOf(right)]
      return [`${a} ${b}`, `${b} ${a}`]
    }),
  )
  return {
    language,
    keyOf,
    classOf: (key) => classes.get(key),
    isMonth: (key) => months.has(key),
    weekdayOf: (key) => weekdays.get(key),
    relativeDayOf: (key) => relativeDays.get(key),
    groupsOf: (key) => groups.get(key) ?? none,
    areOpposites: (key, other) => opposites.has(`${key} ${other}`),
    opensPhrase: (key) => phrases.has(key),
    phraseAt: (tokens, at) => longestPhrase(phrases, tokens, at),
  }
}

const none: readonly number[] = []

/** An irregular form's `=likely` is taken as it is; others are stemmed like the word they stand for. */
const stemOf = remembered((word: string, language: Language): string => {
  const regular = language.irregular.get(word)
  return regular?.startsWith('=') ? regular : language.stem(regular ?? word)
})

function classTable(
  language: Language,
  keyOf: (word: string) => string,
): ReadonlyMap<string, WordClass> {
  const classes = new Map<string, WordClass>()
  for (const name of wordClasses)
    for (const word of language.words[name]) {
      const key = word.split('_').map(keyOf).join(' ')
      if (!classes.has(key)) classes.set(key, name)
    }
  return classes
}

interface Phrase {
  words: string[]
  key: string
}

type Phrases = ReadonlyMap<string, Phrase[]>

function synonymTables(language: Language, keyOf: (word: string) => string) {
  const groups = new Map<string, number[]>()
  const phrases = new Map<string, Phrase[]>()
  for (const [number, members] of language.synonyms.entries()) {
    for (const member of members) {
      const words = member.split(' ').map(keyOf)
      const key = words.join(' ')
      groups.set(key, [...(groups.get(key) ?? []), number])
      if (words.length > 1) addPhrase(phrases, words)
    }
  }
  for (const word of Object.values(language.words).flatMap((list) => [...list])) {
    if (!word.includes('_')) continue
    const words = word.split('_').map(keyOf)
    addPhrase(phrases, words)
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { groups, phrases }
}

function addPhrase(phrases: Map<string, Phrase[]>, words: string[]): void {
  const [first = ''] = words
  phrases.set(first, [...(phrases.get(first) ?? []), { words, key: words.join(' ') }])
}

function longestPhrase(phrases: Phrases, tokens: readonly Token[], at: number) {
  const found = phrases
    .get(tokens[at]?.piece.key ?? '')
    ?.find(({ words }) => words.every((word, offset) => tokens[at + offset]?.piece.key === word))
  return found && { length: found.words.length, key: found.key }
}
