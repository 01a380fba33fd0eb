import type { Features, Signs } from '../features.ts'
import { type Finding, type RuleName, ruleNames } from '../findings.ts'

/** What the rules found: the worst finding and all findings of each rule, and of all together. */
export const doubtSigns: Signs = {
  doubt: -1,
  ...Object.fromEntries(
    ruleNames.flatMap((rule) => [worst(rule), sum(rule)].map((name) => [name, -1])),
  ),
}

/** Findings are added up as −log(1 − weight), as if they were independent; this is enough of it. */
const mostDoubt = 12

export function doubtFeatures(findings: readonly Finding[]): Features {
  const features: Features = { doubt: Math.min(mostDoubt, total(findings)) }
  for (const rule of new Set(findings.map((finding) => finding.rule))) {
    const own = findings.filter((finding) => finding.rule === rule)
    features[worst(rule)] = Math.max(0, ...own.map(({ weight }) => weight))
    features[sum(rule)] = Math.min(mostDoubt, total(own))
  }
  return features
}

function total(findings: readonly Finding[]): number {
  return findings.reduce((doubt, { weight }) => doubt - Math.log(1 - weight), 0)
}

function worst(rule: RuleName): string {
  return `worst ${rule}`
}

function sum(rule: RuleName): string {
  return `all ${rule}`
}
