/** What ordering needs to know of one version of an item. */
export interface VersionFacts {
  version: string
  versionCreated: string | null
  receivedAt: string
  pubStatus: string
}

/** A counter counts versions; anything larger is some number of the sender's own making. */
const largestCounter = 100_000

/**
 * Orders two versions of one item, negative when `a` is the earlier. Counters decide where both
 * are counters; else the times that the source gave; of equals, the one that takes text down wins,
 * so that a kill never loses to a late copy. The order in which they arrived never decides.
 */
export function compareVersions(a: VersionFacts, b: VersionFacts): number {
  return (
    byCounter(a.version, b.version) ||
    compareText(a.versionCreated ?? '', b.versionCreated ?? '') ||
    severity(a) - severity(b) ||
    compareText(a.version, b.version)
  )
}

/** The version that counts, of all that have arrived in whatever order. */
export function currentVersion<T extends VersionFacts>(versions: readonly T[]): T | undefined {
  return versions.reduce<T | undefined>(
    (latest, version) =>
      latest === undefined || compareVersions(latest, version) < 0 ? version : latest,
    undefined,
  )
}

function byCounter(a: string, b: string): number {
  if (!/^\d+$/.test(a) || !/^\d+$/.test(b)) return 0
  const [first, second] = [Number(a), Number(b)]
  return first <= largestCounter && second <= largestCounter ? first - second : 0
}

function severity({ pubStatus }: VersionFacts): number {
  return ['usable', 'withheld', 'canceled'].indexOf(pubStatus)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
