import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a model of the tests is asked. */
export interface ModelRequest {
  path: string
  headers: IncomingMessage['headers']
  system: string
  user: string
  /** The numbered paragraphs of the article, its spaces put back. */
  article: string
  body: Record<string, unknown>
}

/** What it does: text to answer with, in the protocol asked; or anything at all with the answer. */
export type Behaviour = (
  request: ModelRequest,
  response: ServerResponse,
) => string | undefined | Promise<string | undefined>

export interface ModelServer {
  /** As `STANDFIRST_MODEL_URL` has it. */
  url: string
  requests: ModelRequest[]
  behave: (behaviour: Behaviour) => void
  stop: () => Promise<void>
}

/** A model endpoint on the loopback, speaking chat completions and messages. */
export async function modelServer(): Promise<ModelServer> {
  let behaviour: Behaviour = honest
  const requests: ModelRequest[] = []
  const server = createServer((incoming, response) => {
    void answer(incoming, response).catch(() => response.destroy())
  })
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await requestIn(incoming)
    requests.push(request)
    const text = await behaviour(request, response)
    if (text === undefined) return
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(inProtocol(request.path, text)))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    behave: (next) => {
      behaviour = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with the first sentence of the first paragraphs. */
export function honest({ article }: ModelRequest): string {
  const sentences = [...article.matchAll(/^\[(\d+)\] (.+)$/gm)]
    .filter(([, number]) => number !== '0')
    .slice(0, 3)
    .map(([, number, text = '']) => ({
      text: /^.+?[.!](?=["”’]?\s|["”’]?$)["”’]?/.exec(text)?.[0] ?? text,
      paragraphs: [Number(number)],
    }))
  return JSON.stringify({ sentences })
}

async function requestIn(incoming: IncomingMessage): Promise<ModelRequest> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  const body = JSON.parse(text) as {
    system?: string
    messages: { role: string; content: string }[]
  }
  const of = (role: string) => body.messages.find((message) => message.role === role)?.content ?? ''
  const system = body.system ?? of('system')
  const user = of('user')
  const mark = /replaced by "(.+?)"/.exec(system)?.[1] ?? ' '
  const line = /=====\w+=====/.exec(system)?.[0] ?? ''
  const article = (user.split(line)[1] ?? '').replaceAll(mark, ' ').trim()
  return { path: incoming.url ?? '', headers: incoming.headers, system, user, article, body }
}

function inProtocol(path: string, text: string): object {
  return path.endsWith('/messages')
    ? { content: [{ type: 'text', text }] }
    : { choices: [{ message: { role: 'assistant', content: text } }] }
}
