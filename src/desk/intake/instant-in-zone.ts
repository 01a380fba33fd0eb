import { instantsOnClock } from '../../wire/wire.ts'

/**
 * The instant that a clock of that zone shows as `local` (`2026-05-04T15:00`, as the field of a form
 * gives it). Of an hour that the clock skips or repeats, the one that keeps closed for longer: the later
 * where something begins, the earlier where it ends.
 */
export function instantIn(
  timeZone: string,
  local: string,
  which: 'earlier' | 'later' = 'later',
): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined
  const shown = `${local}Z`
  return Number.isNaN(Date.parse(shown))
    ? undefined
    : new Date(instantsOnClock(shown, timeZone)[which])
}

/** The same the other way: what a clock of that zone shows then, for the field of a form. */
export function shownIn(timeZone: string, instant: string): string {
  const shown = new Date(instant).toLocaleString('sv-SE', { timeZone })
  return shown.replace(' ', 'T')
}
