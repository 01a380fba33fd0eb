import type { Features, Signs } from '../features.ts'

/** What the words of a claim are suspected of, one by one, in figures for the claim. */
export const suspectSigns: Signs = {
  'worst word': -1,
  'any word': -1,
  'mean word': -1,
}

/** Words with less, in log odds, are all alike. */
const leastOdds = -5

/** From the log odds of each word that it is wrong. */
export function suspectFeatures(odds: readonly number[]): Features {
  // −log of the chance that a word is right; summed as if words were independent.
  const doubt = odds.reduce((sum, one) => sum + Math.log1p(Math.exp(one)), 0)
  return {
    'worst word': Math.max(leastOdds, ...odds),
    'any word': doubt,
    'mean word': doubt / Math.max(1, odds.length),
  }
}
