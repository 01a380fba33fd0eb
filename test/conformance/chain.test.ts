import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onBothEngines } from '../database/engines.ts'
import type { Newsroom } from '../site/newsroom.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { places, skipWithout } from '../data/test-data.ts'

const folder = join(places.modelPage, 'chain')
const skipped = skipWithout(folder)

/** What a reader meets at every outlet after a step. */
interface Seen {
  page: number
  json: number
  text: number
  inFeeds: boolean
  figure: string | undefined
  summary: string
  html: string
}

/** The numbers of the chain's README, step by step. */
const steps: { file: string; outcome: string; live: boolean; figure?: string; gone?: boolean }[] = [
  { file: '1-', outcome: 'embargoed', live: false },
  { file: '2-', outcome: 'published', live: true, figure: '300,000' },
  { file: '3-', outcome: 'updated', live: true, figure: '290,000' },
  { file: '4-', outcome: 'corrected', live: true, figure: '300,000' },
  { file: '5-', outcome: 'duplicate', live: true, figure: '300,000' },
  { file: '6-', outcome: 'withheld', live: false, gone: true },
  { file: '7-', outcome: 'published', live: true, figure: '300,000' },
  { file: '8-', outcome: 'canceled', live: false, gone: true },
  { file: '9-', outcome: 'duplicate', live: false, gone: true },
]

onBothEngines(
  'the chain of the model page behaves as its README says, step by step',
  async ({ open }, t) => {
    if (skipped) return t.skip(skipped)
    const engine = await open()
    const newsroom = newsroomOn(engine)
    let slug = ''
    for (const step of steps) {
      const [line] = await newsroom.ingest(fileOf(step.file))
      assert.equal(line?.outcome, step.outcome, step.file)
      slug ||= line?.article?.split('/').at(-1) ?? ''
      const seen = await look(newsroom, slug)
      const closed = step.gone ? 410 : 404
      const status = step.live ? 200 : closed
      assert.deepEqual(
        { page: seen.page, json: seen.json, text: seen.text, inFeeds: seen.inFeeds },
        { page: status, json: status, text: status, inFeeds: step.live },
        step.file,
      )
      assert.equal(seen.figure, step.figure, step.file)
      if (step.live)
        assert.doesNotMatch(seen.summary, step.figure === '300,000' ? /290,000/ : /300,000/)
    }
    await engine.close()
  },
)

onBothEngines(
  'the correction reaches readers in the wire’s own words, with its place',
  async ({ open }, t) => {
    if (skipped) return t.skip(skipped)
    const engine = await open()
    const newsroom = newsroomOn(engine)
    for (const file of ['2-', '3-', '4-']) await newsroom.ingest(fileOf(file))
    const slug = 'us-russia-fail-to-reach-syria-deal'
    const html = await (await newsroom.get(`/articles/${slug}`)).text()
    const note = /An earlier version gave the number of people killed as/
    assert.match(html, note)
    assert.match(html, /href="#p5"/)
    assert.match(html, /"@type":"CorrectionComment"/)
    const json = await (await newsroom.get(`/articles/${slug}.json`)).text()
    assert.match(json, note)
    for (const text of [html, json])
      assert.doesNotMatch(text, /CORRECTS death toll|HOLD:|EMBARGOED until/)
    await engine.close()
  },
)

onBothEngines(
  'every order of the chain’s deliveries ends in the same state',
  async ({ open }, t) => {
    if (skipped) return t.skip(skipped)
    const files = steps.map(({ file }) => file)
    for (const seed of [1, 2, 3]) {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      const source = `shuffle-${seed}`
      for (const file of shuffled(files, seed)) await newsroom.ingest(fileOf(file), source)
      const versions = await engine.db
        .selectFrom('items')
        .innerJoin('articles', 'articles.id', 'items.article_id')
        .select(['articles.pub_status', 'articles.embargoed'])
        .where('items.source', '=', source)
        .execute()
      assert.deepEqual(
        versions.map((row) => ({ ...row })),
        [{ pub_status: 'canceled', embargoed: null }],
      )
      await engine.close()
    }
  },
)

onBothEngines(
  'an update that comes as a new item never becomes a second article by itself',
  async ({ open }, t) => {
    if (skipped) return t.skip(skipped)
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(fileOf('2-'))
    const [line] = await newsroom.ingest(fileOf('afp-update'))
    assert.equal(line?.outcome, 'held')
    const feed = (await (await newsroom.get('/feeds/all.json')).json()) as { items: unknown[] }
    assert.equal(feed.items.length, 1)
    await engine.close()
  },
)

onBothEngines('the three formats of one story make one article', async ({ open }, t) => {
  if (skipped) return t.skip(skipped)
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const outcomes = []
  for (const file of ['newsml-g2.xml', 'ninjs-2.json', 'newsml-1.xml']) {
    const [line] = await newsroom.ingest(
      readFileSync(join(places.modelPage, `afp-hangzhou.${file}`)),
    )
    outcomes.push(line?.outcome)
  }
  assert.deepEqual(outcomes, ['published', 'duplicate', 'duplicate'])
  await engine.close()
})

async function look(newsroom: Newsroom, slug: string): Promise<Seen> {
  const [page, json, text] = await Promise.all(
    ['', '.json', '.txt'].map((end) => newsroom.get(`/articles/${slug}${end}`)),
  )
  const html = (await page?.text()) ?? ''
  const feeds = await Promise.all(
    [
      '/feeds/all.rss',
      '/feeds/all.atom',
      '/feeds/all.json',
      '/sitemap.xml',
      '/',
      '/sections/world',
    ].map(async (path) => (await (await newsroom.get(path)).text()).includes(`/articles/${slug}`)),
  )
  assert.equal(new Set(feeds).size, 1, 'every list says the same')
  return {
    page: page?.status ?? 0,
    json: json?.status ?? 0,
    text: text?.status ?? 0,
    inFeeds: feeds[0] ?? false,
    figure: /killed around ([\d,]+)/.exec(html)?.[1],
    summary: /<section class="summary".*?<\/section>/s.exec(html)?.[0] ?? '',
    html,
  }
}

function fileOf(start: string): Buffer {
  const name = readdirSync(folder).find((file) => file.startsWith(start))
  if (name === undefined) throw new Error(`The chain has no file ${start}`)
  return readFileSync(join(folder, name))
}

/** A shuffle that every run repeats: a linear congruential generator (Numerical Recipes, §7.1). */
function shuffled<T>(list: T[], seed: number): T[] {
  let state = seed
  const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32
  return list
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value)
}
