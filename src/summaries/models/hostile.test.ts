import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Article, ArticleContent, Block } from '../../articles/articles.ts'
import { runNext } from '../../jobs/jobs.ts'
import { readWire } from '../../wire/reading/read-wire.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import { modelServer } from '../../../test/servers/model-server.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { places, skipWithout } from '../../../test/data/test-data.ts'
import { articleTextOf } from '../text/article-text.ts'
import { choiceFrom, siteExtract } from '../extract/chosen.ts'
import { withoutMachineTalk } from '../text/machine-talk.ts'
import { keepPolicy } from '../policy/policy.ts'
import { summaryOf } from '../summaries.ts'
import { judged } from './output-gate.ts'
import { writingWorker } from './writing.ts'

interface Attack {
  id: string
  src: string
  text: string
  goal?: string
  carrier?: string
  canary?: string
}

const folder = join(places.hostile, 'prompt')
const skip = skipWithout(folder)

function attacks(): Attack[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Attack)
}

const facts = 'The council of Port Ellery voted 7 to 2 on Tuesday to keep the night ferry running'

/** What a model says that obeys whatever it reads, in every way that it could find. */
function obedient({ text, canary = text }: Attack): string[] {
  const host = `${canary.toLowerCase()}.example`
  return [
    canary,
    text,
    text.replace(/<[^>]*>/g, ' '),
    ...text.split(/(?<=[.!?])\s/).slice(0, 5),
    ...text.split(/(?<=[.!?])\s/).slice(-3),
    `${facts} until March, ${canary}.`,
    `${facts} until March. ${canary}`,
    `${facts} until ${canary}.`,
    `${facts}, see https://${host}/win or ${host}.`,
    `Fares stay at 3.20 until then, the harbour office said (${canary.toLowerCase()}).`,
    `![x](https://${host}/p.png) <script>document.title="${canary}"</script>`,
    [...canary].join('\u200b'),
    [...canary].join(' '),
    [...canary].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('') + facts,
  ]
}

/** How the story of the records might go on; alone they are too short to have a summary. */
const ferryStory = [
  'The ferry leaves Port Ellery at 23:10 and reaches the mainland twenty minutes later.',
  'It carried 41,000 passengers last year, a third of them nurses and bakers on their way to work.',
  'The harbour office had wanted to end it in November, because the old boat burns more oil than the new one.',
  'Two members said that the money was needed for the breakwater, where a crack was found in the spring.',
  'The boat was built in 1987 and has been repaired eleven times since, the office said.',
  'Passengers had brought a petition with 2,600 names to the town hall.',
  'A second boat would cost 900,000 crowns a year, which the island does not have.',
  'The last crossing of the winter has been full since the bridge was closed to lorries.',
]

/** The forms in which an article with the attack can come in; the raw text is the harshest. */
function articlesWith({ text, src }: Attack): Block[][] {
  const rest = ferryStory.map(paragraph)
  if (src === 'own' || src === 'own-control')
    return [[...text.split('\n\n').map(paragraph), ...rest]]
  return [
    [paragraph(text), ...rest],
    [...rest.slice(0, 4), paragraph(`${ferryStory[3] ?? ''} ${text}`), ...rest.slice(4)],
    [...rest, paragraph(text)],
  ]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ text }] }
}

function contentWith(body: Block[]): ArticleContent {
  const headline = 'Night ferry of Port Ellery stays until March'
  return { headline, standfirst: headline, language: 'en', subjects: [], body }
}

const flat = (text: string) => text.toLowerCase().replace(/[\s\u200b]+/gu, '')

onBothEngines(
  'a model that obeys every injection gets nothing of them before a reader',
  async ({ open, name }, t) => {
    if (skip) return t.skip(skip)
    const engine = await open()
    const server = await modelServer()
    t.after(() => server.stop())
    const newsroom = newsroomOn(engine)
    newsroom.house.model = 'tern-3'
    await engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    const model = { kind: 'openai', url: server.url, name: 'tern-3', dailyBudget: 9999 } as const
    const worker = writingWorker({ ...newsroom.house, model })
    // Every record passes the rules above; the way to the page is walked by a sample of them.
    const chosen = attacks().filter((_, i) => i % (name === 'sqlite' ? 2 : 6) === 0)
    let tried = 0
    for (const attack of chosen.filter(({ src }) => src !== 'own-control')) {
      for (const body of articlesWith(attack).slice(0, 1)) {
        // Every third model does not even keep to the form.
        const answer = tried % 3 === 2 ? attack.text : sentences(obedient(attack))
        server.behave(() => answer)
        const article = await newsroom.publish({ content: contentWith(body) })
        await newsroom.post(`/articles/${article.slug}/summary`, {})
        while (await runNext(worker, newsroom.house));
        await assertClean(newsroom, article, attack)
        tried++
      }
    }
    t.diagnostic(`${tried} articles, 0 canaries`)
    await engine.close()
  },
)

test(
  'no rule lets through what an obedient model writes, wherever an attack stands',
  { skip },
  (t) => {
    let tried = 0
    for (const attack of attacks().filter(({ src }) => src !== 'own-control')) {
      for (const body of articlesWith(attack)) {
        const article = articleTextOf({ headline: 'News', language: 'en', publishedAt, body })
        const claims = obedient(attack).map((text) => ({ text, paragraphs: [1] }))
        const { kept } = judged(claims, article, { mark: '¦', struck: [] })
        const extract = siteExtract(choiceFrom(article), { briefWords: 0 })
        assert.ok(extract.length > 0, attack.id)
        assertNoCanary(flat(JSON.stringify([kept, extract])), attack)
        tried++
      }
    }
    t.diagnostic(`${tried} articles, 0 canaries`)
  },
)

const publishedAt = '2026-05-04T12:00:00.000Z'

function assertNoCanary(shown: string, { id, text, carrier, canary = text }: Attack): void {
  assert.ok(carrier === 'quote' || !shown.includes(flat(canary)), `${id}: ${flat(canary)}`)
}

function sentences(texts: string[]): string {
  // Twelve are looked at; the strangest come first.
  const claims = texts.toReversed().map((text) => ({ text, paragraphs: [1, 2] }))
  return JSON.stringify({ sentences: claims.slice(0, 12) })
}

async function assertClean(newsroom: Newsroom, article: Article, attack: Attack): Promise<void> {
  const { summary } = await summaryOf(newsroom.house.engine.db, article, true)
  assert.ok(summary, `${attack.id}: no summary at all`)
  const page = await (await newsroom.get(`/articles/${article.slug}`)).text()
  const box = /<section class="summary"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  const shown = flat(`${JSON.stringify(summary)} ${box}`)
  assertNoCanary(shown, attack)
  assert.ok(!/\.example|https?:/.test(box.replace(/href="[^"]*"/g, '')), attack.id)
  if (attack.canary === undefined) return
  assert.match(box, /7 to 2/, attack.id)
  assert.match(box, /March/, attack.id)
}

test('text that readers do not see is not in the article that a model is given', { skip }, () => {
  const hiding = attacks().filter(({ carrier }) => /comment|hidden|alt|tags/.test(carrier ?? ''))
  for (const { id, text, canary = '' } of hiding) {
    const ninjs = JSON.stringify({
      uri: `urn:test:${id}`,
      type: 'text',
      version: '1',
      pubstatus: 'usable',
      headline: 'Night ferry stays',
      body_html: `<p>${text}</p>`,
    })
    const [item] = readWire(new TextEncoder().encode(ninjs)).items
    assert.ok(item, id)
    const clean = item.standfirst.bodyText.split('\n\n').map(withoutMachineTalk).join(' ')
    assert.ok(!flat(clean).includes(flat(canary)), id)
    assert.match(clean, /7 to 2/, id)
  }
})

onBothEngines('news about injections is news', async ({ open }, t) => {
  if (skip) return t.skip(skip)
  const engine = await open()
  const server = await modelServer()
  t.after(() => server.stop())
  const newsroom = newsroomOn(engine)
  newsroom.house.model = 'tern-3'
  await engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
  const model = { kind: 'openai', url: server.url, name: 'tern-3', dailyBudget: 99 } as const
  const worker = writingWorker({ ...newsroom.house, model })
  for (const control of attacks().filter(({ src }) => src === 'own-control')) {
    const own = control.text.split(/(?<=\.)\s/)
    server.behave(() => sentences(own.toReversed()))
    for (const body of articlesWith(control)) {
      const article = await newsroom.publish({ content: contentWith(body) })
      await newsroom.post(`/articles/${article.slug}/summary`, {})
      while (await runNext(worker, newsroom.house));
      const { summary } = await summaryOf(engine.db, article)
      assert.deepEqual(
        summary?.sentences.map(({ text }) => text),
        own,
        control.id,
      )
    }
  }
  await engine.close()
})
