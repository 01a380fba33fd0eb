import { freePort } from '../test/database/postgres-server.ts'
import type { Bench, Helper } from './processes.ts'

export interface MeasuredSite {
  origin: string
  port: number
  folder: string
  process: Helper
}

/** The site in a process of its own with the demo newsroom; on SQLite unless a database is named. */
export async function startSite(bench: Bench, databaseUrl?: string): Promise<MeasuredSite> {
  const port = await freePort()
  const folder = bench.folder()
  const site = bench.start('processes/site.process.ts', {
    PORT: String(port),
    HOST: '127.0.0.1',
    STANDFIRST_ORIGIN: `http://localhost:${port}`,
    STANDFIRST_DATA: folder,
    STANDFIRST_LOG: 'quiet',
    DATABASE_URL: databaseUrl ?? '',
  })
  return { origin: await site.ask<string>({}), port, folder, process: site }
}

/** The demo's article that is talked about most: the largest page. */
export async function mostDiscussed(origin: string): Promise<string> {
  const feed = (await (await fetch(`${origin}/feeds/all.json`)).json()) as {
    items: { url: string }[]
  }
  let most = { path: '', comments: -1 }
  for (const { url } of feed.items) {
    const path = new URL(url).pathname
    const page = await (await fetch(origin + path)).text()
    const comments = page.split('id="comment-').length - 1
    if (comments > most.comments) most = { path, comments }
  }
  return most.path
}
