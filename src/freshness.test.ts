import assert from 'node:assert/strict'
import { onBothEngines } from '../test/database/engines.ts'
import { harbourStory, newsroomOn } from '../test/site/newsroom.ts'
import type { Article } from './articles/articles.ts'
import { reviseArticle } from './articles/articles.ts'
import type { Engine } from './database/database.ts'
import { followOthers } from './freshness.ts'
import { summariseRevision } from './summaries/summaries.ts'
import { PageStore } from './web/pages/page-store.ts'
import { createSiteServer, hostsOf, listen } from './web/server.ts'

/** Gives the first paragraph of the story another number, as another process would. */
function edit(elsewhere: Engine, { id, publishedAt }: Article, number: number): Promise<Article> {
  const now = new Date('2026-05-04T13:00:00.000Z')
  const texts = harbourStory.map((text) => text.replace('40 metres', `${number} metres`))
  const draft = {
    section: 'news',
    facts: { pubStatus: 'usable' as const },
    publishedAt,
    updatedAt: now.toISOString(),
    content: {
      headline: 'Port Linnet will rebuild its north quay',
      language: 'en',
      subjects: [],
      body: texts.map((text) => ({ kind: 'paragraph' as const, spans: [{ text }] })),
    },
  }
  return elsewhere.write((tx) => reviseArticle(tx, id, draft, now, summariseRevision))
}

onBothEngines(
  'what another process committed is on the next page that is asked for',
  async ({ open }, t) => {
    const [here, elsewhere] = [await open(), await open()]
    const { app, house, publish } = newsroomOn(here)
    const article = await publish()
    const freshness = await followOthers(here, house.pages)
    const hosts: string[] = []
    const running = await listen(createSiteServer(app, freshness, hosts), 0, '127.0.0.1')
    const origin = `http://127.0.0.1:${running.port}`
    hosts.push(...hostsOf([origin]))
    t.after(async () => {
      await running.stop()
      await Promise.all([here.close(), elsewhere.close()])
    })
    const paths = ['', '.json', '.txt'].map(
      (ending) => `${origin}/articles/${article.slug}${ending}`,
    )
    const read = () => Promise.all(paths.map(async (path) => (await fetch(path)).text()))
    await read()
    for (let number = 41; number < 61; number++) {
      await edit(elsewhere, article, number)
      for (const [i, text] of (await read()).entries()) {
        assert.ok(text.includes(`${number} metres`), `${paths[i]} after the edit to ${number}`)
        assert.ok(!text.includes(`${number - 1} metres`), `${paths[i]} says what was before`)
      }
    }
    const drawn = house.pages.drawn
    await read()
    assert.equal(house.pages.drawn, drawn, 'and pages that nobody touched stay')
  },
)

onBothEngines('what was followed for a reader is told to the ticker once', async ({ open }) => {
  const [here, elsewhere] = [await open(), await open()]
  const article = await newsroomOn(here).publish()
  const freshness = await followOthers(here, new PageStore())
  await edit(elsewhere, article, 41)
  await freshness.whenFresh()
  const { topics } = await freshness.followed()
  assert.ok(topics.includes(`article:${article.id}`))
  assert.deepEqual((await freshness.followed()).topics, [])
  await Promise.all([here.close(), elsewhere.close()])
})
