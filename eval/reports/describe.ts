import { compare, type Comparison } from '../../src/summaries/checker/comparison.ts'
import { featureNames, featuresOf } from '../../src/summaries/checker/features.ts'
import { splitSummary } from '../../src/summaries/checker/check.ts'
import { findingsOf } from '../../src/summaries/checker/rules.ts'
import { leavesNounBehind } from '../../src/summaries/checker/rules/pronouns.ts'
import { readSource, type Source } from '../../src/summaries/checker/source.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import { lexiconOf } from '../../src/summaries/language/lexicon.ts'
import { termsOf } from '../../src/summaries/language/terms.ts'
import {
  describedWords,
  type DescribedWord,
} from '../../src/summaries/checker/words/word-features.ts'
import { articleOf, foldOf, type LabelledRow } from '../data.ts'

/** A labelled row with the features of each of its sentences. */
export interface DescribedRow extends LabelledRow {
  fold: number
  texts: string[]
  /** Features of the sentences, without what their words are suspected of. */
  claims: Float64Array[]
  /** Of each sentence, the words that are judged by themselves. */
  words: DescribedWord[][]
  /** The summary opens with a pronoun whose noun stayed in the article. */
  nounStayedBehind: boolean
}

const lexicon = lexiconOf(english)

/** Reads every article once, however many rows are about it. */
export function describe(rows: readonly LabelledRow[]): DescribedRow[] {
  const sources = new Map<string, Source>()
  return rows.map((row) => {
    let source = sources.get(row.article)
    if (!source) {
      source = readSource(articleOf(row.article), lexicon)
      sources.set(row.article, source)
    }
    return { ...row, fold: foldOf(row.article), ...describeClaims(row.summary, source) }
  })
}

function describeClaims(summary: string, source: Source) {
  const texts = splitSummary(summary, 'en')
  const comparisons = texts.map((text) => compare(text, termsOf(text, lexicon), source))
  const [opening] = comparisons
  return {
    texts,
    claims: comparisons.map((comparison, at) =>
      featuresOfClaim(comparison, texts.length === 1, comparisons[at - 1]),
    ),
    words: comparisons.map((comparison) => (comparison ? describedWords(comparison) : [])),
    nounStayedBehind: texts.length > 1 && opening !== undefined && leavesNounBehind(opening),
  }
}

function featuresOfClaim(
  comparison: Comparison | undefined,
  alone: boolean,
  previous: Comparison | undefined,
): Float64Array {
  if (!comparison) return new Float64Array(featureNames.length)
  const context = { alone, ...(previous ? { previous } : {}) }
  return featuresOf(comparison, findingsOf(comparison), context, [])
}
