/**
 * Senders that write the time of their newsroom without a zone. An embargo is never read by these: one
 * without a zone waits for a person.
 */
import { domainOf } from '../reading/agencies.ts'

/** By the domain in the identifiers of the sender. */
const clocks = new Map([
  ['stt.fi', 'Europe/Helsinki'],
  ['belga.be', 'Europe/Brussels'],
  ['anp.nl', 'Europe/Amsterdam'],
  ['ansa.it', 'Europe/Rome'],
  ['tass.ru', 'Europe/Moscow'],
  ['tass.com', 'Europe/Moscow'],
  ['ritzau.dk', 'Europe/Copenhagen'],
  ['ntb.no', 'Europe/Oslo'],
  ['lusa.pt', 'Europe/Lisbon'],
])

/** NITF says who registered an identifier, by name. */
const registrars = new Map([['NTB', 'Europe/Oslo']])

/** The IANA name of the zone in which this item's sender writes times, where it is known. */
export function clockOf(uri: string): string | undefined {
  const registrar = /^urn:nitf:([^:]+):/.exec(uri)?.[1]
  return clocks.get(domainOf(uri) ?? '') ?? registrars.get(registrar ?? '')
}

/** The instant at which the clock of a zone shows what `iso` would show if it were UTC. */
export function instantOnClock(iso: string, zone: string): string {
  const shown = Date.parse(iso)
  const near = shown - offsetAt(shown, zone)
  return new Date(shown - offsetAt(near, zone)).toISOString()
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** By how much the clock of a zone is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return sign === '-' ? -offset : offset
}
