import type { Comparison } from './comparison.ts'
import type { Finding } from './findings.ts'
import { companyFeatures, companySigns } from './features/company.ts'
import { contrastFeatures, contrastSigns } from './features/contrasts.ts'
import { type Context, jointFeatures, jointSigns } from './features/joints.ts'
import { doubtFeatures, doubtSigns } from './features/doubts.ts'
import { overlapFeatures, overlapSigns } from './features/overlap.ts'
import { shapeFeatures, shapeSigns } from './features/shape.ts'
import { surroundingFeatures, surroundingSigns } from './features/surroundings.ts'
import { suspectFeatures, suspectSigns } from './features/suspects.ts'
import { strayFeatures, straySigns } from './features/strays.ts'

/** Named numbers that describe a claim beside its passage; 0 where there is none of a name. */
export type Features = Record<string, number>

/**
 * In which direction a feature may move the score: 1 up, -1 down, 0 either. The scorer is trained
 * under these signs, so that it cannot learn that a doubt speaks for a sentence.
 */
export type Signs = Record<string, -1 | 0 | 1>

export const featureSigns: Signs = {
  ...doubtSigns,
  ...overlapSigns,
  ...straySigns,
  ...contrastSigns,
  ...companySigns,
  ...shapeSigns,
  ...jointSigns,
  ...surroundingSigns,
  ...suspectSigns,
}

/** The order of the values of `featuresOf`. */
export const featureNames: readonly string[] = Object.keys(featureSigns)

/** `suspicions` are the log odds of each of the claim's words that it is wrong (`words/`). */
export function featuresOf(
  comparison: Comparison,
  findings: readonly Finding[],
  context: Context,
  suspicions: readonly number[],
): Float64Array {
  const parts: Features[] = [
    doubtFeatures(findings),
    overlapFeatures(comparison),
    strayFeatures(comparison),
    contrastFeatures(comparison),
    companyFeatures(comparison),
    shapeFeatures(comparison),
    jointFeatures(comparison, context),
    surroundingFeatures(comparison),
    suspectFeatures(suspicions),
  ]
  const values = new Float64Array(featureNames.length)
  for (const part of parts)
    for (const name in part) values[places.get(name) as number] = part[name] as number
  return values
}

const places = new Map(featureNames.map((name, at) => [name, at]))

/** The same features with other suspicions. */
export function withSuspicions(
  features: Float64Array,
  suspicions: readonly number[],
): Float64Array {
  const values = features.slice()
  const suspects = suspectFeatures(suspicions)
  for (const name in suspects) values[places.get(name) as number] = suspects[name] as number
  return values
}

/**
 * What the rules say by themselves, as log odds: the trees only correct it. Near the article's own
 * words every doubt counts; in free rewriting the rules' doubts are mostly about nothing.
 */
export function ruleOdds(features: Float64Array): number {
  const own = ownWords.reduce((sum, at) => sum + (features[at] as number), 0)
  const doubt = Math.min(enoughDoubt, features[doubtAt] as number)
  return evenOdds + own * ownWordsWorth - doubt * doubtWorth * (features[nearCopyAt] as number)
}

const ownWords = ['coverage', 'known pairs', 'joined coverage', 'known'].map((name) =>
  featureNames.indexOf(name),
)
const doubtAt = featureNames.indexOf('doubt')
const nearCopyAt = featureNames.indexOf('near copy')
const evenOdds = 1
const ownWordsWorth = 0.25
const doubtWorth = 0.3
const enoughDoubt = 6

/**
 * Whether words keep the article's company counts a little by itself, without steps, and the trees
 * are not asked: it orders sentences that fall into the same leaves.
 */
export function companyOdds(features: Float64Array): number {
  return companyWorth * ((features[orderAt] as number) - 0.5)
}

const orderAt = featureNames.indexOf('mean order')
const companyWorth = 0.5
