import { createServer } from 'node:http'
import { tellProcessorTime } from '../processor-time.ts'

export interface FloorPage {
  port: number
  headers: Record<string, string>
  body: Uint8Array
}

/** The least that a node:http server can do: the same bytes to whoever asks. */
process.once('message', ({ port, headers, body }: FloorPage) => {
  createServer((_, response) => {
    response.writeHead(200, headers)
    response.end(body)
  }).listen(port, '127.0.0.1', () => {
    process.send?.({ result: port })
    tellProcessorTime()
  })
})
