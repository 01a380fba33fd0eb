import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { PollTools } from '../../src/wire/channels/polling/polling.ts'
import { intakeOf } from '../../src/intake-tools.ts'
import type { Newsroom } from '../site/newsroom.ts'

export interface FeedServer {
  origin: string
  /** What was asked for, in order. */
  asked: { path: string; headers: IncomingMessage['headers']; body: string }[]
  /** What the server does with the next requests; tests change it. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** The tools of a poll that may reach this server. */
  tools: (newsroom: Newsroom) => PollTools
}

/** A loopback server that plays feeds for one test. */
export async function feedServer(t: TestContext): Promise<FeedServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      feeds.asked.push({ path: request.url ?? '', headers: request.headers, body })
      feeds.answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const feeds: FeedServer = {
    origin: `http://${host}`,
    asked: [],
    answer: (_request, response) => response.writeHead(500).end(),
    tools: ({ house }) => ({
      intake: intakeOf(house),
      outgoing: { named: [host], limits: { connect: 500, total: 2000 } },
      log: house.log,
    }),
  }
  return feeds
}

/** An RSS feed of entries with these names, the newest first. */
export function rss(...names: string[]): string {
  const items = names.map(
    (name) =>
      `<item><guid>${name}</guid><title>The story of ${name}</title><description>Invented, under the name of ${name}.</description></item>`,
  )
  return `<rss version="2.0"><channel><title>Meridian</title>${items.join('\n')}</channel></rss>`
}
