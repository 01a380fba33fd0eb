import type { Lexicon } from '../language/lexicon.ts'
import { leansBack } from '../language/openings.ts'
import { isWrittenSmall, sentencesOfAll } from '../language/sentences.ts'
import { plainText } from '../language/plain-text.ts'
import { paintsScene } from './scenes.ts'
import { shortened } from './shorten.ts'
import { wordCount } from './word-count.ts'
import { keysOf } from './word-chances.ts'

/** A sentence of the article that a summary might take. */
export interface Candidate {
  /** Without the dateline or the agency's name in front of it. */
  text: string
  /** From 1, as in evidence. */
  paragraph: number
  start: number
  end: number
  /** Its place among all sentences of the article, from 0. */
  position: number
  words: number
  /** Its words as they are counted. */
  keys: string[]
  /** It can be understood only after the sentence before it. */
  leans: boolean
  /** It cannot be part of a summary at all: a caption, a fragment, half a quotation. */
  unfit: boolean
  /** Most of it is somebody's words. */
  quoted: boolean
  /** It paints a scene and tells no news. */
  scenic: boolean
  /** The sentence as it stands in the article, where this is a shorter form of it. */
  whole?: Candidate
}

const shortest = 5
const longest = 55
/** A line that lost its full stop is a caption or a date, but for a whole sentence at the very top. */
const shortestUnstopped = 12

export function candidatesOf(paragraphs: readonly string[], lexicon: Lexicon): Candidate[] {
  const isSmall = paragraphs.every(isWrittenSmall)
  return sentencesOfAll(paragraphs, lexicon.language).map((sentence, position) => {
    const first = position === 0
    const offset = first ? datelineLength(sentence.text, isSmall) : 0
    const text = sentence.text.slice(offset)
    const words = wordCount(text)
    return {
      text,
      paragraph: sentence.paragraph,
      start: sentence.start + offset,
      end: sentence.end,
      position,
      words,
      keys: keysOf(text, lexicon),
      leans: leansBack(text, lexicon.language),
      unfit:
        isUnfit(text, words, lexicon) ||
        (!isSmall && opensSmall(text)) ||
        (isUnstopped(text) && !(first && words >= shortestUnstopped)),
      quoted: isMostlyQuoted(text),
      scenic: paintsScene(text, position, lexicon.language),
    }
  })
}

/** The same sentence without what it can do without; undefined where there is no such thing. */
export function shorterForm(whole: Candidate, lexicon: Lexicon): Candidate | undefined {
  const text = whole.unfit ? undefined : shortened(whole.text, lexicon)
  if (text === undefined) return undefined
  return {
    ...whole,
    text,
    words: wordCount(text),
    keys: keysOf(text, lexicon),
    leans: leansBack(text, lexicon.language),
    unfit: isUnfit(text, wordCount(text), lexicon) || (opensSmall(text) && !opensSmall(whole.text)),
    quoted: isMostlyQuoted(text),
    scenic: paintsScene(text, whole.position, lexicon.language),
    whole,
  }
}

/**
 * `LONDON (Reuters) - `, `Kano, Nigeria (CNN)`, `HANGZHOU, China –`, `Madrid, 12 may (EFE).- `,
 * `PARIS, 12 mai 2026 (AFP) - `, `Köln (dpa/lnw) - `, `Genève (ats) `, `MANILA, May 12 (PNA) – `.
 */
const datelines = [
  String.raw`^(?:\p{Lu}[\p{L}\p{N}.,' /-]{0,60})?\((?:[\p{L}.]+[ /-]?){1,4}\)\s*\.?\s*[-–—]+\s*`,
  String.raw`^\p{Lu}[\p{L}.,' /-]{0,60}\((?:(?:ats|afp|dpa|sda|apa|awp|efe|ap)[ /-]?){1,3}\)\s+(?=["“‘«„(]?[\p{Lu}\p{N}])`,
  String.raw`^(?:\p{Lu}[\p{L}.,' ]{0,60})?\((?:[A-Z][A-Za-z.]+ ?)+\)\s*(?=["“‘«„(]?[\p{Lu}\p{N}])`,
  String.raw`^\p{Lu}[\p{L}.,' ]{0,60}(?<=\p{Lu}{3}[\p{L}.,' ]{0,60})\s[-–—]+\s`,
]
const dateline = new RegExp(datelines.join('|'), 'u')
/** Those that need no capital letter to be known. */
const smallDateline = new RegExp(datelines.slice(0, 2).join('|'), 'iu')

/** How much of a first sentence is its dateline; `isSmall`: the article has no capital letters. */
export function datelineLength(text: string, isSmall = false): number {
  return (isSmall ? smallDateline : dateline).exec(text)?.[0].length ?? 0
}

/** `It called for: .`: the stop was put behind the colon by a machine. */
const announcesList = /[:;,–—-]\s*\.$/

function isUnfit(text: string, words: number, lexicon: Lexicon): boolean {
  return (
    words < shortest ||
    words > longest ||
    !/[.!?…]\s?["'”’“»)\]]*$/.test(text) ||
    /\?\s?["'”’“»]*$/.test(text) ||
    announcesList.test(text) ||
    hasHalfQuotation(text) ||
    lexicon.language.furniture.some((pattern) => pattern.test(text))
  )
}

/** A sentence cut at its beginning; or any, where machines wrote everything small. */
function opensSmall(text: string): boolean {
  return !/^["'“‘„«(¿¡]?\s?[\p{Lu}\p{N}$£€₱]/u.test(text)
}

/** `At the harbour on Monday .`: the stop was put there by a machine. */
function isUnstopped(text: string): boolean {
  return /\s\.$/.test(text)
}

/** Whether it tells how somebody put it more than what happened. */
function isMostlyQuoted(text: string): boolean {
  const plain = plainText(text)
  return (plain.match(/"[^"]*"/g) ?? []).join('').length > plain.length / 2
}

/** A quotation that opens and does not close, or the other way round; or nothing but a quotation. */
function hasHalfQuotation(text: string): boolean {
  const plain = plainText(text)
  if (!/["']/.test(plain)) return false
  const doubles = plain.split('"').length - 1
  const opening = plain.match(/(?<![\p{L}\p{N}.,!?])'(?=\S)/gu)?.length ?? 0
  const closing = plain.match(/(?<=\S)'(?![\p{L}\p{N}])/gu)?.length ?? 0
  return doubles % 2 === 1 || opening > closing || /^["'].*["']$|^"[^"]*"[.!?]$/.test(plain)
}
