import type { Language } from './language.ts'

/** A sentence and where it stands in its paragraph, in UTF-16 units. */
export interface Span {
  text: string
  start: number
  end: number
}

/** A sentence of an article. */
export interface ArticleSentence extends Span {
  /** From 1, as in evidence. */
  paragraph: number
}

/** What is read of an article at most. The longest stories of newspapers have about 100,000. */
const maxCharacters = 200_000

/** The sentences of an article; parted once, however many ask for those of the same paragraphs. */
export function sentencesOfAll(
  paragraphs: readonly string[],
  language: Language,
): readonly ArticleSentence[] {
  const known = parted.get(paragraphs)
  if (known?.language === language) return known.sentences
  const sentences: ArticleSentence[] = []
  let left = maxCharacters
  for (const [index, text] of paragraphs.entries()) {
    const read = text.slice(0, left)
    left -= read.length
    for (const span of sentencesOf(read, language))
      sentences.push({ paragraph: index + 1, ...span })
    if (left <= 0) break
  }
  parted.set(paragraphs, { language, sentences })
  return sentences
}

const parted = new WeakMap<
  readonly string[],
  { language: Language; sentences: readonly ArticleSentence[] }
>()

const closingMarks = '["\'”’»)\\]]*'
const endsWithStop = new RegExp(`([\\p{L}\\p{M}.]+)\\.${closingMarks}\\s*$`, 'u')
/** Years have four figures and do end sentences. */
const endsWithOrdinal = /(?<![\p{L}\p{N}.,])\d{1,3}\.\s*$/u
const endsSentence = new RegExp(`[.!?…。！？]${closingMarks}\\s*$`, 'u')
const opensInLowerCase = /^["'“‘«(\[]*\p{Ll}/u

/**
 * The sentences of a paragraph. Intl.Segmenter knows no abbreviations, so pieces that end in one,
 * in an initial, or before a small letter are put together again; and it needs a space. Where machines wrote everything
 * small, a small letter may open a sentence.
 */
export function sentencesOf(paragraph: string, language: Language): Span[] {
  const sentences: Span[] = []
  const isSmall = isWrittenSmall(paragraph)
  const ends = isSmall ? endsOfPieces(paragraph) : endsOfSegments(paragraph, language)
  let start = 0
  for (const end of ends) {
    const next = paragraph.slice(end, end + 20).trimStart()
    if (goesOn(paragraph.slice(Math.max(start, end - 60), end), next, isSmall, language)) continue
    push(sentences, paragraph, start, end)
    start = end
  }
  if (start < paragraph.length) push(sentences, paragraph, start, paragraph.length)
  return sentences
}

/** Without a single capital letter, as some machines write; `UNK` is their word for one unknown. */
export function isWrittenSmall(text: string): boolean {
  return !capital.test(text) && /\p{Ll}/u.test(text)
}

const capital = /\p{Lu}(?<!\b(?:U|UN|UNK))/u

function endsOfSegments(paragraph: string, language: Language): number[] {
  const segments = [...segmenterOf(language.tag).segment(paragraph)]
  return segments.flatMap(({ segment, index }) => [
    ...[...segment.matchAll(lostGap)].map((gap) => index + gap.index),
    index + segment.length,
  ])
}

/** `… he said.The bridge …`: lines were joined without a space between. */
const lostGap = /(?<=\p{Ll}{2}[.!?]["”’)]?)(?=["“‘]?\p{Lu}\p{Ll})/gu

function endsOfPieces(paragraph: string): number[] {
  const gaps = [...paragraph.matchAll(/[.!?…]["'”’»)\]]*\s+/g)]
  return gaps.map(({ 0: gap, index }) => index + gap.length)
}

function goesOn(piece: string, next: string, isSmall: boolean, language: Language): boolean {
  if (next === '' || piece.endsWith('\n')) return false
  const lastWord = endsWithStop.exec(piece)?.[1]
  if (language.ordinalStop && endsWithOrdinal.test(piece)) return true
  if (lastWord !== undefined && isInitial(lastWord, next, isSmall, language)) return true
  if (lastWord !== undefined && isAbbreviation(lastWord, next, language)) return true
  if (isSmall) return false
  return opensInLowerCase.test(next) && (lastWord !== undefined || !endsSentence.test(piece))
}

/** `J.` and `J.K.` go on, unless what follows is a word that often opens a sentence. */
function isInitial(word: string, next: string, isSmall: boolean, language: Language): boolean {
  if (!(isSmall ? smallInitial : initial).test(word)) return false
  return !opensSentences(/^\p{L}+/u.exec(next)?.[0] ?? '', language)
}

const initial = /^(\p{Lu}\.)*\p{Lu}$/u
const smallInitial = /^(\p{Ll}\.)*\p{Ll}$/u

/** `Mr.` never ends a sentence; `U.S.` and `p.m.` may, before a word that often opens one. */
function isAbbreviation(word: string, next: string, language: Language): boolean {
  if (!language.abbreviations.has(word.toLowerCase())) return false
  const following = /^\p{L}+/u.exec(next)?.[0] ?? ''
  return !(word.includes('.') && opensSentences(following, language))
}

function opensSentences(word: string, language: Language): boolean {
  if (!/^\p{Lu}/u.test(word)) return false
  const lower = word.toLowerCase()
  return language.words.function.has(lower) || language.words.pronoun.has(lower)
}

function push(sentences: Span[], paragraph: string, from: number, to: number): void {
  const raw = paragraph.slice(from, to)
  const text = raw.trim()
  if (text === '') return
  const start = from + raw.indexOf(text)
  sentences.push({ text, start, end: start + text.length })
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(tag: string): Intl.Segmenter {
  let segmenter = segmenters.get(tag)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' })
    segmenters.set(tag, segmenter)
  }
  return segmenter
}
