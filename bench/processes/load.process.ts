import { Connection } from '../connection.ts'

/** What the load generator is asked to do. */
export interface LoadJob {
  port: number
  connections: number
  /** How long to go on, in milliseconds. */
  ms: number
  path: string
  /** With it, comments are sent to `path` that no other run has sent. */
  run?: string
}

export interface LoadResult {
  /** Answers with a status of 2xx or 3xx. */
  answers: number
  /** The same, a second. */
  perSecond: number
  /** Answers with another status. */
  refused: number
  /** Of the time to answer, in milliseconds. */
  median: number
  p99: number
}

process.on('message', (job: LoadJob) => {
  load(job).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.stack }),
  )
})

async function load(job: LoadJob): Promise<LoadResult> {
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => Connection.to(job.port)),
  )
  const request =
    job.run === undefined ? alwaysThe(pageRequest(job)) : commentRequests(job, job.run)
  const times: number[] = []
  let refused = 0
  const begun = performance.now()
  const end = begun + job.ms
  const keepAsking = async (connection: Connection): Promise<void> => {
    for (let now = performance.now(); now < end;) {
      const { status } = await connection.ask(request())
      const then = now
      now = performance.now()
      if (status < 400) times.push(now - then)
      else refused++
    }
  }
  await Promise.all(connections.map(keepAsking))
  const seconds = (performance.now() - begun) / 1000
  for (const connection of connections) connection.close()
  const sorted = Float64Array.from(times).sort()
  return {
    answers: times.length,
    perSecond: times.length / seconds,
    refused,
    median: sorted[sorted.length >> 1] ?? NaN,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN,
  }
}

function alwaysThe(request: Uint8Array): () => Uint8Array {
  return () => request
}

/** What Chromium sends that a server looks at. */
const usual =
  'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n' +
  'Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-GB,en;q=0.9\r\n' +
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36\r\n'

function pageRequest({ path, port }: LoadJob): Uint8Array {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${usual}\r\n`)
}

/** Every comment is another one: what is said twice is refused. */
function commentRequests({ path, port }: LoadJob, run: string): () => Uint8Array {
  let sent = 0
  return () => {
    const number = String(++sent).padStart(9, '0')
    const text = `Comment ${run} ${number}. The ferry was late again, and nobody at the quay could say why.`
    const body = new URLSearchParams({
      name: 'Ida Marsh',
      text,
      website: '',
      parent: '',
    }).toString()
    return Buffer.from(
      `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${usual}` +
        `Origin: http://localhost:${port}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
  }
}
