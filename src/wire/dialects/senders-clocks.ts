/**
 * Senders that write the time of their newsroom without a zone. An embargo is never read by these: one
 * without a zone waits for a person.
 */
import { domainOf } from '../reading/fields/agencies.ts'

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
