import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onBothEngines } from '../../../test/database/engines.ts'
import { feedServer, rss } from '../../../test/servers/feed-server.ts'
import { eventually, newsroomOn } from '../../../test/site/newsroom.ts'
import { knownSource } from '../../../test/site/sources.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { setSource } from '../sources/sources.ts'
import { startChannels } from './channels.ts'

onBothEngines('sources that are made known while the site runs deliver', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const feeds = await feedServer(t)
  feeds.answer = (_, response) => response.end(rss('a'))
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-folder-'))
  const channels = startChannels({ ...feeds.tools(newsroom), look: 50, settle: 50 })
  t.after(channels.stop)
  await knownSource(engine, 'feed', {
    channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
  })
  const watched = await knownSource(engine, 'folder', { channel: { kind: 'folder', path: folder } })
  writeFileSync(join(folder, 'one.xml'), wireFile({ guid: 'urn:x:one' }))
  const guids = async () =>
    (await engine.db.selectFrom('items').select('guid').orderBy('guid').execute()).map(
      ({ guid }) => guid,
    )
  await eventually(async () => (await guids()).length === 2, 10_000)
  assert.deepEqual(await guids(), ['a', 'urn:x:one'])
  await eventually(() => Promise.resolve(readdirSync(folder).join() === 'taken'), 10_000)
  // A folder that is no longer a source's is left alone.
  await setSource(engine, { ...watched, channel: { kind: 'push' } })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  writeFileSync(join(folder, 'two.xml'), wireFile({ guid: 'urn:x:two' }))
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.ok(readdirSync(folder).includes('two.xml'))
  await channels.stop()
  rmSync(folder, { recursive: true })
  await engine.close()
})

onBothEngines('a stop does not wait for a feed that never answers', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const feeds = await feedServer(t)
  feeds.answer = () => undefined
  const tools = feeds.tools(newsroom)
  tools.outgoing = { ...tools.outgoing, limits: { connect: 5000, total: 20_000 } }
  await knownSource(engine, 'feed', {
    channel: { kind: 'feed', address: `${feeds.origin}/rss`, interval: 600 },
  })
  const channels = startChannels(tools)
  t.after(channels.stop)
  await eventually(() => Promise.resolve(feeds.asked.length > 0))
  const begun = performance.now()
  await channels.stop()
  assert.ok(performance.now() - begun < 3000)
  const poll = await engine.db.selectFrom('source_polls').select('failures').executeTakeFirst()
  assert.equal(poll?.failures ?? 0, 0, 'a stop is no failure of the feed')
  await engine.close()
})
