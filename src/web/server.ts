import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { PageStore } from './pages/page-store.ts'
import { answerTo } from './pages/public-page.ts'

export type Limits = typeof usualLimits

/** Limits of a connection; every one is also in docs/configuration.md. Times in milliseconds. */
export const usualLimits = {
  /** All headers together, in bytes. */
  headers: 16 * 1024,
  /** The address of a request, in characters. */
  address: 8 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAlive: 15_000,
  /** How often slow connections are looked for. */
  check: 5_000,
  /** How long a stop waits for answers under way. */
  drain: 10_000,
  connections: 10_000,
}

/** How often a stopping server hangs up on those who ask nothing, in milliseconds. */
const sweepInterval = 50

export interface RunningServer {
  port: number
  /** Takes no more, finishes what is under way, and cuts what takes too long. */
  stop: () => Promise<void>
}

/** Pages that are kept, and when they are true: see `Freshness`. */
export interface Kept {
  pages: PageStore
  whenFresh: () => Promise<void> | undefined
}

/**
 * Serves the site. A public page that is kept goes out from here as it is; only what has to be
 * made takes the way through the router.
 */
export function createSiteServer(
  app: Hono,
  { pages, whenFresh }: Kept,
  hosts: readonly string[],
  limits: Limits = usualLimits,
): Server {
  const route = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const underway = new Set<ServerResponse>()
  const answer = (request: IncomingMessage, response: ServerResponse, head: Head) => {
    if (sendKept(request, head, response, pages)) return
    underway.add(response)
    response.once('close', () => underway.delete(response))
    void route(request, response)
  }
  const server = createServer(
    {
      maxHeaderSize: limits.headers,
      connectionsCheckingInterval: limits.check,
      keepAliveTimeout: limits.keepAlive,
    },
    (request, response) => {
      // While the site stops, whoever was answered goes.
      if (!server.listening) response.setHeader('connection', 'close')
      const head = headOf(request)
      const trouble = troubleWith(request, head, hosts)
      if (trouble) return refuse(response, ...trouble)
      // Only what is kept can be old; whoever sends something gets an answer made now.
      const waiting = isRead(request) ? whenFresh() : undefined
      if (waiting === undefined) answer(request, response, head)
      else void waiting.then(() => answer(request, response, head))
    },
  )
  server.once('stopping', () => underway.forEach(lastOnItsConnection))
  server.headersTimeout = limits.headersTimeout
  server.requestTimeout = limits.requestTimeout
  server.maxConnections = limits.connections
  return server
}

/** Rejects when the port is taken, before anything else is begun. */
export async function refusePortInUse(port: number, host: string): Promise<void> {
  const { stop } = await listen(createServer(), port, host)
  await stop()
}

/** Listens, and gives the port that it got. Rejects when the port is taken or not allowed. */
export function listen(server: Server, port: number, host: string): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        stop: () => stop(server),
      })
    })
  })
}

/** The hosts that a site of these origins answers to. */
export function hostsOf(origins: readonly string[]): string[] {
  return origins.map((origin) => new URL(origin).host)
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.emit('stopping')
    const cut = setTimeout(() => server.closeAllConnections(), usualLimits.drain)
    const sweep = setInterval(() => server.closeIdleConnections(), sweepInterval)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
  })
}

/** A reader who is told so sends nothing more on a connection that will not be listened to. */
function lastOnItsConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}

/** What a kept page is chosen by. */
interface Head {
  /** How many lines named a host. */
  hosts: number
  host: string
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
  /** Whether a cookie asks for pages without machine summaries. */
  hidesSummaries: boolean
}

/**
 * Reads the lines as they came, in one pass. Node's own object of all headers would cost a
 * twentieth of a kept page's time; it is made only for what takes the way through the router.
 */
function headOf({ rawHeaders }: IncomingMessage): Head {
  const head: Head = {
    hosts: 0,
    host: '',
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    hidesSummaries: false,
  }
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? ''
    if (name.length === 4 && name.toLowerCase() === 'host') {
      head.hosts++
      head.host = (rawHeaders[i + 1] ?? '').toLowerCase()
    } else if (name.length === 15 && name.toLowerCase() === 'accept-encoding') {
      head.acceptEncoding = rawHeaders[i + 1]
    } else if (name.length === 13 && name.toLowerCase() === 'if-none-match') {
      head.ifNoneMatch = rawHeaders[i + 1]
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') {
      head.hidesSummaries ||= (rawHeaders[i + 1] ?? '').includes('summaries=hidden')
    }
  }
  return head
}

/** Node takes a missing or doubled Host; a cache or a link built from a wrong one would be poison. */
function troubleWith(
  request: IncomingMessage,
  head: Head,
  hosts: readonly string[],
): [number, string] | undefined {
  if (head.hosts !== 1) return [400, 'A request names its host once.']
  if (!hosts.includes(head.host) && !isForTheDesk(request.url ?? '', head.host)) {
    return [
      421,
      'This site does not answer to that name. The operator sets it with STANDFIRST_ORIGIN.',
    ]
  }
  if ((request.url?.length ?? 0) > usualLimits.address) return [414, 'The address is too long.']
  if (!request.url?.startsWith('/')) return [400, 'The address must be a path.']
  return undefined
}

/** The desk is open on this machine only, so it answers to the machine's own names. */
function isForTheDesk(url: string, host: string): boolean {
  return (
    /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) &&
    /^\/(desk|scripts|icon\.svg)([/?]|$)/.test(url)
  )
}

function refuse(response: ServerResponse, status: number, words: string): void {
  const body = `${words}\n`
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(body)
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function sendKept(
  request: IncomingMessage,
  head: Head,
  response: ServerResponse,
  pages: PageStore,
): boolean {
  if (!isRead(request)) return false
  // Whoever hides machine summaries is sent on to the page without them: the router's work.
  if (head.hidesSummaries) return false
  const page = pages.peek(request.url ?? '')
  if (page === undefined) return false
  const answer = answerTo(page, head.acceptEncoding, head.ifNoneMatch)
  // It is being compressed in this way for the first time, which the router can wait for.
  if (answer instanceof Promise) return false
  response.writeHead(answer.status, answer.lines)
  if (request.method === 'HEAD' || answer.body === undefined) response.end()
  else response.end(answer.body)
  return true
}
