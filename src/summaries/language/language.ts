/**
 * What the checker and the summarizer know about a language. Everything that depends on the
 * language is in a value of this shape; the rules themselves know none.
 */
export interface Language {
  /** BCP 47, primary subtag only: `en`. */
  tag: string
  /** `measured` on news with labels made by people; `basic` on this repository's own stories only. */
  level: 'measured' | 'basic'
  decimalMark: '.' | ','
  /** Words that end in a full stop without ending a sentence, lower case, without that stop. */
  abbreviations: ReadonlySet<string>
  /** From a word in lower case to the form that all its inflections share. */
  stem: (word: string) => string
  /** Inflected forms that `stem` cannot know: `rose` → `rise`; `=` keeps a word as it is. */
  irregular: ReadonlyMap<string, string>
  /** `won't` → `will not`. */
  contractions: ReadonlyMap<string, string>
  /** What makes the name of a people or a language of that of a place: `-ian`. */
  demonym?: RegExp
  /** What an apostrophe joins to the front of a word: `l'homme`, `qu'il`. */
  elisions?: RegExp
  /** What an apostrophe joins to the end of a word, and what it is written out: `siya'y`. */
  enclitics?: ReadonlyMap<string, string>
  /** A figure with a full stop is an ordinal and ends no sentence: `am 3. Mai`. */
  ordinalStop?: true
  /** What stands between tens and ones in words: `treinta y cinco`. */
  numberJoint?: string
  numbers: ReadonlyMap<string, number>
  /** Days from the day of publication: `yesterday` → -1. */
  relativeDays: ReadonlyMap<string, number>
  scales: ReadonlyMap<string, number>
  ordinals: ReadonlyMap<string, number>
  /**
   * Each word has at most one class, that of the first list which has it (see `wordClasses`).
   * `this_week` stands for a phrase of two words. Weekdays stand in order, seven by seven, from
   * Monday on.
   */
  words: Readonly<Record<WordClass, ReadonlySet<string>>>
  /** Groups of words and phrases that say the same in news; the first stands for all. */
  synonyms: readonly (readonly string[])[]
  /** Pairs that say the opposite. */
  antonyms: readonly (readonly [string, string])[]
  /** Openings that lean on the sentence before: pronouns and connectives, in lower case. */
  leaningOpenings: {
    pronouns: ReadonlySet<string>
    connectives: readonly string[]
    /** The same said further inside: `« … », a-t-elle dit`, `Dijo que …` */
    forms?: readonly RegExp[]
  }
  /**
   * Words and phrases, in lower case, that open what the rest of a sentence hangs on: `if`,
   * `according to`. Absent where the scorer was trained without findings about them.
   */
  governing?: {
    conditions: readonly string[]
    attributions: readonly string[]
    /** `and`, `but`: what comes after them stands by itself. */
    joints: ReadonlySet<string>
  }
  /** Small words before a name that say what it does: Filipino `si`, `ni`, `kay`. */
  roleMarkers?: ReadonlySet<string>
  /**
   * What a sentence may do without: joining words at its front, and words that begin a clause which
   * only adds; `verbs` can go on after such a clause, `joints` begin another clause beside the first.
   * Absent where dropping a word moves others.
   */
  shortening?: {
    openings: readonly string[]
    articles: readonly string[]
    relatives: readonly string[]
    verbs: readonly string[]
    joints?: readonly string[]
  }
  /** Pronouns that tell a speaker's gender, one set for each, where the language has such. */
  genders?: readonly ReadonlySet<string>[]
  /** Captions, invitations to click and the like. */
  furniture: readonly RegExp[]
  /** How features begin before they come to their news. Absent: such openings are not known apart. */
  scenes?: {
    /** What paints; each counts once. The first tells the weather of a day, whichever day it was. */
    painting: readonly RegExp[]
    /** What whoever only paints does not say. */
    news: RegExp
  }
}

export type WordClass = (typeof wordClasses)[number]

/** In order of precedence. */
export const wordClasses = [
  'negation',
  'nearNegation',
  'weekday',
  'day',
  'unit',
  'possibility',
  'certainty',
  'comparison',
  'quantifier',
  'reporting',
  'pronoun',
  'filler',
  'month',
  'function',
] as const

/** Splits a list in a data file at white space. */
export function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}

/** Splits a list of words and phrases at commas. */
export function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
}

export function wordSet(list: string): ReadonlySet<string> {
  return new Set(words(list))
}

/** One group per line, members parted by `=`. */
export function groups(list: string): string[][] {
  return list
    .split('\n')
    .map((line) => line.split('=').map((member) => member.trim()))
    .filter((line) => line.length > 1)
}

/** `a/b c/d` as pairs. */
export function wordPairs(list: string): [string, string][] {
  return words(list).map((pair): [string, string] => {
    const [left = '', right = ''] = pair.split('/')
    return [left.replaceAll('_', ' '), right.replaceAll('_', ' ')]
  })
}

/** `one two three` counted up from a number. */
export function counted(from: number, list: string, step = 1): [string, number][] {
  return words(list).map((word, at) => [word, from + at * step])
}
