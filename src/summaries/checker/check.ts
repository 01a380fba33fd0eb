import { languageOf } from '../language/languages.ts'
import { lexiconOf } from '../language/lexicon.ts'
import { recognizedLanguage } from '../language/recognition.ts'
import { sentencesOf } from '../language/sentences.ts'
import { unwrapped } from '../text/unwrapped.ts'
import { isTokenized, untokenized, untokenizedArticle } from '../text/untokenized.ts'
import { cannotCheck, checkClaim, type SentenceCheck, type Verdict } from './check-sentence.ts'
import type { Comparison } from './comparison.ts'
import { leavesNounBehind } from './rules/pronouns.ts'
import { type ArticleText, readSource, type Source } from './source.ts'
import { scoreOfSummary } from './summary-score.ts'

export interface SummaryCheck {
  /** `supported` when every sentence is. */
  verdict: Verdict
  /** 0…1, of the summary as a whole. */
  score: number
  sentences: (SentenceCheck & { text: string })[]
}

/** Longer summaries are not summaries; what comes after is not looked at, and nothing is supported. */
const maxSentences = 50
const maxCharacters = 100_000

/** Checks a summary, given as one text or as its sentences, against the article it is about. */
export function check(article: ArticleText, summary: string | readonly string[]): SummaryCheck {
  const { language, trouble } = recognizedLanguage(article)
  const texts =
    typeof summary === 'string'
      ? splitSummary(summary.slice(0, maxCharacters), article.language)
      : summary
  if (!language) {
    const sentences = texts
      .slice(0, maxSentences)
      .map((text) => ({ text, ...cannotCheck(trouble) }))
    return { verdict: 'cannot-check', score: 0, sentences }
  }
  const plain = untokenizedArticle(article.paragraphs)
  const read = plain ? { ...article, paragraphs: plain.paragraphs } : article
  const asWritten = isTokenized(texts) ? texts.map((text) => untokenized(text).text) : texts
  const { sentences, ...checked } = checkAll(asWritten, readSource(read, lexiconOf(language)))
  return {
    ...checked,
    sentences: sentences.map((sentence, i) => ({
      ...sentence,
      text: texts[i] ?? sentence.text,
      evidence: plain ? sentence.evidence.map(plain.given) : sentence.evidence,
    })),
  }
}

function checkAll(texts: readonly string[], source: Source): SummaryCheck {
  const sentences: SummaryCheck['sentences'] = []
  const comparisons: (Comparison | undefined)[] = []
  for (const text of texts.slice(0, maxSentences)) {
    const previous = comparisons.at(-1)
    const context = { alone: texts.length === 1, ...(previous ? { previous } : {}) }
    const { check, comparison } = checkClaim(text, source, context)
    sentences.push({ text, ...check })
    comparisons.push(comparison)
  }
  const opening = texts.length > 1 ? comparisons[0] : undefined
  return {
    verdict: verdictOf(sentences, texts.length),
    score: scoreOfSummary(
      sentences.map(({ score }) => score),
      opening !== undefined && leavesNounBehind(opening),
    ),
    sentences,
  }
}

/** The sentences of a summary; a line break ends one, too, and so do the `<t>` of some summarizers. */
export function splitSummary(summary: string, tag: string | undefined): string[] {
  const language = languageOf(tag)
  return unwrapped(summary)
    .split(/\n|<\/?t>/)
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
