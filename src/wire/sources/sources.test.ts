import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { harbourStory, newsroomOn } from '../../../test/site/newsroom.ts'
import { knownSource } from '../../../test/site/sources.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { addSource, newToken, setSource, sourceNamed } from './sources.ts'
import { sourceCommand } from './source.command.ts'

const path = '/articles/keepers-return-to-light-skerry-point-by-hand'

onBothEngines('a source keeps what it was given, and its name is taken once', async ({ open }) => {
  const engine = await open()
  const source = await knownSource(engine, 'meridian', {
    channel: { kind: 'feed', address: 'https://feed.example/', interval: 600 },
    creditline: 'Meridian',
    usualInterval: 3600,
  })
  assert.deepEqual(await sourceNamed(engine.db, 'meridian'), source)
  assert.equal(await addSource(engine, source, new Date()), false)
  await setSource(engine, { ...source, publish: 'through-desk' })
  assert.equal((await sourceNamed(engine.db, 'meridian'))?.publish, 'through-desk')
  await engine.close()
})

onBothEngines('a source that goes through the desk waits for an editor', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  await knownSource(engine, 'meridian', { publish: 'through-desk' })
  const [line] = await ingest(wireFile(), 'meridian')
  assert.deepEqual([line?.outcome, line?.reason], ['held', 'waits for an editor'])
  assert.equal((await get(path)).status, 404)
  const [kill] = await ingest(wireFile({ version: 2, status: 'canceled', body: [] }), 'meridian')
  assert.equal(kill?.outcome, 'canceled')
  await engine.close()
})

onBothEngines(
  'readers do not lose a story whose source goes through the desk from now on',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    const source = await knownSource(engine, 'meridian')
    await ingest(wireFile(), 'meridian')
    await setSource(engine, { ...source, publish: 'through-desk' })
    const [line] = await ingest(wireFile({ version: 2, headline: 'Other words' }), 'meridian')
    assert.equal(line?.outcome, 'updated')
    assert.equal((await get(path)).status, 200)
    await engine.close()
  },
)

onBothEngines(
  'rule 22: credit, section and language come from the source’s settings',
  async ({ open }) => {
    const engine = await open()
    const { ingest, get } = newsroomOn(engine)
    await knownSource(engine, 'meridian', {
      creditline: 'Meridian, by agreement',
      section: 'news',
      language: 'nb',
    })
    await ingest(wireFile().replace(' xml:lang="en"', ''), 'meridian')
    const json = (await (await get(`${path}.json`)).json()) as Record<string, unknown>
    assert.equal(json['creditline'], 'Meridian, by agreement')
    assert.equal(json['language'], 'nb')
    assert.equal((json['standfirst'] as Record<string, unknown>)['section'], 'news')
    await engine.close()
  },
)

onBothEngines('rule 23: a source that forbids machines gets no summary', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  const page = async (name: string): Promise<string> =>
    /<section class="summary".*?<\/section>/s.exec(
      await (await get(`/articles/port-linnet-rebuilds-${name}`)).text(),
    )?.[0] ?? ''
  for (const summary of ['off', 'extract'] as const) {
    await knownSource(engine, summary, { summary })
    const headline = `Port Linnet rebuilds ${summary}`
    await ingest(wireFile({ guid: `urn:x:${summary}`, headline, body: harbourStory }), summary)
  }
  assert.doesNotMatch(await page('off'), /north quay/)
  assert.match(await page('extract'), /north quay/)
  const contents = await engine.db.selectFrom('articles').select('content').orderBy('id').execute()
  assert.deepEqual(
    contents
      .map(({ content }) => (JSON.parse(content) as { machineUse?: string }).machineUse)
      .toSorted(),
    ['extract', 'refused'],
  )
  await engine.close()
})

onBothEngines('what search engines may list is in the page and the sitemap', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  await knownSource(engine, 'hidden', { searchEngines: 'noindex' })
  await knownSource(engine, 'elsewhere', { searchEngines: 'canonical' })
  await ingest(wireFile({ headline: 'Not for search engines' }), 'hidden')
  const feed = `<rss version="2.0"><channel><title>Meridian</title><item><title>Canonical elsewhere</title>
    <link>https://meridian.example/story</link><description>A story that stands there first.</description></item></channel></rss>`
  await ingest(feed, 'elsewhere')
  const hidden = await (await get('/articles/not-for-search-engines')).text()
  assert.match(hidden, /<meta name="robots" content="noindex">/)
  const elsewhere = await (await get('/articles/canonical-elsewhere')).text()
  assert.match(elsewhere, /<link rel="canonical" href="https:\/\/meridian\.example\/story">/)
  for (const file of ['/sitemap.xml', '/news-sitemap.xml'])
    assert.doesNotMatch(await (await get(file)).text(), /not-for-search|canonical-elsewhere/)
  await engine.close()
})

onBothEngines('the rule of order that a source declares decides', async ({ open }) => {
  const engine = await open()
  const { ingest } = newsroomOn(engine)
  await knownSource(engine, 'by-counter', { ordering: 'counter' })
  await knownSource(engine, 'by-time', { ordering: 'time' })
  const newer = { version: 20260505, versionCreated: '2026-05-04T01:00:00Z' }
  const older = { version: 20260504, versionCreated: '2026-05-04T02:00:00Z', headline: 'Older' }
  const outcomes = async (source: string) => [
    (await ingest(wireFile(newer), source))[0]?.outcome,
    (await ingest(wireFile(older), source))[0]?.outcome,
  ]
  assert.deepEqual(await outcomes('by-counter'), ['published', 'late'])
  assert.deepEqual(await outcomes('by-time'), ['published', 'updated'])
  await engine.close()
})

onBothEngines(
  'where times order a source, revisions that all have one number follow each other',
  async ({ open }) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const engine = await open()
      const { ingest, get } = newsroomOn(engine)
      await knownSource(engine, 'by-time', { ordering: 'time' })
      const revisions = [
        wireFile({ versionCreated: '2026-05-04T01:00:00Z' }),
        wireFile({ versionCreated: '2026-05-04T02:00:00Z', body: ['The lamp was put out again.'] }),
      ]
      for (const one of order) await ingest(revisions[one] ?? '', 'by-time')
      const page = await (
        await get('/articles/keepers-return-to-light-skerry-point-by-hand')
      ).text()
      assert.match(page, /put out again/)
      await engine.close()
    }
  },
)

onBothEngines('a source without settings behaves as before', async ({ open }) => {
  const engine = await open()
  const { ingest } = newsroomOn(engine)
  assert.equal((await ingest(wireFile(), 'nobody'))[0]?.outcome, 'published')
  const { content } = await engine.db
    .selectFrom('articles')
    .select('content')
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(content, /machineUse|searchEngines|canonical/)
  await engine.close()
})

onBothEngines('rule 7: a conflict that is delivered again is noted once', async ({ open }) => {
  const engine = await open()
  const { ingest } = newsroomOn(engine)
  const other = wireFile({ body: ['Quite another text under the same number.'] })
  const outcomes = []
  for (const file of [wireFile(), other, other]) outcomes.push((await ingest(file))[0]?.outcome)
  assert.deepEqual(outcomes, ['published', 'conflict', 'duplicate'])
  await engine.close()
})

onBothEngines('one item that cannot be stored hinders none of the others', async ({ open }) => {
  const engine = await open()
  const { house } = newsroomOn(engine)
  const { takeIn } = await import('../intake.ts')
  const { intakeOf } = await import('../../intake-tools.ts')
  const tools = intakeOf(house)
  const onRevision: typeof tools.onRevision = (_tx, { headline }) =>
    headline.includes('poison') ? Promise.reject(new Error('poison')) : Promise.resolve()
  const items = ['one', 'poison', 'three'].map((word) => ({
    id: word,
    title: `A story of ${word}`,
    content_text: `Invented for this test, under the word ${word}.`,
  }))
  const bytes = new TextEncoder().encode(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items }),
  )
  const delivery = { bytes, source: 'wire', channel: 'test', fileName: 'test' }
  const lines = await takeIn(delivery, { ...tools, onRevision })
  assert.deepEqual(
    lines.map(({ outcome }) => outcome),
    ['published', 'published', 'refused'],
  )
  assert.match(lines[2]?.reason ?? '', /could not be stored: poison/)
  const { count } = await engine.db
    .selectFrom('articles')
    .select((s) => s.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 2)
  await engine.close()
})

onBothEngines('the command makes sources known, changes and lists them', async ({ open }) => {
  const engine = await open()
  const say = async (...args: string[]) => {
    const told = { out: [] as string[], err: [] as string[] }
    const code = await sourceCommand(
      args,
      { engine, now: () => new Date('2026-05-04T12:00:00.000Z') },
      { out: (line) => told.out.push(line), err: (line) => told.err.push(line) },
    )
    return { code, ...told }
  }
  const key = ['--header', 'X-API-Key: secret-key', '--summary', 'model']
  const added = await say('add', 'ap', '--ap', 'https://api.ap.example/feed?q=secret', ...key)
  assert.deepEqual([added.code, added.err], [0, []])
  assert.equal((await say('add', 'ap', '--push')).code, 1)
  assert.equal((await say('set', 'ap', '--every', '60', '--publish', 'through-desk')).code, 0)
  const source = await sourceNamed(engine.db, 'ap')
  assert.deepEqual(source?.channel, {
    kind: 'paged',
    pages: 'ap',
    address: 'https://api.ap.example/feed?q=secret',
    headers: { 'x-api-key': 'secret-key' },
    interval: 60,
  })
  const listed = (await say('list')).out.join('\n')
  assert.match(listed, /"name":"ap".*"publish":"through-desk".*https:\/\/api\.ap\.example\/feed/)
  assert.doesNotMatch(listed, /secret/)
  const [token = ''] = (await say('token', 'ap')).out
  assert.match(token, /^[\w-]{43}$/)
  assert.equal((await say('resume', 'ap')).code, 0)
  for (const wrong of [
    [],
    ['add', 'No Name'],
    ['add', 'x', '--feed', 'ftp://x'],
    ['add', 'x', '--feed', 'https://x.example', '--push'],
    ['add', 'x', '--folder', '/no/such/folder'],
    ['add', 'x', '--publish', 'never'],
    ['add', 'x', '--every', '1', '--feed', 'https://x.example'],
    ['add', 'x', '--colour', 'red'],
    ['add', 'x', '--language', 'not a language'],
    ['set', 'nobody'],
    ['token', 'nobody'],
  ]) {
    const { code, err, out } = await say(...wrong)
    assert.deepEqual([code, out, err.length], [1, [], 1], wrong.join(' '))
  }
  assert.equal(await newToken(engine, 'nobody'), undefined)
  await engine.close()
})
