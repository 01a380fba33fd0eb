import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { searchable, searchArticles } from './search.ts'

const page = { limit: 10, offset: 0 }

onBothEngines(
  'a story is found by its words, whatever their case and accents',
  async ({ open }) => {
    const engine = await open()
    const { publish, clock } = newsroomOn(engine)
    const { slug } = await publish()
    const find = async (question: string) =>
      (await searchArticles(engine, question, clock.now, page)).map((article) => article.slug)
    for (const question of [
      'quay',
      'QUAY granite',
      'Maren Østby granite'.replace('Ø', 'O'),
      'fisher',
      'linnet’s'.slice(0, 6),
      'ballast  main',
    ]) {
      assert.deepEqual(await find(question), [slug], question)
    }
    for (const question of ['', '   ', '!!', 'zeppelin', 'quay zeppelin', 'uay'])
      assert.deepEqual(await find(question), [], question)
    await engine.close()
  },
)

onBothEngines(
  'what means something to a database means nothing in a question',
  async ({ open }) => {
    const engine = await open()
    const { publish, get } = newsroomOn(engine)
    await publish()
    for (const question of [
      `" OR 1=1 --`,
      `quay') --`,
      'quay*',
      'NEAR(quay wall)',
      'headline: quay',
      ':* & | !',
      '\\',
      "''",
      '\u0000',
      'x'.repeat(5000),
    ]) {
      const answer = await get(`/search?q=${encodeURIComponent(question)}`)
      assert.equal(answer.status, 200, question)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
    await engine.close()
  },
)

onBothEngines(
  'search finds nothing that the gate keeps closed, and finds it when it opens',
  async ({ open }) => {
    const engine = await open()
    const { ingest, clock } = newsroomOn(engine)
    const find = async () =>
      (await searchArticles(engine, 'lighthouse skerry', clock.now, page)).length
    await ingest(wireFile({ meta: '<embargoed>2026-05-05T12:00:00Z</embargoed>' }))
    assert.equal(await find(), 0)
    await ingest(wireFile({ version: 2 }))
    assert.equal(await find(), 1)
    await ingest(wireFile({ version: 3, status: 'withheld' }))
    assert.equal(await find(), 0)
    await ingest(
      wireFile({ version: 4, headline: 'Lamp of the lighthouse on Skerry Point goes dark' }),
    )
    assert.equal(await find(), 1)
    await ingest(wireFile({ version: 5, status: 'canceled', body: [] }))
    assert.equal(await find(), 0)
    const left = await engine.db.selectFrom('search_texts').select('article_id').execute()
    assert.deepEqual(left, [], 'and keeps none of its words')
    await engine.close()
  },
)

onBothEngines('a word is one word on both engines', () => {
  assert.equal(searchable('L’Été—à 12,5 % ¡Olé!'), 'lete a 12 5 ole')
  return Promise.resolve()
})
