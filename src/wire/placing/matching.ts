import type { WireItem } from '../item.ts'

/** Words in a row that count as one piece of text: long enough that chance never repeats them. */
const shingleLength = 5
/** After this many hours an update is a story of its own. */
export const longestGap = 72

/** What speaks for one item being the update of another. */
export interface Evidence {
  /** The id by which the new one names the other, or a bag that both name. */
  association?: string
  slug: 'same' | 'related' | 'different'
  dateline: boolean
  hours: number
  /** Shares of each text's pieces that stand in the other, 0 to 1. */
  sharedOfNew: number
  sharedOfOld: number
}

export function evidenceFor(update: WireItem, earlier: WireItem): Evidence {
  const [now, then] = [shinglesOf(update), shinglesOf(earlier)]
  const shared = [...now].filter((piece) => then.has(piece)).length
  const association = associationOf(update, earlier)
  return {
    ...(association === undefined ? {} : { association }),
    slug: slugsOf(update, earlier),
    dateline: placeOf(update) !== '' && placeOf(update) === placeOf(earlier),
    hours: hoursBetween(update, earlier),
    sharedOfNew: now.size === 0 ? 0 : shared / now.size,
    sharedOfOld: then.size === 0 ? 0 : shared / then.size,
  }
}

/**
 * How surely it is the same story, 0 to 1. The text weighs most: an update repeats what it updates,
 * or most of it is found again in a shortened one; slugs and places are shared by a whole day's file.
 */
export function scoreOf(evidence: Evidence): number {
  const { association, slug, dateline, hours, sharedOfNew, sharedOfOld } = evidence
  const score =
    0.5 * Math.max(sharedOfNew, sharedOfOld) +
    (association === undefined ? 0 : 0.25) +
    { same: 0.12, related: 0.06, different: 0 }[slug] +
    (dateline ? 0.05 : 0) +
    0.08 * Math.max(0, 1 - hours / longestGap)
  return Math.round(score * 100) / 100
}

function associationOf(update: WireItem, earlier: WireItem): string | undefined {
  const named = idsNamedBy(update)
  const direct = named.find((id) => id === earlier.uri || id.startsWith(`${earlier.uri}:`))
  return direct ?? named.find((id) => idsNamedBy(earlier).includes(id))
}

/** `AssociatedWith urn:…`, `replaces …`: the last word of the signal that holds an id. */
function idsNamedBy({ standfirst }: WireItem): string[] {
  return standfirst.signals
    .filter(({ kind }) => kind === 'previous')
    .flatMap(({ value }) =>
      value.split(/\s+/).filter((word) => word.length > 6 && /[:.\d]/.test(word)),
    )
}

function slugsOf(a: WireItem, b: WireItem): Evidence['slug'] {
  const [first, second] = [a, b].map(({ slugline }) => partsOf(slugline ?? ''))
  if (!first || !second || first.length === 0 || second.length === 0) return 'different'
  if (first.join('-') === second.join('-')) return 'same'
  const common = first.filter((part) => second.includes(part)).length
  return common / Math.max(first.length, second.length) >= 0.5 ? 'related' : 'different'
}

function partsOf(slugline: string): string[] {
  return slugline
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** "HANGZHOU, China, Sept 5, 2016 (AFP) -" and "Hangzhou, China (AFP) –" are written from one place. */
function placeOf({ dateline, located }: WireItem): string {
  return (dateline ?? located ?? '').split(/[,(]/)[0]?.trim().toLowerCase() ?? ''
}

function hoursBetween(a: WireItem, b: WireItem): number {
  const [first, second] = [a, b].map(({ versionCreated }) => Date.parse(versionCreated ?? ''))
  const hours = Math.abs((first ?? NaN) - (second ?? NaN)) / 3_600_000
  return Number.isNaN(hours) ? longestGap : Math.round(hours * 10) / 10
}

function shinglesOf({ standfirst }: WireItem): Set<string> {
  const words = standfirst.bodyText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const pieces = new Set<string>()
  for (let i = 0; i + shingleLength <= words.length; i++)
    pieces.add(words.slice(i, i + shingleLength).join(' '))
  return pieces
}
