import { languageOf } from '../language/languages.ts'
import { lexiconOf } from '../language/lexicon.ts'
import { termsOf } from '../language/terms.ts'
import type { Evidence } from '../summary.ts'
import { compare, type Comparison } from './comparison.ts'
import type { Passage } from './passage.ts'
import { rules } from './rules.ts'
import { type ArticleText, readSource, type Source } from './source.ts'

export type Verdict = 'supported' | 'not-supported' | 'cannot-check'

export interface SentenceCheck {
  verdict: Verdict
  /** 0…1; higher is better supported. */
  score: number
  evidence: Evidence[]
  /** What speaks against the sentence, in words; the strongest first. */
  findings: string[]
}

/** A sentence scoring lower than this is not supported. */
export const supportedFrom = 0.5
/** With less of the claim's words than this in one place, there is nothing to compare it with. */
const alignableFrom = 0.45
/** Longer claims are not sentences. */
const maxClaimTerms = 400

export function checkSentence(article: ArticleText, sentence: string): SentenceCheck {
  const language = languageOf(article.language)
  if (!language) return cannotCheck(`The checker does not know the language “${article.language}”.`)
  return checkAgainst(readSource(article, lexiconOf(language)), sentence)
}

export function checkAgainst(source: Source, sentence: string): SentenceCheck {
  const claim = termsOf(sentence, source.lexicon, maxClaimTerms + 1)
  if (claim.length === 0) return cannotCheck('The sentence has no words.')
  if (claim.length > maxClaimTerms) return cannotCheck('The sentence is too long to be checked.')
  const comparison = compare(sentence, claim, source)
  if (!comparison) return cannotCheck('No word of the sentence is in the article.')
  return judge(comparison)
}

function judge(comparison: Comparison): SentenceCheck {
  const { passage } = comparison
  const findings = rules.flatMap((rule) => rule(comparison)).toSorted((a, b) => b.weight - a.weight)
  const score =
    passage.coverage * findings.reduce((left, finding) => left * (1 - finding.weight), 1)
  const verdict = score >= supportedFrom ? 'supported' : 'not-supported'
  return {
    verdict:
      verdict === 'not-supported' && passage.coverage < alignableFrom ? 'cannot-check' : verdict,
    score,
    evidence: evidenceOf(passage),
    findings: findings.map((finding) => finding.text),
  }
}

function evidenceOf({ anchor, second }: Passage): Evidence[] {
  return (second ? [anchor, second] : [anchor])
    .map(({ paragraph, start, end }) => ({ paragraph, start, end }))
    .toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
}

function cannotCheck(finding: string): SentenceCheck {
  return { verdict: 'cannot-check', score: 0, evidence: [], findings: [finding] }
}
