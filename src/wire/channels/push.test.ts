import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { knownSource } from '../../../test/site/sources.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { newToken, sourceNamed } from '../sources/sources.ts'

async function push(
  { app }: Newsroom,
  source: string,
  body: string | ReadableStream,
  headers: Record<string, string>,
): Promise<{ status: number; type: string; text: string }> {
  const response = await app.request(`/api/v1/wire/${source}`, {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  return { status: response.status, type, text: await response.text() }
}

onBothEngines(
  'rule 1: a push answers as ingest prints, and a retry has no effect',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await knownSource(engine, 'meridian', { channel: { kind: 'push' } })
    const token = await newToken(engine, 'meridian')
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/xml' }
    const first = await push(newsroom, 'meridian', wireFile(), headers)
    assert.deepEqual([first.status, first.type], [200, 'application/x-ndjson'])
    assert.deepEqual(JSON.parse(first.text), {
      file: 'push',
      guid: 'urn:newsml:wire.example:20260504:skerry',
      version: '1',
      outcome: 'published',
      article: '/articles/keepers-return-to-light-skerry-point-by-hand',
    })
    const again = await push(newsroom, 'meridian', wireFile(), headers)
    assert.match(again.text, /"outcome":"duplicate"/)
    const refused = await push(newsroom, 'meridian', '<html/>', headers)
    assert.match(refused.text, /"outcome":"refused"/)
    const heard = (await sourceNamed(engine.db, 'meridian'))?.lastHeardAt
    assert.equal(heard, newsroom.clock.now.toISOString())
    await engine.close()
  },
)

onBothEngines('only the source’s own newest token opens its door', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  for (const name of ['meridian', 'other']) await knownSource(engine, name)
  const none = await push(newsroom, 'meridian', wireFile(), { authorization: 'Bearer ' })
  assert.equal(none.status, 401, 'a source that has no token yet')
  const old = await newToken(engine, 'meridian')
  const token = await newToken(engine, 'meridian')
  const others = await newToken(engine, 'other')
  const statusWith = async (authorization: string, source = 'meridian') =>
    (await push(newsroom, source, wireFile(), { authorization })).status
  assert.equal(await statusWith(`Bearer ${old}`), 401)
  assert.equal(await statusWith(`Bearer ${others}`), 401)
  assert.equal(await statusWith(`Basic ${token}`), 401)
  assert.equal(await statusWith(''), 401)
  assert.equal(await statusWith(`Bearer ${token}`, 'nobody'), 404)
  assert.equal(await statusWith(`Bearer ${token}`, "x'--"), 404)
  assert.equal(await statusWith(`Bearer ${token}`), 200)
  const rows = await engine.db.selectFrom('sources').select('token_hash').execute()
  assert.ok(!JSON.stringify(rows).includes(token ?? ''), 'the token itself is not kept')
  const problem = await push(newsroom, 'meridian', wireFile(), {})
  assert.equal(problem.type, 'application/problem+json')
  await engine.close()
})

onBothEngines('what is too large or no wire copy is refused unread', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await knownSource(engine, 'meridian')
  const authorization = `Bearer ${await newToken(engine, 'meridian')}`
  const statusOf = async (body: string | ReadableStream, headers: Record<string, string>) =>
    (await push(newsroom, 'meridian', body, { authorization, ...headers })).status
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'image/png'])
    assert.equal(await statusOf('x', { 'content-type': type }), 415, type)
  assert.equal(await statusOf('x', { 'content-encoding': 'gzip' }), 415)
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1024 * 1024
      controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  assert.equal(await statusOf(endless, { 'content-type': 'application/xml' }), 413)
  assert.ok(sent < 24 * 1024 * 1024, `${sent} bytes were read`)
  const { count } = await engine.db
    .selectFrom('deliveries')
    .select((s) => s.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 0)
  await engine.close()
})
