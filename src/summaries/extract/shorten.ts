import type { Language, WordClass } from '../language/language.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { leansBack } from '../language/openings.ts'
import { wordCount } from './word-count.ts'

/** What is left must still be a sentence worth reading, in words. */
const shortestLeft = 8
/** A clause that leaves may be so long, in characters; a longer one is rarely read rightly. */
const longestClause = 140
const longestParenthesis = 60

/**
 * The sentence without what can go and leave the rest as true as it was: a joining word at its
 * front, a parenthesis, a clause between commas that only adds. Undefined where nothing can. Words
 * that deny, doubt or attribute never leave, and nothing leaves a quotation. Whether the rest is
 * still supported is for the checker to say.
 */
export function shortened(text: string, lexicon: Lexicon): string | undefined {
  const { language } = lexicon
  const { shortening } = language
  if (!shortening) return undefined
  let left = withoutOpening(text, language)
  for (const part of partsOf(shortening)) {
    const [whole, gone = ''] = part.exec(left) ?? []
    if (whole === undefined) continue
    const at = left.indexOf(whole)
    if (isHarmless(gone, lexicon) && !isQuoted(left, at))
      left = left.slice(0, at) + left.slice(at + whole.length)
  }
  return left === text || wordCount(left) < shortestLeft ? undefined : left
}

type Shortening = NonNullable<Language['shortening']>

const parts = new WeakMap<Shortening, readonly RegExp[]>()

/** What may leave a sentence, in the order in which it does. */
function partsOf(shortening: Shortening): readonly RegExp[] {
  let known = parts.get(shortening)
  if (!known) {
    known = [
      // Of several words: `(ESA)` may be what the story says from then on.
      new RegExp(`\\s\\((?<gone>\\S+\\s[^()"“”‘]{1,${longestParenthesis}})\\)`, 'u'),
      clause(shortening.relatives, `,(?=\\s+(?:${shortening.verbs.join('|')})\\s)`),
      clause(shortening.relatives, `(?=\\.$)`),
    ]
    parts.set(shortening, known)
  }
  return known
}

/** A clause that adds: between two commas before a verb, or from a comma to the full stop. */
function clause(relatives: readonly string[], end: string): RegExp {
  return new RegExp(
    `(?<=[\\p{L}\\p{N}]),\\s(?<gone>(?:${relatives.join('|')})\\s[^,;:()"“”‘–—]{5,${longestClause}})${end}`,
    'u',
  )
}

function withoutOpening(text: string, language: Language): string {
  for (const opening of language.shortening?.openings ?? []) {
    if (!text.startsWith(opening)) continue
    const rest = /^,?\s+(?=[\p{L}\p{N}$£€])/u.exec(text.slice(opening.length))?.[0]
    if (rest === undefined) continue
    const left = text.slice(opening.length + rest.length)
    // `But he`, `But that vow`: what follows leans just as much, or begins half a thought.
    if (leansBack(left, language) || !standsAlone(left, language)) return text
    return left.charAt(0).toLocaleUpperCase(language.tag) + left.slice(1)
  }
  return text
}

/** It begins with a name or an article, and points at nothing before it. */
function standsAlone(text: string, { shortening, leaningOpenings }: Language): boolean {
  const first = text.split(/\s/, 4).map((word) => word.toLowerCase())
  const begins = /^\p{Lu}/u.test(text) || shortening?.articles.includes(first[0] ?? '')
  return begins === true && !first.some((word) => leaningOpenings.pronouns.has(word))
}

/** What a sentence says with these it must go on saying. */
const weighty = new Set<WordClass | undefined>([
  'negation',
  'nearNegation',
  'possibility',
  'reporting',
])

function isHarmless(gone: string, { keyOf, classOf }: Lexicon): boolean {
  const words = gone.toLowerCase().split(/[^\p{L}'’]+/u)
  return !words.some((word) => /n['’]t$/.test(word) || weighty.has(classOf(keyOf(word))))
}

function isQuoted(text: string, at: number): boolean {
  return (text.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1
}
