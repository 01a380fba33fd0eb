/** What a clock on a wall means: the same time of day may be two instants, or none. */

export interface Instants {
  /** ISO 8601 in UTC with milliseconds; the same twice, save at the hours that a clock is changed. */
  earlier: string
  later: string
}

/**
 * The instants at which the clock of a zone shows what `shown` would show if it were UTC. In autumn an
 * hour is shown twice, and these are its two; in spring an hour is left out, and these are what the
 * clock meant that was not put forward (later), and the one that was put forward before (earlier).
 */
export function instantsOnClock(shown: string, zone: string): Instants {
  const wanted = Date.parse(shown)
  const [before, after] = [offsetAt(wanted - day, zone), offsetAt(wanted + day, zone)]
  if (before === after) {
    const only = new Date(wanted - before).toISOString()
    return { earlier: only, later: only }
  }
  const possible = [wanted - before, wanted - after]
  const exact = possible.filter((at) => at + offsetAt(at, zone) === wanted)
  const found = exact.length > 0 ? exact : possible
  return {
    earlier: new Date(Math.min(...found)).toISOString(),
    later: new Date(Math.max(...found)).toISOString(),
  }
}

/** Whether it is a name of a zone that the tz database knows, and no mere distance to UTC. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

/** No zone changes its clock twice within two of them, in milliseconds. */
const day = 24 * 3_600_000

/** Making one takes a hundred times longer than asking it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** By how much the clock of a zone is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const [, sign, hours, minutes, seconds] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(instant)) ?? []
  const offset =
    ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -offset : offset
}
