import type { Destination } from './destination.ts'
import { destinationOf } from './destination.ts'
import type { Exchanged } from './exchange.ts'
import { exchange } from './exchange.ts'
import type { Dial, Resolve } from './reach.ts'
import { dialChecked, resolveName } from './reach.ts'

import type { OutgoingRefusal } from './refusal.ts'
import { refused } from './refusal.ts'

export type { OutgoingRefusal } from './refusal.ts'
export type { Dial, Resolve } from './reach.ts'

/** Bounds of one outgoing request; docs/channels.md says the same. Times in milliseconds. */
export const outgoingLimits = {
  /** From the question for the name to the finished handshake, of each hop. */
  connect: 5_000,
  /** Everything together, all hops and the whole body. */
  total: 20_000,
  /** The body, after decompression and before it, in bytes. */
  body: 10 * 1024 * 1024,
  /** All headers of an answer together, in bytes. */
  headers: 16 * 1024,
  redirects: 5,
}

export type OutgoingLimits = typeof outgoingLimits

/** The ports that public servers listen on. */
export const usualPorts: readonly number[] = [80, 443, 8080, 8443]

export interface OutgoingRequest {
  address: string
  method?: 'GET' | 'HEAD' | 'POST'
  /** Names in lower case. They go to the first host only. */
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export interface OutgoingAnswer {
  status: number
  /** Names in lower case; a header that came twice is joined with commas. Cookies are dropped. */
  headers: Record<string, string>
  body: Uint8Array
  /** Where the answer came from, after redirects. */
  address: string
  /** The address to use from now on, where every redirect was a permanent one. */
  movedTo?: string
}

export type Outgoing = { answer: OutgoingAnswer } | { refused: OutgoingRefusal }

/** What tests and the operator may set; nothing here is needed for a request to a public host. */
export interface OutgoingSettings {
  /** `host:port` pairs that an administrator allows although they are not public. */
  named?: readonly string[]
  ports?: readonly number[]
  limits?: Partial<OutgoingLimits>
  resolve?: Resolve
  dial?: Dial
  /** Certificates to believe besides the usual ones, PEM. */
  ca?: string
  signal?: AbortSignal
}

/**
 * Makes one request to the world outside; nothing else here opens a connection to a stranger's
 * address. Every address that the name has must be public, the connection goes to one of those
 * that were checked, and each redirect is checked again. Expected trouble is a value; it does not
 * throw.
 */
export async function fetchOutside(
  request: OutgoingRequest,
  settings: OutgoingSettings = {},
): Promise<Outgoing> {
  const limits = { ...outgoingLimits, ...settings.limits }
  const time = AbortSignal.timeout(limits.total)
  const signal = settings.signal ? AbortSignal.any([time, settings.signal]) : time
  let next = request
  let isPermanent = true
  let movedTo: string | undefined
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const result = await oneHop(next, settings, limits, signal)
    if ('refused' in result) return result
    const { destination, exchanged } = result
    const onward = redirectIn(next, destination, exchanged)
    if (onward === undefined) {
      const moved = movedTo === undefined ? {} : { movedTo }
      return { answer: { ...exchanged, address: destination.url.href, ...moved } }
    }
    if ('refused' in onward) return onward
    isPermanent &&= exchanged.status === 301 || exchanged.status === 308
    next = onward
    movedTo = isPermanent ? onward.address : undefined
  }
  return refused('too-many-redirects', `It was sent on more than ${limits.redirects} times.`)
}

async function oneHop(
  request: OutgoingRequest,
  settings: OutgoingSettings,
  limits: OutgoingLimits,
  signal: AbortSignal,
): Promise<{ refused: OutgoingRefusal } | { destination: Destination; exchanged: Exchanged }> {
  const { ports = usualPorts, named = [], resolve = resolveName, dial = dialChecked } = settings
  const destination = destinationOf(request.address, { ports, named })
  if ('refused' in destination) return destination
  const ca = settings.ca === undefined ? {} : { ca: settings.ca }
  const exchanged = await exchange(request, destination, { limits, signal, resolve, dial, ...ca })
  return 'refused' in exchanged ? exchanged : { destination, exchanged }
}

const redirecting = new Set([301, 302, 303, 307, 308])

/** The request that a redirect asks for; undefined where the answer is none. */
function redirectIn(
  request: OutgoingRequest,
  { url }: Destination,
  { status, headers }: Exchanged,
): OutgoingRequest | { refused: OutgoingRefusal } | undefined {
  const location = headers['location']
  if (!redirecting.has(status) || location === undefined) return undefined
  if (request.method === 'POST')
    return refused('too-many-redirects', 'It answered what was sent to it with a redirect.')
  const onward = URL.parse(location, url.href)
  if (!onward) return refused('bad-address', 'It redirects to an address that cannot be read.')
  if (url.protocol === 'https:' && onward.protocol !== 'https:')
    return refused('downgrade', 'It redirects from https to an address that is not.')
  onward.hash = ''
  const { headers: kept, ...rest } = request
  // Keys and conditions are for the host that they were meant for.
  const isSameHost = onward.origin === url.origin
  return { ...rest, address: onward.href, ...(isSameHost && kept ? { headers: kept } : {}) }
}
