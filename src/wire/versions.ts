/** What ordering needs to know of one version of an item. */
export interface VersionFacts {
  version: string
  versionCreated: string | null
  receivedAt: string
  pubStatus: string
  /** What orders the source's versions, where the operator said so. */
  ordering?: 'counter' | 'time' | undefined
}

/** A counter counts versions; anything larger is some number of the sender's own making. */
const largestCounter = 100_000

/**
 * Orders two versions of one item, negative when `a` is the earlier. Counters decide where both are
 * counters, or where the source's rule says so; else the times that the source gave; of equals, the one
 * that takes text down wins, so that a kill never loses to a late copy. The order in which they arrived
 * never decides.
 */
export function compareVersions(a: VersionFacts, b: VersionFacts): number {
  return (
    byCounter(a, b) ||
    compareText(a.versionCreated ?? '', b.versionCreated ?? '') ||
    severity(a) - severity(b) ||
    compareText(a.version, b.version)
  )
}

function byCounter(a: VersionFacts, b: VersionFacts): number {
  if (!/^\d+$/.test(a.version) || !/^\d+$/.test(b.version)) return 0
  const rule = a.ordering ?? b.ordering
  if (rule === 'time') return 0
  const [first, second] = [BigInt(a.version), BigInt(b.version)]
  if (rule !== 'counter' && (first > largestCounter || second > largestCounter)) return 0
  return first < second ? -1 : first > second ? 1 : 0
}

function severity({ pubStatus }: VersionFacts): number {
  return ['usable', 'withheld', 'canceled'].indexOf(pubStatus)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
