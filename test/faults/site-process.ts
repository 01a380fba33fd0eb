import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Article } from '../../src/articles/articles.ts'
import type { DatabasePlace } from '../../src/database/database.ts'
import { openDatabase } from '../../src/database/database.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { freePort } from '../database/postgres-server.ts'

/** The site as an operator runs it: a process that can be killed. */
export interface SiteProcess {
  origin: string
  port: number
  child: ChildProcess
  /** Everything that it has said on standard error. */
  errors: () => string
  /** Ends it without a word, as `kill -9` does, and waits until it is gone. */
  kill: () => Promise<void>
  get: (path: string) => Promise<Response>
  comment: (article: Article, text: string) => Promise<Response>
}

/** Starts the site at a place that has a newsroom, and resolves when it answers. */
export async function startSiteProcess(place: DatabasePlace): Promise<SiteProcess> {
  const port = await freePort()
  const { child, errors } = spawnSite(place, port)
  const origin = `http://localhost:${port}`
  await Promise.race([
    once(child.stdout ?? child, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`It did not start: ${errors()}`))),
  ])
  return {
    origin,
    port,
    child,
    errors,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    get: (path) => fetch(origin + path, { redirect: 'manual' }),
    comment: (article, text) => sendComment(origin, article, text),
  }
}

/** The process alone, which may also refuse to start. */
export function spawnSite(
  place: DatabasePlace,
  port: number,
): { child: ChildProcess; errors: () => string } {
  const entry = new URL('wide-pace.process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      STANDFIRST_ORIGIN: '',
      STANDFIRST_LOG: 'normal',
      STANDFIRST_DATA: place.folder,
      DATABASE_URL: place.url ?? '',
    },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return { child, errors: () => said }
}

/** Puts one article there, while no process uses the place. */
export async function withOneArticle(place: DatabasePlace): Promise<Article> {
  const engine = await openDatabase(place)
  try {
    return await newsroomOn(engine, new Date()).publish()
  } finally {
    await engine.close()
  }
}

function sendComment(origin: string, { slug }: Article, text: string): Promise<Response> {
  return fetch(`${origin}/articles/${slug}/comments`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      // One connection each, so that a kill meets requests and not a queue.
      connection: 'close',
    },
    body: new URLSearchParams({ name: 'Ida Marsh', text }).toString(),
  })
}
