import type { Language } from './language.ts'
import { languageOf } from './languages.ts'
import { tellingWords } from './words/telling-words.ts'

/** The language in which an article can be read, or in a sentence why there is none. */
export type Recognition =
  { language: Language; trouble?: undefined } | { language?: undefined; trouble: string }

interface Told {
  paragraphs: readonly string[]
  /** BCP 47; English where it is not said. */
  language?: string
}

/**
 * Takes the article's own word for its language where the text does not speak against it. A text
 * that reads like another language is not read as that one: nobody has said so, and a list of small
 * words cannot know all languages.
 */
export function recognizedLanguage({ paragraphs, language: tag }: Told): Recognition {
  const language = languageOf(tag)
  if (!language) return { trouble: `The checker does not know the language “${tag}”.` }
  if (readsLike(language.tag, countsIn(paragraphs))) return { language }
  const name = nameOf(language)
  return {
    trouble:
      tag === undefined
        ? `The article does not say its language and does not read like ${name}: say which it is.`
        : `The article says that it is in ${name} and does not read like it: put its language right.`,
  }
}

/** The language's name in English. */
export function nameOf({ tag }: Language): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}

interface Counts {
  words: number
  /** How many of the words are small words of a language, in the order of `tags`. */
  telling: Uint16Array
  /** Letters of the Latin script, and of any other. */
  latin: number
  other: number
}

/** With fewer words than this the small ones tell nothing. */
const fewestWords = 12
/** Of a text's words at least this share are small ones, unless it is a table. */
const leastShare = 0.1
/** Another language may have a few more of them: some stand in two lists. */
const allowance = 0.85

function readsLike(tag: string, { words, telling, latin, other }: Counts): boolean {
  // All languages that are known here are written in Latin letters.
  if (other > latin) return false
  if (words < fewestWords) return true
  const own = telling[tags.indexOf(tag)] ?? 0
  return own >= words * leastShare && own >= Math.max(...telling) * allowance
}

/** Characters that are looked at, some 250 words; a text does not change its language behind them. */
const charactersLookedAt = 1_500

const counted = new WeakMap<readonly string[], Counts>()

function countsIn(paragraphs: readonly string[]): Counts {
  let counts = counted.get(paragraphs)
  if (!counts) counted.set(paragraphs, (counts = count(beginningOf(paragraphs))))
  return counts
}

function count(text: string): Counts {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const telling = new Uint16Array(tags.length)
  for (const word of words)
    for (const at of tagsOf.get(word) ?? none) telling[at] = (telling[at] as number) + 1
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const latin = words.reduce((sum, word) => sum + (isLatinWord(word) ? word.length : 0), 0)
  return { words: words.length, telling, latin, other: letters - latin }
}

/** A word of a match, which begins with a letter or a mark: in ASCII all letters are Latin. */
function isLatinWord(word: string): boolean {
  return word.charCodeAt(0) < 128 || isLatin.test(word)
}

const isLatin = /^\p{Script=Latin}/u
const none: readonly number[] = []

const tags = Object.keys(tellingWords)

/** In which languages a word is one of the small ones, by their places in `tags`. */
const tagsOf = new Map<string, number[]>()
for (const [at, tag] of tags.entries())
  for (const word of tellingWords[tag] ?? []) tagsOf.set(word, [...(tagsOf.get(word) ?? none), at])

function beginningOf(paragraphs: readonly string[]): string {
  let text = ''
  for (const paragraph of paragraphs) {
    if (text.length >= charactersLookedAt) break
    text += ` ${paragraph}`
  }
  return text.slice(0, charactersLookedAt)
}
