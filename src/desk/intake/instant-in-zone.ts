/**
 * The instant that a clock of that zone shows as `local` (`2026-05-04T15:00`, as the field of a form
 * gives it). An hour that the clock skips or repeats gives the later instant: an embargo errs late.
 */
export function instantIn(timeZone: string, local: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined
  const wanted = Date.parse(`${local}Z`)
  if (Number.isNaN(wanted)) return undefined
  const offsets = [-86_400_000, 86_400_000].map((shift) => offsetAt(timeZone, wanted + shift))
  const candidates = offsets.map((offset) => wanted - offset)
  const exact = candidates.filter((at) => at + offsetAt(timeZone, at) === wanted)
  return new Date(Math.max(...(exact.length > 0 ? exact : candidates)))
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(instant / 1000) * 1000
}
