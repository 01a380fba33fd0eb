import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Article } from '../../src/articles/articles.ts'
import { eventually } from '../site/newsroom.ts'
import type { PostgresServer } from '../database/postgres-server.ts'
import { startPostgres } from '../database/postgres-server.ts'
import type { SiteProcess } from './site-process.ts'
import { startSiteProcess, withOneArticle } from './site-process.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

let server: PostgresServer
let article: Article
let site: SiteProcess

before(async () => {
  if (skip) return
  server = await startPostgres()
  const place = { url: server.url, folder: '' }
  article = await withOneArticle(place)
  site = await startSiteProcess(place)
})

after(async () => {
  if (skip) return
  await site.kill()
  server.stop()
})

test('readers read while the database server is gone, and writers are told', { skip }, async () => {
  await keptPage()
  await server.crash()
  await expectAway()
  await server.restart()
  await expectBack('We are back after the crash.')
})

test('the same while the database server stands still', { skip }, async () => {
  await keptPage()
  const thaw = await server.freeze()
  try {
    await expectAway()
  } finally {
    thaw()
  }
  await expectBack('We are back after the frost.')
})

function path(): string {
  return `/articles/${article.slug}`
}

/** The page is in memory, and nothing that would take it out is still to be heard of. */
async function keptPage(): Promise<void> {
  await eventually(async () => {
    await (await site.get(path())).text()
    const drawn = await figure('standfirst_drawn_pages_total')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await (await site.get(path())).text()
    return (await figure('standfirst_drawn_pages_total')) === drawn
  })
}

async function figure(name: string): Promise<number> {
  const text = await (await site.get('/metrics')).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

async function expectAway(): Promise<void> {
  const refused = site.comment(article, 'Nobody keeps this.')
  const unkept = site.get(`${path()}?sort=oldest`)
  const ready = site.get('/health/ready')
  for (let i = 0; i < 20; i++) assert.equal((await site.get(path())).status, 200)
  for (const answer of await Promise.all([refused, unkept])) {
    assert.equal(answer.status, 503)
    assert.ok(Number(answer.headers.get('retry-after')) > 0)
    assert.match(await answer.text(), /database does not answer at the moment/)
  }
  assert.equal((await ready).status, 503)
  assert.equal((await site.get('/health/live')).status, 200)
}

async function expectBack(text: string): Promise<void> {
  await eventually(async () => {
    const { status } = await site.comment(article, text)
    // Refused as said already: an earlier try had arrived though its answer had not.
    return status === 303 || status === 422
  })
  const page = await (await site.get(`${path()}?sort=newest`)).text()
  assert.equal(page.split(text).length, 2)
  assert.doesNotMatch(page, /Nobody keeps this/)
}
