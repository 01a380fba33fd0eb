import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Article } from '../../src/articles/articles.ts'
import { openDatabase } from '../../src/database/database.ts'
import { postgresPlace } from '../database/engines.ts'
import type { SiteProcess } from './site-process.ts'
import { startSiteProcess, withOneArticle } from './site-process.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

test('two nodes on one database', { skip }, async (t) => {
  const { place, drop } = await postgresPlace()
  after(drop)
  const article = await withOneArticle(place)
  const path = `/articles/${article.slug}`
  const [here, there] = await Promise.all([startSiteProcess(place), startSiteProcess(place)])
  await t.test('what is said on one is read on the other at once', async () => {
    assert.doesNotMatch(await textAt(there, path), /seen from the mole/)
    const { status } = await here.comment(article, 'The light was seen from the mole.')
    assert.equal(status, 303)
    assert.match(await textAt(there, path), /seen from the mole/)
  })
  await t.test('two hundred votes of one browser on both are one vote', async () => {
    const cookie = (await vote(here, article, 'happy')).headers.getSetCookie()[0]?.split(';')[0]
    assert.ok(cookie)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        vote(i % 2 === 0 ? here : there, article, i % 3 === 0 ? 'sad' : 'amused', cookie),
      ),
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]))
    const engine = await openDatabase(place)
    const votes = await engine.db.selectFrom('mood_votes').selectAll().execute()
    assert.equal(votes.length, 1)
    await engine.close()
  })
  await t.test('the same words sent to both at once are one comment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? here : there).comment(article, 'Said once, sent twenty times.'),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [303, ...Array<number>(19).fill(422)])
  })
  await Promise.all([here.kill(), there.kill()])
})

async function textAt(site: SiteProcess, path: string): Promise<string> {
  return (await site.get(path)).text()
}

function vote(site: SiteProcess, { slug }: Article, mood: string, cookie?: string) {
  return fetch(`${site.origin}/articles/${slug}/mood`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: `mood=${encodeURIComponent(mood)}`,
  })
}
