import { lexiconOf } from '../language/lexicon.ts'
import { recognizedLanguage } from '../language/recognition.ts'
import { checkClaim } from '../checker/check-sentence.ts'
import { type ArticleText, readSource, type Source } from '../checker/source.ts'
import type { SummarySentence } from '../summary.ts'
import { untokenizedArticle } from '../text/untokenized.ts'
import { type Candidate, candidatesOf, shorterForm } from './candidates.ts'
import { choose, isBetter, type Limits } from './choose.ts'
import { chanceOf, wordFacts } from './word-chances.ts'
import { wordWeights } from './word-weights.ts'

export interface Extract {
  method: 'extract'
  sentences: SummarySentence[]
  /** Why there are none, in a sentence, where the article's language is the reason. */
  trouble?: string
}

export interface ExtractOptions {
  /** How many sentences at most. */
  sentences?: number
  /** How many words at most, all sentences together. */
  words?: number
}

const usualSentences = 3
const usualWords = 70
/** A summary takes at most this share of the article's words, but for one sentence of usual length. */
const largestShare = 0.4
const usualSentence = 40
/** Of an article with as many words, the opening alone is no summary: readers have just read it. */
const longArticle = 120
/** An article with fewer words is a brief: it needs no summary. */
const briefWords = 60
/** So is one with fewer sentences. */
const briefSentences = 3

/**
 * Sentences chosen from the article, each with the place where it stands. They are the article's
 * own; what a sentence can do without may be left out where the checker finds nothing lost. None of a
 * brief, and none in a language whose dangling openings are not known. Where a tokenizer took the
 * article apart, they are written as people write.
 */
export function summarize(article: ArticleText, options: ExtractOptions = {}): Extract {
  return summarizeWith(article, options, wordWeights)
}

/** The same with other weights of the word model, for cross-validation. */
export function summarizeWith(
  article: ArticleText,
  options: ExtractOptions,
  weights: readonly number[],
): Extract {
  const plain = untokenizedArticle(article.paragraphs)
  if (!plain) return summarizePlain(article, options, weights)
  const read = { ...article, paragraphs: plain.paragraphs }
  const { sentences, ...rest } = summarizePlain(read, options, weights)
  return {
    ...rest,
    sentences: sentences.map((sentence) => ({
      ...sentence,
      evidence: sentence.evidence.map(plain.given),
    })),
  }
}

function summarizePlain(
  article: ArticleText,
  options: ExtractOptions,
  weights: readonly number[],
): Extract {
  const { language, trouble } = recognizedLanguage(article)
  if (!language) return { ...extract([]), trouble }
  const lexicon = lexiconOf(language)
  const candidates = candidatesOf(article.paragraphs, lexicon)
  const length = candidates.reduce((sum, { words }) => sum + words, 0)
  if (candidates.length < briefSentences || length < briefWords) return extract([])
  const facts = wordFacts(candidates, article.headline ?? '', lexicon)
  const chances = new Map([...facts].map(([key, known]) => [key, chanceOf(known, weights)]))
  const chance = (key: string) => chances.get(key) ?? 0
  const source = () => readSource(article, lexicon)
  const forms = candidates.map((whole) => {
    const shorter = shorterForm(whole, lexicon)
    return shorter && isBetter(shorter, whole, chance) ? shorter : whole
  })
  return extract(chooseHarmless(forms, chance, limitsOf(options, length), source))
}

/** Chooses; a shorter form that the checker does not let pass gives way to the whole sentence. */
function chooseHarmless(
  forms: readonly Candidate[],
  chance: (key: string) => number,
  limits: Limits,
  sourceOf: () => Source,
): Candidate[] {
  let source: Source | undefined
  const holds = ({ text }: Candidate): boolean => {
    source ??= sourceOf()
    const { check } = checkClaim(text, source, { alone: true })
    return check.verdict === 'supported' && check.findings.length === 0
  }
  for (let left = [...forms]; ;) {
    const chosen = choose(left, chance, limits)
    const doubtful = new Set(chosen.filter((form) => form.whole !== undefined && !holds(form)))
    if (doubtful.size === 0) return chosen
    left = left.map((form) => (doubtful.has(form) ? (form.whole ?? form) : form))
  }
}

function limitsOf(options: ExtractOptions, length: number): Limits {
  const { sentences = usualSentences, words = usualWords } = options
  const share = Math.max(usualSentence, Math.floor(length * largestShare))
  // Who asks for more than usual is not answered with less.
  const fewest = sentences > usualSentences ? usualSentences : Math.min(2, sentences)
  const atLeast = length < longArticle ? 1 : fewest
  return { sentences, atLeast, words: Math.min(words, share) }
}

function extract(chosen: readonly Candidate[]): Extract {
  return {
    method: 'extract',
    sentences: chosen.map(({ text, paragraph, start, end, whole }) => ({
      text,
      evidence: [{ paragraph, start, end }],
      ...(whole ? { shortened: true as const } : {}),
    })),
  }
}
