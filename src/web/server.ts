import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { PageStore } from './page-store.ts'
import { answerTo } from './public-page.ts'

/** Limits of a connection; every one is also in docs/configuration.md. Times in milliseconds. */
export const limits = {
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

export interface RunningServer {
  port: number
  /** Takes no more, finishes what is under way, and cuts what takes too long. */
  stop: () => Promise<void>
}

/**
 * Serves the site. A public page that is kept goes out from here as it is; only what has to be
 * made takes the way through the router.
 */
export function createSiteServer(app: Hono, pages: PageStore, hosts: readonly string[]): Server {
  const route = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer(
    {
      maxHeaderSize: limits.headers,
      connectionsCheckingInterval: limits.check,
      keepAliveTimeout: limits.keepAlive,
    },
    (request, response) => {
      const trouble = troubleWith(request, hosts)
      if (trouble) return refuse(response, ...trouble)
      if (!sendKept(request, response, pages)) void route(request, response)
    },
  )
  server.headersTimeout = limits.headersTimeout
  server.requestTimeout = limits.requestTimeout
  server.maxConnections = limits.connections
  return server
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
    const cut = setTimeout(() => server.closeAllConnections(), limits.drain)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Node takes a missing or doubled Host; a cache or a link built from a wrong one would be poison. */
function troubleWith(
  request: IncomingMessage,
  hosts: readonly string[],
): [number, string] | undefined {
  const { rawHeaders } = request
  let seen = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === 'host') seen++
  }
  if (seen !== 1) return [400, 'A request names its host once.']
  const host = request.headers.host?.toLowerCase() ?? ''
  if (!hosts.includes(host) && !isForTheDesk(request.url ?? '', host)) {
    return [
      421,
      'This site does not answer to that name. The operator sets it with STANDFIRST_ORIGIN.',
    ]
  }
  if ((request.url?.length ?? 0) > limits.address) return [414, 'The address is too long.']
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

function sendKept(request: IncomingMessage, response: ServerResponse, pages: PageStore): boolean {
  const { method, headers } = request
  if (method !== 'GET' && method !== 'HEAD') return false
  const page = pages.peek(request.url ?? '')
  if (page === undefined) return false
  const answer = answerTo(
    page,
    headers['accept-encoding'] as string | undefined,
    headers['if-none-match'],
  )
  response.writeHead(answer.status, answer.headers)
  if (method === 'HEAD' || answer.body === undefined) response.end()
  else response.end(answer.body)
  return true
}
