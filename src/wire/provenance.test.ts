import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { signedIn } from '../../test/site/signed-in.ts'
import { wireFile } from '../../test/data/wire-file.ts'

const slug = 'keepers-return-to-light-skerry-point-by-hand'

onBothEngines(
  'rule 22: a story says whose it is, as of when, and who edited it',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await newsroom.ingest(wireFile())
    await newsroom.ingest(wireFile({ version: 2 }))
    const page = async () => (await newsroom.get(`/articles/${slug}`)).text()
    const line = async () =>
      /<p class="provenance">(.*?)<\/p>/.exec(await page())?.[1]?.replace(/<[^>]+>/g, '') ?? ''
    assert.match(
      await line(),
      /^Source: Meridian News Agency, sent .*, version 2\. Not edited here\.$/,
    )
    const json = async () =>
      (await (await newsroom.get(`/articles/${slug}.json`)).json()) as {
        standfirst: { origin: object }
      }
    assert.deepEqual((await json()).standfirst.origin, {
      version: '2',
      versionCreated: '2026-05-04T02:00:00.000Z',
      edited: false,
    })
    const ld = async () =>
      JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await page())?.[1] ?? '{}',
      ) as Record<string, unknown>
    assert.deepEqual((await ld())['isBasedOn'], {
      '@type': 'NewsArticle',
      identifier: 'urn:newsml:wire.example:20260504:skerry',
      version: '2',
      dateCreated: '2026-05-04T02:00:00.000Z',
      dateModified: '2026-05-04T02:00:00.000Z',
      provider: { '@type': 'Organization', name: 'Meridian News Agency' },
    })
    const desk = await signedIn(newsroom)
    const fields = { revision: '1', headline: 'Lit by hand', standfirst: '', section: 'world' }
    const saved = await desk.post(`/desk/articles/${slug}`, { ...fields, body: 'We were there.' })
    assert.equal(saved.status, 303)
    newsroom.house.pages.forgetAll()
    assert.match(await line(), /version 2\. Edited by The Quay Street Courier\.$/)
    assert.deepEqual((await ld())['contributor'], {
      '@type': 'Organization',
      name: 'The Quay Street Courier',
    })
    await engine.close()
  },
)

onBothEngines('rule 22: a story from a feed links to its source', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const entry = (id: string, url: string) => ({
    id,
    url,
    title: `Story ${id}`,
    content_text: 'Text.',
  })
  const items = [entry('a', 'https://news.example/a'), entry('b', 'javascript:alert(1)')]
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Other news', items }
  await newsroom.ingest(JSON.stringify(feed))
  const first = await (await newsroom.get('/articles/story-a')).text()
  assert.match(first, /Source: <a href="https:\/\/news\.example\/a">[^<]+<\/a>/)
  const second = await (await newsroom.get('/articles/story-b')).text()
  assert.doesNotMatch(second, /javascript:/)
  await engine.close()
})

onBothEngines('rule 22: a story of the house says nothing of a source', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { slug: own } = await newsroom.publish()
  const text = await (await newsroom.get(`/articles/${own}`)).text()
  assert.doesNotMatch(text, /provenance|isBasedOn/)
  await engine.close()
})
