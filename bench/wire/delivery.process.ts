import { Agent, request } from 'node:http'
import { markOf, wireItem } from './wire-items.ts'

export interface DeliveryJob {
  /** The port where wire files are posted, and those where a reader looks for them, in turn. */
  port: number
  readers: number[]
  token: string
  source: string
  perSecond: number
  seconds: number
  /** The number of the first item; each is another one. */
  from: number
}

export interface DeliveryResult {
  /** From the moment when an item was due to when a reader was served it, in ms, by reader. */
  visible: number[][]
  /** From the same moment to the answer to its delivery, of all items. */
  answered: number[]
  /** Items answered in a second. */
  perSecond: number
}

/** Every fourth item, and its later version, is looked for. */
const looked = 4
/** An update comes so many items after the story that it updates. */
const updateAfter = 201
/** Between two looks of one reader, in milliseconds. */
const pause = 5
/** Who was not served after this gives up, in milliseconds; it counts as that long. */
const longest = 20_000

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

process.on('message', (job: DeliveryJob) => {
  deliver(job).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.stack }),
  )
})

/** Posts at fixed moments, whether the ones before were answered or not. */
async function deliver(job: DeliveryJob): Promise<DeliveryResult> {
  const count = job.perSecond * job.seconds
  const result: DeliveryResult = { visible: job.readers.map(() => []), answered: [], perSecond: 0 }
  const begun = performance.now() + 100
  const all: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    const due = begun + (i * 1000) / job.perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const one = deliverOne(job, i, due, result)
    // Told below, with all others.
    one.catch(() => undefined)
    all.push(one)
  }
  await Promise.all(all)
  result.perSecond = (count * 1000) / (performance.now() - begun)
  return result
}

async function deliverOne(
  job: DeliveryJob,
  i: number,
  due: number,
  result: DeliveryResult,
): Promise<void> {
  // Every second one updates a story that readers have.
  const isUpdate = i % 2 === 1 && i >= updateAfter
  const place = isUpdate ? i - updateAfter : i
  const [number, version] = [job.from + place, isUpdate ? 2 : 1]
  const answer = await ask(job.port, 'POST', `/api/v1/wire/${job.source}`, {
    body: wireItem(number, version),
    token: job.token,
  })
  result.answered.push(performance.now() - due)
  const { article } = JSON.parse(answer.split('\n')[0] ?? '') as { article?: string }
  if (article === undefined) throw new Error(`A bench item was not published: ${answer}`)
  if (place % looked !== 0) return
  const reader = (place / looked) % job.readers.length
  // Where deliveries queue up, the update may be there before anybody saw the first version.
  const marks = [markOf(number, version), markOf(number, 2)]
  while (performance.now() - due < longest) {
    const page = await ask(job.readers[reader] ?? 0, 'GET', article)
    if (marks.some((mark) => page.includes(mark))) break
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  result.visible[reader]?.push(performance.now() - due)
}

interface Sent {
  body: Uint8Array
  token: string
}

/** A kept connection may end just when it is used again; what was sent on it is sent once more. */
async function ask(port: number, method: string, path: string, sent?: Sent): Promise<string> {
  try {
    return await askOnce(port, method, path, sent)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ECONNRESET') throw error
    return askOnce(port, method, path, sent)
  }
}

function askOnce(port: number, method: string, path: string, sent?: Sent): Promise<string> {
  const headers = {
    host: `localhost:${port}`,
    ...(sent && {
      'content-type': 'application/xml',
      'content-length': sent.body.length,
      authorization: `Bearer ${sent.token}`,
    }),
  }
  return new Promise((resolve, reject) => {
    const asking = request(
      { port, host: '127.0.0.1', method, path, headers, agent },
      (response) => {
        const chunks: Uint8Array[] = []
        response.on('data', (chunk: Uint8Array) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      },
    )
    asking.on('error', reject)
    asking.end(sent?.body)
  })
}
