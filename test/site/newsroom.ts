import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import type { Article, ArticleContent, ArticleDraft } from '../../src/articles/articles.ts'
import { createArticle } from '../../src/articles/articles.ts'
import type { Config } from '../../src/config.ts'
import type { Engine } from '../../src/database/database.ts'
import { announced } from '../../src/database/database.ts'
import { intakeOf } from '../../src/intake-tools.ts'
import type { Served } from '../../src/serve.ts'
import { serve } from '../../src/serve.ts'
import { summariseRevision } from '../../src/summaries/summaries.ts'
import type { House } from '../../src/web/house.ts'
import { logTo } from '../../src/web/log.ts'
import { metricsOf } from '../../src/web/metrics.ts'
import { PageStore } from '../../src/web/pages/page-store.ts'
import { originsOf } from '../../src/web/guarding/same-origin.ts'
import type { IntakeLine } from '../../src/wire/wire.ts'
import { takeIn } from '../../src/wire/wire.ts'
import { freePort } from '../database/postgres-server.ts'

/** A newsroom for one test: the whole site on an empty database, with a clock of its own. */
export interface Newsroom {
  app: Hono
  house: House
  /** The time here; tests move it. */
  clock: { now: Date }
  publish: (draft?: StoryDraft) => Promise<Article>
  ingest: (text: string | Uint8Array, source?: string) => Promise<IntakeLine[]>
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Sends a form as our own page would. */
  post: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>
}

/** What a test wants to say of a story; the rest is invented. */
export type StoryDraft = Omit<Partial<ArticleDraft>, 'content'> & {
  content?: Partial<ArticleContent>
}

const origin = 'http://localhost:8080'

export function newsroomOn(plain: Engine, start = new Date('2026-05-04T12:00:00.000Z')): Newsroom {
  const clock = { now: start }
  const pages = new PageStore()
  const engine = announced(plain, (topics) => pages.forget(topics))
  const now = () => clock.now
  const house: House = {
    site: {
      name: 'The Quay Street Courier',
      motto: 'Invented for tests',
      language: 'en',
      origin,
      timeZone: 'UTC',
      sections: [
        { slug: 'news', name: 'News' },
        { slug: 'world', name: 'World' },
      ],
    },
    engine,
    pages,
    log: logTo(() => undefined, 'quiet', now),
    metrics: metricsOf(pages),
    now,
    secret: 'a secret for tests only',
    origins: originsOf(origin),
    trustedProxies: [],
    paceFactor: 1,
    script: '/scripts/page.js',
  }
  const app = createApp(house, [], { isServing: () => true })
  return {
    app,
    house,
    clock,
    publish: (draft) => publish(engine, clock.now, draft),
    ingest: (text, source = 'wire') => ingest(house, text, source),
    get: async (path, headers = {}) => app.request(path, { headers }),
    post: async (path, fields, headers = {}) =>
      app.request(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      }),
  }
}

/** An invented story, long enough to have a summary. */
export const harbourStory = [
  'The harbour board of Port Linnet voted on Tuesday to rebuild the north quay, three years after a storm carried off 40 metres of its wall.',
  'Work will begin in March and cost 12.4 million crowns, of which the island government will pay half, the board said.',
  '“We have waited long enough,” said Maren Ostby, who chairs the board. “The boats cannot wait for another winter.”',
  'The old wall was built in 1911 from granite that came as ballast from the mainland.',
  'Fishermen have used the south basin since the storm, where the entrance dries out for two hours at low water.',
  'Two of the nine members voted against the plan, because they wanted the new wall to be a metre higher.',
  'An engineer’s report that the board published in January said the higher wall would cost a third more.',
  'The contract goes to Halvard and Daughters, a company from Corvane that built the ferry terminal there.',
  'The board expects the last stone to be laid in the autumn of the following year.',
]

async function publish(engine: Engine, now: Date, draft: StoryDraft = {}): Promise<Article> {
  const whole: ArticleDraft = {
    section: 'news',
    facts: { pubStatus: 'usable' },
    publishedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    ...draft,
    content: {
      headline: 'Port Linnet will rebuild its north quay',
      standfirst: 'The harbour board votes for a wall of the old height, at 12.4 million crowns.',
      byline: 'Ada Quill',
      dateline: 'PORT LINNET',
      language: 'en',
      subjects: [],
      body: harbourStory.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
      ...draft.content,
    },
  }
  return engine.write((tx) => createArticle(engine, tx, whole, now, summariseRevision))
}

async function ingest(
  house: House,
  text: string | Uint8Array,
  source: string,
): Promise<IntakeLine[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const lines = await takeIn({ bytes, source, channel: 'test', fileName: 'test' }, intakeOf(house))
  // The ticker does this in a running site.
  house.pages.forget(['lists', 'counts'])
  house.pages.forgetAll()
  return lines
}

export interface RunningSite extends Served {
  config: Config
  /** Stops it and removes its data. */
  close: () => Promise<void>
}

/** The real site on a port of its own with SQLite in a temporary folder; the demo unless `empty`. */
export async function runningSite(
  options: { empty: boolean } = { empty: false },
): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-site-'))
  const port = await freePort()
  const config: Config = {
    port,
    host: '127.0.0.1',
    origin: `http://localhost:${port}`,
    dataFolder: folder,
    trustedProxies: [],
    outgoingHosts: [],
    logLevel: 'quiet',
  }
  const served = await serve(config, options, () => undefined)
  return {
    ...served,
    config,
    close: async () => {
      await served.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits for a condition, not for a time. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false>,
  within = 5000,
): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error('It did not come about in time.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
