import { languageOf } from '../language/languages.ts'
import { lexiconOf } from '../language/lexicon.ts'
import { sentencesOf } from '../language/sentences.ts'
import { checkAgainst, checkSentence, type SentenceCheck, type Verdict } from './check-sentence.ts'
import { type ArticleText, readSource } from './source.ts'

export interface SummaryCheck {
  /** `supported` when every sentence is. */
  verdict: Verdict
  /** 0…1, of the summary as a whole. */
  score: number
  sentences: (SentenceCheck & { text: string })[]
}

/** Longer summaries are not summaries; the rest of them counts as one sentence nobody can check. */
const maxSentences = 50

/** Checks a summary, given as one text or as its sentences, against the article it is about. */
export function check(article: ArticleText, summary: string | readonly string[]): SummaryCheck {
  const language = languageOf(article.language)
  const texts = typeof summary === 'string' ? split(summary, article.language) : [...summary]
  const source = language && readSource(article, lexiconOf(language))
  const sentences = texts.slice(0, maxSentences).map((text) => ({
    text,
    ...(source ? checkAgainst(source, text) : checkSentence(article, text)),
  }))
  return { verdict: verdictOf(sentences, texts.length), score: scoreOf(sentences), sentences }
}

function split(summary: string, tag: string | undefined): string[] {
  const language = languageOf(tag)
  return summary
    .split('\n')
    .flatMap((line) => (language ? sentencesOf(line, language).map(({ text }) => text) : [line]))
    .filter((text) => text.trim() !== '')
}

function verdictOf(sentences: readonly SentenceCheck[], count: number): Verdict {
  if (count === 0 || count > maxSentences) return 'cannot-check'
  const verdicts = sentences.map(({ verdict }) => verdict)
  return (
    verdicts.find((verdict) => verdict === 'not-supported') ??
    verdicts.find((verdict) => verdict === 'cannot-check') ??
    'supported'
  )
}

function scoreOf(sentences: readonly SentenceCheck[]): number {
  return sentences.length === 0 ? 0 : Math.min(...sentences.map(({ score }) => score))
}
