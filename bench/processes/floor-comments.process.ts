import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface FloorComments {
  port: number
  folder: string
  /** One commit for each comment, or one for all that wait. */
  commit: 'each' | 'group'
}

interface Waiting {
  name: string
  text: string
  response: ServerResponse
}

/** The least that a durable comment costs: read the form, insert one row, answer. No checks. */
process.once('message', ({ port, folder, commit }: FloorComments) => {
  const db = new DatabaseSync(join(folder, 'floor.sqlite'))
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table comments (id integer primary key, name text not null, text text not null, created_at text not null) strict',
  )
  const insert = db.prepare('insert into comments (name, text, created_at) values (?, ?, ?)')
  const keep = ({ name, text }: Waiting) => insert.run(name, text, new Date().toISOString())
  let waiting: Waiting[] = []
  const commitAll = (): void => {
    const group = waiting
    waiting = []
    db.exec('begin immediate')
    for (const comment of group) keep(comment)
    db.exec('commit')
    for (const { response } of group) answer(response)
  }
  const take = (comment: Waiting): void => {
    if (commit === 'each') {
      keep(comment)
      answer(comment.response)
    } else if (waiting.push(comment) === 1) setImmediate(commitAll)
  }
  createServer((request, response) => {
    void formOf(request).then((form) =>
      take({ name: form.get('name') ?? '', text: form.get('text') ?? '', response }),
    )
  }).listen(port, '127.0.0.1', () => process.send?.({ result: port }))
})

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  request.setEncoding('utf8')
  for await (const chunk of request) body += chunk as string
  return new URLSearchParams(body)
}

function answer(response: ServerResponse): void {
  response.writeHead(303, { location: '/', 'content-length': 0 })
  response.end()
}
