import assert from 'node:assert/strict'
import type { Article, ArticleContent } from '../articles/articles.ts'
import { reviseArticle } from '../articles/articles.ts'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Newsroom } from '../../test/site/newsroom.ts'
import { harbourStory, newsroomOn } from '../../test/site/newsroom.ts'
import { keepPolicy } from './policy/policy.ts'
import { summariseRevision, summaryOf } from './summaries.ts'
import * as queries from './summaries.queries.ts'
import { rowOf, sentencesIn } from './life.ts'

/** Gives the article new paragraphs, as an editor's save would. */
async function edit(
  newsroom: Newsroom,
  article: Article,
  paragraphs: string[],
  content: Partial<ArticleContent> = {},
): Promise<Article> {
  const { id, slug, section, revision, publishedAt, updatedAt, corrections, ...before } = article
  void [slug, revision, corrections]
  const now = newsroom.house.now()
  return newsroom.house.engine.write((tx) =>
    reviseArticle(
      tx,
      id,
      {
        section,
        publishedAt,
        updatedAt,
        facts: { pubStatus: 'usable' },
        content: {
          ...before,
          body: paragraphs.map((text) => ({ kind: 'paragraph', spans: [{ text }] })),
          ...content,
        },
      },
      now,
      summariseRevision,
    ),
  )
}

const withNumber = (number: string) =>
  harbourStory.map((text) => text.replace('12.4 million', `${number} million`))

/** Puts a model's summary beside the article, as if it had been written and examined. */
async function addModelSummary(newsroom: Newsroom, article: Article, texts: string[]) {
  const sentences = texts.map((text) => {
    const paragraph = harbourStory.findIndex((each) => each.includes(text)) + 1
    return { text, evidence: [{ paragraph, start: 0, end: text.length }] }
  })
  const now = newsroom.house.now()
  const row = {
    ...rowOf(article, { method: 'tern-3', sentences, isShown: true, fresh: texts.length, now }),
    examined_at: now.toISOString(),
    examiner: 'Mira Oduya',
  }
  await newsroom.house.engine.write((tx) => queries.insertSummary(tx, row))
  newsroom.house.pages.forgetAll()
  return row
}

onBothEngines(
  'after an edit that changes a number, no path of any kind leads to a summary with the old one',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const article = await newsroom.publish({})
    await addModelSummary(newsroom, article, [harbourStory[1]!])
    const path = `/articles/${article.slug}`
    const paths = [
      path,
      `${path}?sort=oldest`,
      `${path}.json`,
      `${path}.txt`,
      `${path}/summary/flags?sentence=1`,
      '/feeds/all.rss',
      '/feeds/all.atom',
      '/feeds/all.json',
      '/feeds/sections/news.json',
      '/summaries/register',
      '/summaries/register.json',
      '/summaries/register.csv',
      '/',
    ]
    const read = async () =>
      Promise.all(paths.map(async (each) => (await newsroom.get(each)).text()))
    const before = await read()
    assert.equal(before.filter((text) => text.includes('12.4 million')).length >= 7, true)
    // Each is kept now, and readers keep asking while the edit runs.
    let isDone = false
    const readers = Array.from({ length: 4 }, async () => {
      while (!isDone) {
        await read()
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    await edit(newsroom, article, withNumber('14.9'), {
      standfirst: 'The harbour board votes for a wall of the old height.',
    })
    isDone = true
    const after = await read()
    assert.deepEqual(
      after.flatMap((text, i) => (text.includes('12.4') ? [paths[i]] : [])),
      [],
    )
    assert.ok(after[2]?.includes('14.9 million'))
    await Promise.all(readers)
    assert.ok(!(await read()).some((text) => text.includes('12.4')))
    await engine.close()
  },
)

onBothEngines(
  'sentences whose passages stayed come along, labelled with the new revision; the others fall',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    const article = await newsroom.publish({})
    await addModelSummary(newsroom, article, [harbourStory[0]!, harbourStory[1]!, harbourStory[3]!])
    const next = await edit(newsroom, article, ['A line was added above.', ...withNumber('14.9')])
    const { summary } = await summaryOf(engine.db, next)
    assert.equal(summary?.method, 'tern-3')
    assert.equal(summary.revision, 2)
    assert.deepEqual(
      summary.sentences.map(({ text }) => text),
      [harbourStory[0], harbourStory[3]],
    )
    assert.deepEqual(
      summary.sentences.map(({ evidence, since }) => [evidence[0]?.paragraph, since]),
      [
        [2, 1],
        [5, 1],
      ],
    )
    assert.equal(summary.examinedAt, undefined)
    const register = await (await newsroom.get('/summaries/register.json')).text()
    assert.match(register, /1 of 3 sentences rested on what changed and was taken down/)
    await engine.close()
  },
)

onBothEngines(
  'after an edit a model’s summary waits for a new examination, and the extract stands in',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const article = await newsroom.publish({})
    await addModelSummary(newsroom, article, [harbourStory[0]!, harbourStory[3]!])
    const next = await edit(newsroom, article, withNumber('14.9'))
    assert.equal((await summaryOf(engine.db, next)).summary?.method, 'extract')
    const waiting = await queries.unexaminedRows(engine.db, 10)
    assert.deepEqual(
      waiting.map(({ method, revision, sentences }) => [
        method,
        revision,
        sentencesIn(sentences).length,
      ]),
      [['tern-3', 2, 2]],
    )
    await engine.close()
  },
)

onBothEngines('an examination holds while no word of the text changes', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  await addModelSummary(newsroom, article, [harbourStory[0]!])
  const next = await edit(newsroom, article, harbourStory, { creditline: 'Courier' })
  assert.equal(next.revision, 2)
  const { summary } = await summaryOf(engine.db, next)
  assert.equal(summary?.examiner, 'Mira Oduya')
  assert.equal(summary.method, 'tern-3')
  await engine.close()
})

onBothEngines('a right that is withdrawn takes the summary along', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  await addModelSummary(newsroom, article, [harbourStory[0]!])
  const onlyExtract = await edit(newsroom, article, harbourStory, { machineUse: 'extract' })
  assert.equal((await summaryOf(engine.db, onlyExtract, true)).summary?.method, 'extract')
  assert.equal((await summaryOf(engine.db, onlyExtract, true)).mayAsk, false)
  const none = await edit(newsroom, onlyExtract, harbourStory, { machineUse: 'refused' })
  const page = await (await newsroom.get(`/articles/${none.slug}`)).text()
  assert.match(page, /does not let machines use its text/)
  assert.ok(!page.includes('summary/flags'))
  await engine.close()
})

onBothEngines('what the newsroom calls a brief has no summary', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  const words = harbourStory.join(' ').split(/\s+/).length
  await engine.write((tx) => keepPolicy(tx, { briefWords: words + 5 }))
  const short = await edit(newsroom, article, [...harbourStory, 'It rained.'])
  assert.equal((await summaryOf(engine.db, short)).state, 'brief')
  const longer = await edit(newsroom, short, [...harbourStory, 'It rained all day and all night.'])
  assert.equal((await summaryOf(engine.db, longer)).state, 'shown')
  await engine.close()
})
