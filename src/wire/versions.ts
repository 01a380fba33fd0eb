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
 * that takes text down wins, so that a kill never loses to a late copy. Of two with one number that holds
 * before their times, unless times order the source. The order in which they arrived never decides.
 */
export function compareVersions(a: VersionFacts, b: VersionFacts): number {
  return (
    byCounter(a, b) ||
    bySeverityOfOne(a, b) ||
    compareText(timeOf(a), timeOf(b)) ||
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

/** What takes text down and names no time is none that a later copy may undo; all else is the earliest. */
function timeOf(facts: VersionFacts): string {
  return facts.versionCreated ?? (severity(facts) > 0 ? '~' : '')
}

function bySeverityOfOne(a: VersionFacts, b: VersionFacts): number {
  if (a.version !== b.version || (a.ordering ?? b.ordering) === 'time') return 0
  return severity(a) - severity(b)
}

/**
 * Whether a copy of a version that is known with other content counts all the same. One that takes down
 * what the others do not is no contradiction: senders that number every revision alike kill like this.
 * Where times order the source, a copy of another time is another version. All else is for a person.
 */
export function countsBeside(copy: VersionFacts, known: readonly VersionFacts[]): boolean {
  if (known.every((one) => severity(one) < severity(copy))) return true
  const isOrderedByTime = copy.ordering === 'time' && copy.versionCreated !== null
  return isOrderedByTime && known.every((one) => one.versionCreated !== copy.versionCreated)
}

function severity({ pubStatus }: VersionFacts): number {
  return ['usable', 'withheld', 'canceled'].indexOf(pubStatus)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
