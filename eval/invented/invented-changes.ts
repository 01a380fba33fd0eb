import { english } from '../../src/summaries/language/words/english/english.ts'
import {
  isSmall,
  type Material,
  namePattern,
  numberPattern,
  phrasePattern,
  shapeOf,
  wordPattern,
} from '../training/material.ts'
import { pick, type Random, shuffled } from '../random.ts'

/** One thing changed in a true sentence, or nothing where the sentence does not lend itself. */
export type Change = (
  sentence: string,
  article: Material,
  others: Material,
  random: Random,
) => string | undefined

const exchange =
  (
    pattern: RegExp,
    candidates: (found: RegExpExecArray, random: Random) => readonly string[] | undefined,
  ): ((s: string, r: Random) => string | undefined) =>
  (sentence, random) => {
    const found = pick([...sentence.matchAll(pattern)], random)
    if (!found) return undefined
    const lower = sentence.toLowerCase()
    const others = (candidates(found, random) ?? []).filter(
      (c) => !lower.includes(c.toLowerCase()) && !found[0].toLowerCase().includes(c.toLowerCase()),
    )
    const other = pick(others, random)
    return other === undefined
      ? undefined
      : sentence.slice(0, found.index) + other + sentence.slice(found.index + found[0].length)
  }

/** What is changed in a line that people wrote. */
export const changes: Record<string, Change> = {
  'name of the article': (s, a, _, r) => exchange(namePattern, () => a.names)(s, r),
  'name from elsewhere': (s, _, o, r) => exchange(namePattern, () => o.names)(s, r),
  'number of the article': (s, a, _, r) =>
    exchange(numberPattern, (f) => a.numbers.filter((n) => /\d/.test(n) === /\d/.test(f[0])))(s, r),
  'number from elsewhere': (s, _, o, r) =>
    exchange(numberPattern, (f) => o.numbers.filter((n) => /\d/.test(n) === /\d/.test(f[0])))(s, r),
  'word of the article': (s, a, _, r) =>
    exchange(wordPattern, (f) => (isSmall(f[0]) ? [] : a.words.get(shapeOf(f[0]))))(s, r),
  'word from elsewhere': (s, _, o, r) =>
    exchange(wordPattern, (f) => (isSmall(f[0]) ? [] : o.words.get(shapeOf(f[0]))))(s, r),
  'phrase of the article': (s, a, _, r) =>
    exchange(phrasePattern, (f) => a.phrases.get(f[1] ?? ''))(s, r),
  'phrase from elsewhere': (s, _, o, r) =>
    exchange(phrasePattern, (f) => o.phrases.get(f[1] ?? ''))(s, r),
  'phrase added': (s, a, _, r) => {
    const phrase = pick([...a.phrases.values()].flat(), r)
    return phrase === undefined || s.includes(phrase)
      ? undefined
      : s.replace(/([.!?]?)$/, ` ${phrase}$1`)
  },
  'names exchanged': (s, _, __, r) => {
    const found = [...s.matchAll(namePattern)]
    const opening = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+/u.exec(s)
    const all = opening ? [opening, ...found] : found
    if (all.length < 2) return undefined
    const at = Math.floor(r() * (all.length - 1))
    const [x, y] = [all[at] as RegExpExecArray, all[at + 1] as RegExpExecArray]
    if (x[0] === y[0]) return undefined
    return (
      s.slice(0, x.index) +
      y[0] +
      s.slice(x.index + x[0].length, y.index) +
      x[0] +
      s.slice(y.index + y[0].length)
    )
  },
  pronoun: (s, _, __, r) => {
    const opening = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+(?= \p{Ll})/u.exec(s)
    return opening
      ? `${pick(['He', 'She', 'They', 'It'], r)}${s.slice(opening[0].length)}`
      : undefined
  },
  negation: (s) => {
    const without = s.replace(/ not\b|n['’]t\b/, '')
    if (without !== s) return without
    const plus = s.replace(/ (is|are|was|were|will|has|have|had|could|would|may) /, ' $1 not ')
    return plus === s ? undefined : plus
  },
  certainty: (s, _, __, r) => {
    const less = s
      .replace(/ (may|might|could|would|should|can)( be)? /, (_m, _w, be: string | undefined) =>
        be ? ' is ' : ' will ',
      )
      .replace(/ (allegedly|reportedly|possibly|probably|likely|apparently)\b/, '')
    if (less !== s) return less
    const more = s
      .replace(/ (is|are|will be|was) /, pick([' may be ', ' could be ', ' might be '], r) ?? '')
      .replace(/ will /, ' may ')
    return more === s ? undefined : more
  },
  opposite: (s, _, __, r) => {
    const found = shuffled(
      [...s.matchAll(wordPattern)].map((m) => m[0]),
      r,
    )
    for (const word of found)
      for (const [a, b] of english.antonyms) {
        if (word === a) return s.replace(word, b)
        if (word === b) return s.replace(word, a)
      }
    return undefined
  },
}
