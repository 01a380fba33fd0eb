import { languageOf } from '../language/languages.ts'
import { english } from '../language/english.ts'
import { lexiconOf } from '../language/lexicon.ts'
import type { ArticleText } from '../checker/source.ts'
import type { SummarySentence } from '../summary.ts'
import { type Candidate, candidatesOf } from './candidates.ts'

export interface Extract {
  method: 'extract'
  sentences: SummarySentence[]
}

export interface ExtractOptions {
  /** How many sentences at most. */
  sentences?: number
  /** How many words at most, all sentences together. */
  words?: number
}

const usualSentences = 3
const usualWords = 70
/** An article with fewer words is a brief: it needs no summary. */
const briefWords = 100
/** So is one with fewer sentences. */
const briefSentences = 4

/** Sentences chosen from the article, verbatim, each with the place where it stands. */
export function summarize(article: ArticleText, options: ExtractOptions = {}): Extract {
  const lexicon = lexiconOf(languageOf(article.language) ?? english)
  const candidates = candidatesOf(article.paragraphs, lexicon)
  const chosen = isBrief(candidates) ? [] : choose(candidates, options)
  return {
    method: 'extract',
    sentences: chosen.map(({ text, paragraph, start, end }) => ({
      text,
      evidence: [{ paragraph, start, end }],
    })),
  }
}

function isBrief(candidates: readonly Candidate[]): boolean {
  const words = candidates.reduce((sum, candidate) => sum + candidate.words, 0)
  return candidates.length < briefSentences || words < briefWords
}

function choose(candidates: readonly Candidate[], options: ExtractOptions): Candidate[] {
  const { sentences = usualSentences, words = usualWords } = options
  const chosen: Candidate[] = []
  let left = words
  for (const candidate of candidates) {
    if (chosen.length >= sentences) break
    if (candidate.unfit || candidate.words > left) continue
    if (candidate.leans && chosen.at(-1)?.position !== candidate.position - 1) continue
    chosen.push(candidate)
    left -= candidate.words
  }
  return chosen
}
