import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as sendPlain } from 'node:http'
import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { connect as secure } from 'node:tls'
import { bodyOf } from './answer-body.ts'
import type { Destination } from './destination.ts'
import type { OutgoingLimits, OutgoingRequest } from './outgoing.ts'
import type { OutgoingRefusal } from './refusal.ts'
import { refused } from './refusal.ts'
import type { Dial, Resolve } from './reach.ts'
import { addressesOf } from './reach.ts'

export interface Exchanged {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

export interface ExchangeTools {
  limits: OutgoingLimits
  signal: AbortSignal
  resolve: Resolve
  dial: Dial
  ca?: string
}

type Refused = { refused: OutgoingRefusal }

/** One request and its answer, on a connection of its own that ends with it. */
export async function exchange(
  request: OutgoingRequest,
  destination: Destination,
  tools: ExchangeTools,
): Promise<Exchanged | Refused> {
  const connecting = AbortSignal.timeout(tools.limits.connect)
  const early = AbortSignal.any([connecting, tools.signal])
  const reached = await untilAborted(early, reach(destination, tools, early))
  if (reached === undefined) return stoppedBy(tools.signal, 'No connection came about in time.')
  if ('refused' in reached) return reached
  const { socket } = reached
  try {
    const response = await untilAborted(tools.signal, answered(socket, request, destination, tools))
    if (response === undefined) return stoppedBy(tools.signal, 'The answer did not come in time.')
    const isBare = request.method === 'HEAD' || response.statusCode === 304
    const body = isBare
      ? new Uint8Array()
      : await untilAborted(tools.signal, bodyOf(response, tools.limits.body))
    if (body === undefined) return stoppedBy(tools.signal, 'The answer did not end in time.')
    if ('refused' in body) return body
    return { status: response.statusCode ?? 0, headers: headersOf(response), body }
  } catch (error) {
    return refused('broken-answer', `The answer is not one of HTTP (${codeOf(error)}).`)
  } finally {
    socket.destroy()
  }
}

async function reach(
  destination: Destination,
  tools: ExchangeTools,
  signal: AbortSignal,
): Promise<{ socket: Socket } | Refused> {
  const addresses = await addressesOf(destination, tools.resolve)
  if ('refused' in addresses) return addresses
  // Nobody waits any more: whoever comes too late must not connect.
  if (signal.aborted) return stoppedBy(signal, 'No connection came about in time.')
  const plain = tools.dial(addresses, destination.port)
  const isSecure = destination.url.protocol === 'https:'
  const ca = tools.ca === undefined ? {} : { ca: tools.ca }
  const name = isIP(destination.host) === 0 ? { servername: destination.host } : {}
  const socket = isSecure
    ? secure({ socket: plain, host: destination.host, ALPNProtocols: ['http/1.1'], ...name, ...ca })
    : plain
  return new Promise((resolve) => {
    const drop = (): void => {
      socket.destroy()
      plain.destroy()
    }
    signal.addEventListener('abort', drop, { once: true })
    const fail = (error: Error): void => {
      signal.removeEventListener('abort', drop)
      drop()
      resolve(connectionTrouble(error))
    }
    plain.on('error', fail)
    socket.on('error', fail)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      signal.removeEventListener('abort', drop)
      resolve({ socket })
    })
  })
}

function answered(
  socket: Socket,
  { method = 'GET', headers = {}, body }: OutgoingRequest,
  { url }: Destination,
  { limits }: ExchangeTools,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = sendPlain({
      createConnection: () => socket,
      method,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      maxHeaderSize: limits.headers,
      headers: {
        'user-agent': 'Standfirst',
        'accept-encoding': 'gzip, br, deflate',
        ...headers,
        host: url.host,
        connection: 'close',
      },
    })
    request.once('response', resolve)
    request.once('error', reject)
    // The error after an answer belongs to its body, which reports it.
    request.on('error', () => undefined)
    request.end(body)
  })
}

/** Cookies are not ours to keep, so nobody gets to see them. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'set-cookie')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

/** Undefined when the signal came first; what `work` comes to later is nobody's any more. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The caller's own wish to stop is told from a limit that ran out. */
function stoppedBy(signal: AbortSignal, words: string): Refused {
  const isWish = signal.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError'
  return isWish ? refused('stopped', 'It was broken off here.') : refused('too-slow', words)
}

function connectionTrouble(error: Error): Refused {
  const code = codeOf(error)
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO|ERR_SSL|ERR_TLS|EPROTO/.test(code))
    return refused(
      'bad-certificate',
      `Its certificate or handshake is not to be trusted (${code}).`,
    )
  return refused('no-connection', `It takes no connection (${code}).`)
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string }
  return code ?? name ?? 'unknown'
}
