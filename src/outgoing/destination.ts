import { isIP } from 'node:net'
import { isGlobal } from './address-ranges.ts'
import type { OutgoingRefusal } from './refusal.ts'

/** Where a request may go: a readable address of a public host on a usual port. */
export interface Destination {
  url: URL
  /** Without brackets and without a closing dot, lower case. */
  host: string
  port: number
  /** An administrator named this very host and port, so its addresses are not questioned. */
  named: boolean
}

/** What an address may be long, in characters. */
const longest = 8 * 1024

/** Names that only mean something inside a house or on one machine; they are not even looked up. */
const houseNames =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|svc|arpa|i2p|onion|test|invalid)$/

/** Letters, digits, hyphens; the last part is no number, or it would be some way to write an address. */
const soundName =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads an address strictly: what browsers repair (missing slashes, backslashes, blanks) has been
 * a way around every such check. `named` are the administrator's own `host:port` pairs.
 */
export function destinationOf(
  text: string,
  { ports, named }: { ports: readonly number[]; named: readonly string[] },
): Destination | { refused: OutgoingRefusal } {
  const url = urlOf(text)
  if (typeof url === 'string') return refusal('bad-address', url)
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (named.includes(`${url.hostname.replace(/\.$/, '')}:${port}`))
    return { url, host, port, named: true }
  if (!ports.includes(port)) return refusal('forbidden-port', `Port ${port} is not one of ours.`)
  if (isIP(host) !== 0) {
    return isGlobal(host)
      ? { url, host, port, named: false }
      : refusal('forbidden-address', `${host} is not an address of the public network.`)
  }
  if (!soundName.test(host)) return refusal('bad-address', 'Its host is not a sound name.')
  if (!host.includes('.') || houseNames.test(host))
    return refusal('forbidden-address', `${host} is a name for use inside a house.`)
  return { url, host, port, named: false }
}

function urlOf(text: string): URL | string {
  if (text.length > longest) return 'The address is longer than 8 KB.'
  if (/[\u0000-\u0020\u007f\\]/.test(text)) return 'The address holds blanks or backslashes.'
  if (!/^https?:\/\/[^/?#]/i.test(text)) return 'The address is not http:// or https://.'
  const url = URL.parse(text)
  if (!url) return 'The address cannot be read.'
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(text))
    return 'The address carries a name or a password.'
  return url
}

function refusal(reason: OutgoingRefusal['reason'], words: string): { refused: OutgoingRefusal } {
  return { refused: { reason, words } }
}
