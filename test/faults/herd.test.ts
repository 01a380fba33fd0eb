import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sqlitePlace } from '../database/engines.ts'
import type { SiteProcess } from './site-process.ts'
import { startSiteProcess, withOneArticle } from './site-process.ts'

test('a page that five hundred ask for at once is drawn once', async () => {
  const { place, drop } = await sqlitePlace()
  const { slug } = await withOneArticle(place)
  const site = await startSiteProcess(place)
  try {
    const before = await drawn(site)
    const pages = await Promise.all(
      Array.from({ length: 500 }, async () => {
        const answer = await site.get(`/articles/${slug}`)
        return { status: answer.status, text: await answer.text() }
      }),
    )
    assert.ok(pages.every(({ status }) => status === 200))
    assert.equal(new Set(pages.map(({ text }) => text)).size, 1)
    assert.equal((await drawn(site)) - before, 1)
  } finally {
    await site.kill()
    await drop()
  }
})

/** How many pages the site has drawn, by its own figures. */
async function drawn(site: SiteProcess): Promise<number> {
  const figures = await (await site.get('/metrics')).text()
  return Number(/^standfirst_drawn_pages_total (\d+)$/m.exec(figures)?.[1])
}
