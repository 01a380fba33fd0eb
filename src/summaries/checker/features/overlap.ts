import type { Term } from '../../language/terms.ts'
import { weightOf } from '../aligning/align.ts'
import { areNeighbours } from '../aligning/positions.ts'
import type { Comparison } from '../comparison.ts'
import type { Features, Signs } from '../features.ts'
import { inArticle } from '../aligning/whereabouts.ts'

/** How much of the claim is the article's, and in how long pieces. */
export const overlapSigns: Signs = {
  coverage: 1,
  'near copy': 1,
  'joined coverage': 1,
  'from second': -1,
  known: 1,
  'known content': 1,
  'new words': -1,
  'known pairs': 1,
  'longest run': 1,
  runs: -1,
  density: 1,
  exchanges: -1,
  'added share': -1,
  length: 0,
}

export function overlapFeatures(comparison: Comparison): Features {
  const { claim, passage, edits } = comparison
  const added = edits.filter((edit) => edit.added.length > 0)
  return {
    coverage: passage.coverage,
    'near copy': Math.max(0, passage.coverage - 0.8) * 5,
    'joined coverage': passage.joinedCoverage,
    'from second': passage.joinedCoverage - passage.coverage,
    ...knownWords(comparison),
    'known pairs': knownPairs(comparison),
    ...runsOf(comparison),
    exchanges: Math.min(10, added.length),
    'added share': added.reduce((sum, edit) => sum + edit.added.length, 0) / claim.length,
    length: Math.log(claim.length),
  }
}

function knownWords({ claim, source }: Comparison): Features {
  const known = claim.filter((term) => inArticle(term, source))
  const weigh = (terms: typeof claim) => terms.reduce((sum, term) => sum + weightOf(term), 0)
  const content = claim.filter((term) => term.kind === 'content').length
  const knownContent = known.filter((term) => term.kind === 'content').length
  return {
    known: weigh(known) / weigh(claim),
    'known content': content === 0 ? 1 : knownContent / content,
    'new words': Math.min(6, content - knownContent),
  }
}

/** Share of the claim's neighbours that are neighbours in the article: bigram precision. */
function knownPairs({ claim, source }: Comparison): number {
  if (claim.length < 2) return 1
  let known = 0
  for (let at = 1; at < claim.length; at++)
    if (areNeighbours(claim[at - 1] as Term, claim[at] as Term, source)) known += 1
  return known / (claim.length - 1)
}

/** The pieces of the anchor that the claim is made of, after Grusky, Naaman, Artzi 2018 (density). */
function runsOf({ claim, passage }: Comparison): Features {
  const { pairs } = passage.alignment
  const runs: number[] = []
  for (const [at, partner] of pairs.entries()) {
    if (partner < 0) continue
    if (at > 0 && partner === (pairs[at - 1] as number) + 1 && (pairs[at - 1] as number) >= 0)
      runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(1)
  }
  return {
    'longest run': Math.max(0, ...runs) / claim.length,
    runs: runs.length / claim.length,
    density: Math.sqrt(runs.reduce((sum, run) => sum + run * run, 0)) / claim.length,
  }
}
