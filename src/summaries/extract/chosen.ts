import { createHash } from 'node:crypto'
import { check } from '../checker/check.ts'
import type { Verdict } from '../checker/check-sentence.ts'
import type { ArticleText } from '../checker/source.ts'
import type { SummarySentence } from '../summary.ts'
import { articleTextOf, type Told } from '../text/article-text.ts'
import { summarize } from './summarize.ts'
import { wordCount } from './word-count.ts'

/** A sentence chosen from an article, and what the checker says of it among the others. */
export interface Chosen {
  sentence: SummarySentence
  verdict: Verdict
  score: number
}

export interface Choice {
  /** How many words the article has, as far as summaries may rest on them. */
  words: number
  chosen: Chosen[]
}

/** What is chosen from an article, by all that it depends on. */
export interface ChosenAhead extends Choice {
  key: string
}

/** So many articles' sentences are remembered until they are asked for: about 1 MB. */
const mostRemembered = 500

const remembered = new Map<string, Choice>()

/**
 * Chooses from an article that is still to come. It depends on the article's words and nothing else,
 * so it may be done in any thread; `rememberChosen` keeps it for when the article is there.
 */
export function chosenAhead(article: Told): ChosenAhead {
  return { key: keyOf(article, []), ...choiceFrom(textOf(article, [])) }
}

export function rememberChosen({ key, ...choice }: ChosenAhead): void {
  const [oldest] = remembered.keys()
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(key, choice)
}

/** The choice that was made ahead of these very words, or one that is made now. */
export function chosenFrom(article: Told, struck: readonly string[]): Choice {
  return remembered.get(keyOf(article, struck)) ?? choiceFrom(textOf(article, struck))
}

/** What the checker says of sentences; known where they are those that were chosen ahead. */
export function checksOf(
  texts: readonly string[],
  article: Told,
  struck: readonly string[],
): Pick<Chosen, 'verdict' | 'score'>[] {
  const known = remembered.get(keyOf(article, struck))?.chosen
  const isSame =
    known?.length === texts.length && known.every(({ sentence }, i) => sentence.text === texts[i])
  return isSame ? known : check(textOf(article, struck), texts).sentences
}

/**
 * The sentences chosen from the article that also pass the checker; none that does not, and none where
 * the newsroom calls the article a brief.
 */
export function siteExtract(
  choice: Choice,
  { briefWords }: { briefWords: number },
): SummarySentence[] {
  return choice.words < briefWords ? [] : supported(choice)
}

function supported({ chosen }: Choice): SummarySentence[] {
  return chosen.flatMap(({ sentence, verdict, score }) =>
    verdict === 'supported' ? [{ ...sentence, score }] : [],
  )
}

export function choiceFrom(text: ArticleText): Choice {
  const words = text.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph), 0)
  return { words, chosen: choose(text) }
}

function choose(text: ArticleText): Chosen[] {
  const { sentences } = summarize(text)
  const { sentences: checks } = check(
    text,
    sentences.map((sentence) => sentence.text),
  )
  return sentences.flatMap((sentence, i) => {
    const result = checks[i]
    return result ? [{ sentence, verdict: result.verdict, score: result.score }] : []
  })
}

/** Within one transaction the same article is asked about more than once. */
function textOf(article: Told, struck: readonly string[]): ArticleText {
  const known = texts.get(article)
  if (known?.struck === struck) return known.text
  const text = articleTextOf(article, struck)
  texts.set(article, { struck, text })
  return text
}

const texts = new WeakMap<Told, { struck: readonly string[]; text: ArticleText }>()

/** Of the time of publication, only the day tells what `yesterday` means. */
function keyOf(article: Told, struck: readonly string[]): string {
  const { headline, standfirst, dateline, language, publishedAt, body } = article
  const words = [headline, standfirst, dateline, language, publishedAt.slice(0, 10), body, struck]
  return createHash('sha256').update(JSON.stringify(words)).digest('base64')
}
