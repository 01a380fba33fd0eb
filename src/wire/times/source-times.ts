/** Times as the source of an item means them, on the clock by which it writes them. */
import { clockOf } from '../dialects/senders-clocks.ts'
import type { WireItem } from '../item.ts'
import { readInstant } from '../reading/fields/instants.ts'
import type { Instants } from './clock.ts'
import { instantsOnClock } from './clock.ts'

export interface SourceTime {
  /** ISO 8601 in UTC with milliseconds. */
  iso: string
  /** Whether the source's own words or the operator's setting say in which zone it is. */
  isSure: boolean
  /** False where a day alone was named, of which midnight was taken. */
  timed: boolean
  /** Where no zone was named: in which it was read, and what it would be without the setting. */
  assumed?: { zone: string; unset: string }
}

/**
 * A time that names no zone is read in the one that the operator set for the source, or else in the
 * one that its sender is known to write in, or else in UTC. `errs` says which instant is meant in an
 * hour that clocks show twice or not at all. Undefined: it is no time.
 */
export function readSourceTime(
  text: string,
  { uri, standfirst }: WireItem,
  errs: keyof Instants,
): SourceTime | undefined {
  const instant = readInstant(text)
  if (!instant) return undefined
  const { iso, zoned, timed } = instant
  if (zoned) return { iso, timed, isSure: true }
  const on = (zone: string | undefined) =>
    zone === undefined ? iso : instantsOnClock(iso, zone)[errs]
  const [set, known] = [standfirst.clock?.zone, clockOf(uri)]
  return {
    iso: on(set ?? known),
    timed,
    isSure: set !== undefined,
    assumed: { zone: set ?? known ?? 'UTC', unset: on(known) },
  }
}
