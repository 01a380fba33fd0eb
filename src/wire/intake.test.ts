import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { wireFile } from '../../test/data/wire-file.ts'
import { openDueArticles } from '../articles/articles.ts'

const path = '/articles/keepers-return-to-light-skerry-point-by-hand'

onBothEngines(
  'rule 1: the exact bytes of a delivery are kept before they are read',
  async ({ open }) => {
    const engine = await open()
    const { ingest } = newsroomOn(engine)
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10])
    const [line] = await ingest(bytes)
    assert.equal(line?.outcome, 'refused')
    const kept = await engine.db.selectFrom('wire_bytes').select('bytes').executeTakeFirstOrThrow()
    assert.deepEqual([...kept.bytes], [...bytes])
    const delivery = await engine.db
      .selectFrom('deliveries')
      .select('refusal')
      .executeTakeFirstOrThrow()
    assert.equal(delivery.refusal, line?.reason)
    await engine.close()
  },
)

onBothEngines('rule 1: the same delivery twice has one effect', async ({ open }) => {
  const engine = await open()
  const { ingest } = newsroomOn(engine)
  const outcomes = [await ingest(wireFile()), await ingest(wireFile())].map(
    ([line]) => line?.outcome,
  )
  assert.deepEqual(outcomes, ['published', 'duplicate'])
  const { count } = await engine.db
    .selectFrom('articles')
    .select((s) => s.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 1)
  await engine.close()
})

onBothEngines(
  'rule 7: the same version with other words is a conflict, and the first stays',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    await ingest(wireFile())
    const [line] = await ingest(
      wireFile({ body: ['Quite another text under the same number, which nobody announced.'] }),
    )
    assert.equal(line?.outcome, 'conflict')
    const page = await (await get(path)).text()
    assert.match(page, /lit by hand for a week/)
    assert.doesNotMatch(page, /Quite another text/)
    await engine.close()
  },
)

onBothEngines(
  'NITF without a number of its version is updated and killed by its time of issue',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    const nitf = (time: string, text: string, status = 'usable'): string =>
      `<nitf><head><docdata management-status="${status}"><doc-id id-string="K1" regsrc="Moor"/><date.issue norm="20260504T${time}00Z"/></docdata></head><body><body.head><hedline><hl1>Lamp stays lit</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`
    const files = [nitf('0100', 'It is lit.'), nitf('0200', 'It is bright.'), nitf('0300', '', 'canceled')] // prettier-ignore
    const outcomes = []
    for (const file of files) outcomes.push((await ingest(file))[0]?.outcome)
    assert.deepEqual(outcomes, ['published', 'updated', 'canceled'])
    assert.equal((await get('/articles/lamp-stays-lit')).status, 410)
    await engine.close()
  },
)

for (const order of ['after', 'before'] as const) {
  onBothEngines(
    `a kill under the number of its story takes it down, also where it comes ${order} it`,
    async ({ open }) => {
      const engine = await open()
      const { ingest, get } = newsroomOn(engine)
      const kill = wireFile({
        status: 'canceled',
        body: [],
        versionCreated: '2026-05-04T00:30:00Z',
      })
      const both = order === 'after' ? [wireFile(), kill] : [kill, wireFile()]
      const outcomes = []
      for (const one of both) outcomes.push((await ingest(one))[0]?.outcome)
      const expected = order === 'after' ? ['published', 'canceled'] : ['canceled', 'conflict']
      assert.deepEqual(outcomes, expected)
      assert.equal((await get(path)).status, order === 'after' ? 410 : 404)
      assert.equal((await ingest(kill))[0]?.outcome, 'duplicate')
      await engine.close()
    },
  )
}

onBothEngines(
  'rule 17: a kill that comes before its story keeps the story closed',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    await ingest(wireFile({ version: 2, status: 'canceled', body: [] }))
    const [line] = await ingest(wireFile({ version: 1 }))
    assert.equal(line?.outcome, 'late')
    assert.equal((await get(path)).status, 404)
    await engine.close()
  },
)

onBothEngines(
  'a kill without text takes the story down and leaves nothing of it',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    await ingest(wireFile())
    const [line] = await ingest(wireFile({ version: 2, status: 'canceled', body: [] }))
    assert.equal(line?.outcome, 'canceled')
    const page = await get(path)
    assert.equal(page.status, 410)
    assert.doesNotMatch(await page.text(), /lighthouse|Skerry/)
    await engine.close()
  },
)

onBothEngines('an embargo opens at its instant, once, and everywhere', async ({ open }) => {
  const engine = await open()
  const { ingest, get, clock, house } = newsroomOn(engine)
  const meta = '<embargoed>2026-05-04T15:00:00+02:00</embargoed>'
  const [line] = await ingest(wireFile({ meta }))
  assert.equal(line?.outcome, 'embargoed')
  assert.equal((await get(path)).status, 404)
  clock.now = new Date('2026-05-04T12:59:59.999Z')
  assert.equal(await openDueArticles(engine, clock.now), 0)
  clock.now = new Date('2026-05-04T13:00:00.000Z')
  const opened = await Promise.all([
    openDueArticles(engine, clock.now),
    openDueArticles(engine, clock.now),
  ])
  assert.equal(opened[0] + opened[1], 1)
  house.pages.forgetAll()
  assert.equal((await get(path)).status, 200)
  assert.match(await (await get('/feeds/all.atom')).text(), /Skerry Point by hand/)
  await engine.close()
})

onBothEngines(
  'rule 13: an embargo without a zone holds until a person decides',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    const [line] = await ingest(wireFile({ meta: '<embargoed>2020-01-01T00:00:00</embargoed>' }))
    assert.equal(line?.outcome, 'held')
    assert.equal((await get(path)).status, 404)
    await engine.close()
  },
)

onBothEngines('a headline that changes keeps its address', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  await ingest(wireFile())
  await ingest(wireFile({ version: 2, headline: 'Lamp of Skerry Point goes dark for good' }))
  const page = await get(path)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /goes dark for good/)
  await engine.close()
})

onBothEngines('two stories under one headline get two addresses', async ({ open }) => {
  const engine = await open()
  const { ingest } = newsroomOn(engine)
  const lines = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      ingest(
        wireFile({
          guid: `urn:newsml:wire.example:${name}`,
          body: [`A story of its own, number ${name}.`],
        }),
      ),
    ),
  )
  assert.equal(new Set(lines.map(([line]) => line?.article)).size, 3)
  await engine.close()
})
