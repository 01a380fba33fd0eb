import { lexiconOf } from '../language/lexicon.ts'
import { recognizedLanguage } from '../language/recognition.ts'
import { type Term, termsOf } from '../language/terms.ts'
import type { Evidence } from '../summary.ts'
import { compare, type Comparison } from './comparison.ts'
import { featuresOf } from './features.ts'
import type { Context } from './features/joints.ts'
import type { Finding } from './findings.ts'
import type { Passage } from './aligning/passage.ts'
import { findingsOf } from './rules.ts'
import { logOdds, shippedScorer } from './scorer.ts'
import { type ArticleText, ownSentence, readSource, type Source } from './source.ts'
import { type Suspicion, suspicionsOf } from './words/suspicions.ts'

export type Verdict = 'supported' | 'not-supported' | 'cannot-check'

export interface SentenceCheck {
  verdict: Verdict
  /** 0…1; higher is better supported. */
  score: number
  evidence: Evidence[]
  /** What speaks against the sentence, in words; the strongest first. */
  findings: string[]
}

/** A sentence with a lower score is not supported; what that catches is in docs/summary-quality.md. */
export const supportedFrom = 0.8
/** With less of the claim's words than this in one place, there is nothing to compare it with. */
const alignableFrom = 0.5
/** Rules that fail a sentence whatever its score: quotations are exact or they are not. */
const failing = new Set(['quotation', 'speaker'])
const failingFrom = 0.5
/** From this weight on a finding is told; less is no more than a remark on style. */
const toldFrom = 0.3
const mostFindings = 8
/** Longer claims are not sentences. */
const maxClaimTerms = 400
const maxClaimCharacters = 5_000

/** Checks one sentence, by itself, against the article it is about. */
export function checkSentence(article: ArticleText, sentence: string): SentenceCheck {
  const { language, trouble } = recognizedLanguage(article)
  if (!language) return cannotCheck(trouble)
  const source = readSource(article, lexiconOf(language))
  return checkClaim(sentence, source, { alone: true }).check
}

/** The same within a summary; the comparison is the context of the sentence after it. */
export function checkClaim(
  sentence: string,
  source: Source,
  context: Context,
): { check: SentenceCheck; comparison?: Comparison } {
  if (sentence.length > maxClaimCharacters)
    return { check: cannotCheck('The sentence is too long to be checked.') }
  const claim = claimOf(sentence, source)
  if (claim.length === 0) return { check: cannotCheck('The sentence has no words to check.') }
  if (claim.length > maxClaimTerms)
    return { check: cannotCheck('The sentence is too long to be checked.') }
  const comparison = compare(sentence, claim, source)
  if (!comparison) return { check: cannotCheck('No word of the sentence is in the article.') }
  return { check: judge(comparison, context), comparison }
}

/** The words of a claim; those of the article's sentence, where that is what it is. */
function claimOf(text: string, source: Source): Term[] {
  // A longer one may have been read in part.
  const own = text.length < maxClaimTerms ? ownSentence(text, source) : undefined
  const { lexicon, today } = source
  return own?.terms ?? termsOf(text, lexicon, { limit: maxClaimTerms + 1, today })
}

function judge(comparison: Comparison, context: Context): SentenceCheck {
  const { passage } = comparison
  const findings = findingsOf(comparison).toSorted((a, b) => b.weight - a.weight)
  const suspicions = suspicionsOf(comparison)
  const odds = suspicions.map((suspicion) => suspicion.odds)
  const features = featuresOf(comparison, findings, context, odds)
  const score = 1 / (1 + Math.exp(-logOdds(features, shippedScorer)))
  const verdict = verdictOf(score, passage, findings)
  return {
    verdict,
    score,
    evidence: evidenceOf(passage),
    findings: toldOf(verdict, findings, suspectIn(comparison, suspicions)),
  }
}

function verdictOf(score: number, passage: Passage, findings: readonly Finding[]): Verdict {
  if (failsQuotation(findings)) return 'not-supported'
  if (score >= supportedFrom) return 'supported'
  return passage.coverage < alignableFrom ? 'cannot-check' : 'not-supported'
}

/** Is a quotation or its speaker not the article's? */
export function failsQuotation(findings: readonly Finding[]): boolean {
  return findings.some(({ rule, weight }) => failing.has(rule) && weight >= failingFrom)
}

function toldOf(
  verdict: Verdict,
  findings: readonly Finding[],
  suspect: string | undefined,
): string[] {
  const told = findings.filter(({ weight }) => weight >= toldFrom).map(({ text }) => text)
  const most = [...new Set(told)].slice(0, mostFindings)
  if (verdict === 'cannot-check')
    return ['The wording is too free to be compared with one place of the article.', ...most]
  if (verdict === 'supported') return most
  if (suspect !== undefined && !most.some((text) => text.includes(suspect)))
    return [...most, `“${suspect}” is what the article bears out least here.`]
  return most.length > 0
    ? most
    : ['The sentence joins or cuts what the article says in another way.']
}

/** The word that is wrong rather than not, where there is one: the likeliest. */
function suspectIn({ claim }: Comparison, suspicions: readonly Suspicion[]): string | undefined {
  const [worst] = suspicions
    .filter(({ odds }) => odds > 0)
    .toSorted((one, other) => other.odds - one.odds)
  return worst && claim[worst.at]?.text
}

function evidenceOf({ anchor, second }: Passage): Evidence[] {
  return (second ? [anchor, second] : [anchor])
    .map(({ paragraph, start, end }) => ({ paragraph, start, end }))
    .toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start)
}

export function cannotCheck(finding: string): SentenceCheck {
  return { verdict: 'cannot-check', score: 0, evidence: [], findings: [finding] }
}
