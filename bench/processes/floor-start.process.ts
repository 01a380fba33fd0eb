import { createServer } from 'node:http'

/** The least that a start can be: Node with a server that answers. */
createServer((_, response) => response.end('Hello\n')).listen(
  Number(process.env['PORT']),
  '127.0.0.1',
)
