import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventually } from '../../../test/site/newsroom.ts'
import { modelServer } from '../../../test/servers/model-server.ts'
import { freePort } from '../../../test/database/postgres-server.ts'
import { configFrom } from '../../config.ts'
import { serve } from '../../serve.ts'
import { keepPolicy } from '../policy/policy.ts'

test('a running site has a summary written, and stops while a model keeps it waiting', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-model-'))
  const server = await modelServer()
  t.after(() => server.stop())
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const config = configFrom({
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    STANDFIRST_DATA: folder,
    STANDFIRST_LOG: 'quiet',
    STANDFIRST_MODEL_NAME: 'tern-3',
    STANDFIRST_MODEL_URL: server.url,
  })
  const site = await serve(config, { empty: false }, () => undefined)
  try {
    await site.house.engine.write((tx) => keepPolicy(tx, { model: 'at-once' }))
    const ask = (slug: string) =>
      fetch(`${site.origin}/articles/${slug}/summary`, { method: 'POST', redirect: 'manual' })
    const path = `${site.origin}/articles/quay-nine-alarm-was-switched-off`
    assert.match(await (await fetch(path)).text(), /Sentences chosen from the article by machine/)
    await ask('quay-nine-alarm-was-switched-off')
    await eventually(async () => (await (await fetch(path)).text()).includes('Written by machine'))
    const cookie = { headers: { cookie: '__Host-summaries=hidden' } }
    const hidden = await fetch(path, cookie)
    assert.equal(new URL(hidden.url).search, '?summary=hidden')
    assert.ok(!(await hidden.text()).includes('Written by machine'))
    server.behave(() => new Promise(() => undefined))
    await ask('kessaly-rail-tunnel-opens')
    await eventually(() => Promise.resolve(server.requests.length === 2))
  } finally {
    const begun = Date.now()
    await site.stop()
    assert.ok(Date.now() - begun < 5000)
  }
})
