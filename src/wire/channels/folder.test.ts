import assert from 'node:assert/strict'
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { test } from 'node:test'
import { onBothEngines, sqlitePlace } from '../../../test/database/engines.ts'
import { eventually, newsroomOn } from '../../../test/site/newsroom.ts'
import { association, jpeg, pictured, workPictures } from '../../../test/site/picture-world.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import type { Engine } from '../../database/database.ts'
import { intakeOf } from '../../intake-tools.ts'
import type { IntakeTools } from '../intake.ts'
import { watchFolder } from './folder.ts'

interface Watched {
  path: (name: string) => string
  /** The names that lie there now. */
  names: (where?: string) => string[]
  stop: () => Promise<void>
}

function watched(t: TestContext, engine: Engine, change: Partial<IntakeTools> = {}): Watched {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-folder-'))
  const { house } = newsroomOn(engine)
  const intake = { ...intakeOf(house), ...change }
  const running = watchFolder('meridian', folder, { intake, log: house.log, look: 50, settle: 50 })
  const stop = async (): Promise<void> => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  // A test that fails must not leave a watcher behind.
  t.after(stop)
  return {
    path: (name) => join(folder, name),
    names: (where = '') =>
      existsSync(join(folder, where)) ? readdirSync(join(folder, where)) : [],
    stop,
  }
}

async function guids(engine: Engine): Promise<string[]> {
  return (await engine.db.selectFrom('items').select('guid').orderBy('guid').execute()).map(
    ({ guid }) => guid,
  )
}

onBothEngines('files are taken or refused, and lie apart with the reason', async ({ open }, t) => {
  const engine = await open()
  const { path, names, stop } = watched(t, engine)
  writeFileSync(path('good.xml'), wireFile({ guid: 'urn:x:good' }))
  writeFileSync(path('bad.xml'), wireFile().slice(0, 500))
  writeFileSync(path('huge.xml'), 'x')
  truncateSync(path('huge.xml'), 30 * 1024 * 1024)
  await eventually(() => Promise.resolve(names('refused').length === 4 && names('taken').length))
  assert.deepEqual(names('taken'), ['good.xml'])
  assert.match(readFileSync(path('refused/bad.xml.reason.txt'), 'utf8'), /XML/)
  assert.match(readFileSync(path('refused/huge.xml.reason.txt'), 'utf8'), /30 MB/)
  writeFileSync(path('good.xml'), wireFile({ guid: 'urn:x:good', version: 2 }))
  await eventually(() => Promise.resolve(names('taken').length === 2))
  assert.deepEqual(names('taken').sort(), ['good-2.xml', 'good.xml'])
  assert.deepEqual(await guids(engine), ['urn:x:good'])
  await stop()
  await engine.close()
})

onBothEngines(
  'a file that is still being written is left alone until it is whole',
  async ({ open }, t) => {
    const engine = await open()
    const { path, names, stop } = watched(t, engine)
    const text = wireFile({ guid: 'urn:x:slow' })
    const file = openSync(path('slow.xml'), 'w')
    for (let at = 0; at < text.length; at += 300) {
      writeSync(file, text.slice(at, at + 300))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    closeSync(file)
    writeFileSync(path('.hidden.xml'), text)
    writeFileSync(
      path('upload.xml.part'),
      wireFile({ guid: 'urn:x:renamed', headline: 'Another story' }),
    )
    await eventually(() => Promise.resolve(names('taken').includes('slow.xml')))
    assert.deepEqual(names('refused'), [])
    renameSync(path('upload.xml.part'), path('upload.xml'))
    await eventually(() => Promise.resolve(names('taken').includes('upload.xml')))
    assert.deepEqual(await guids(engine), ['urn:x:renamed', 'urn:x:slow'])
    assert.ok(names().includes('.hidden.xml'))
    await stop()
    await engine.close()
  },
)

onBothEngines('a crash between storing and moving does no harm', async ({ open }, t) => {
  const engine = await open()
  let crash = true
  const { house } = newsroomOn(engine)
  const tools = intakeOf(house)
  const { path, names, stop } = watched(t, engine, {
    // The bytes are stored by then, and nothing has moved.
    read: (bytes, about) => {
      if (crash) throw new Error('the process ends here')
      return tools.read(bytes, about)
    },
  })
  writeFileSync(path('one.xml'), wireFile({ guid: 'urn:x:one' }))
  await eventually(async () => (await engine.db.selectFrom('deliveries').select('id').execute())[0])
  assert.deepEqual([names('taken'), names().includes('one.xml')], [[], true])
  crash = false
  await eventually(() => Promise.resolve(names('taken').length === 1))
  assert.deepEqual(await guids(engine), ['urn:x:one'])
  await stop()
  await engine.close()
})

test('links are not followed, and what is deleted meanwhile is forgotten', async (t) => {
  const place = await sqlitePlace()
  const engine = await place.open()
  const { path, names, stop } = watched(t, engine)
  writeFileSync(path('going.xml'), wireFile({ guid: 'urn:x:going' }))
  unlinkSync(path('going.xml'))
  symlinkSync('/etc/hostname', path('link.xml'))
  writeFileSync(path('empty.xml'), '')
  writeFileSync(path('last.xml'), wireFile({ guid: 'urn:x:last' }))
  await eventually(() => Promise.resolve(names('taken').length === 1))
  assert.deepEqual(names('refused'), [])
  appendFileSync(path('empty.xml'), wireFile({ guid: 'urn:x:late', headline: 'Another story' }))
  await eventually(() => Promise.resolve(names('taken').length === 2))
  assert.deepEqual(await guids(engine), ['urn:x:last', 'urn:x:late'])
  await stop()
  await engine.close()
  await place.drop()
})

test('a thousand files at once are all taken, each once', async (t) => {
  const place = await sqlitePlace()
  const engine = await place.open()
  const { path, names, stop } = watched(t, engine, { onRevision: () => Promise.resolve() })
  const begun = performance.now()
  for (let i = 0; i < 1000; i++) {
    const file = { guid: `urn:x:${i}`, headline: `Story ${i}`, body: [`The text of story ${i}.`] }
    writeFileSync(path(`${i}.xml`), wireFile(file))
  }
  await eventually(() => Promise.resolve(names('taken').length === 1000), 60_000)
  t.diagnostic(`taken within ${Math.round(performance.now() - begun)} ms`)
  assert.equal((await guids(engine)).length, 1000)
  assert.deepEqual(names('refused'), [])
  await stop()
  await engine.close()
  await place.drop()
})

onBothEngines(
  'a picture waits beside for its story, whichever comes first',
  async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const { path, names } = watched(t, engine)
    const shown = async () => {
      await workPictures(newsroom)
      newsroom.house.pages.forgetAll()
      return (await (await newsroom.get('/articles/the-island-ferry-runs-again')).text()).includes(
        '<picture>',
      )
    }
    writeFileSync(path('story.json'), pictured([association('the%20ferry.jpg')]))
    await eventually(async () => (await guids(engine)).length === 1)
    assert.equal(await shown(), false)
    writeFileSync(path('the ferry.jpg'), await jpeg(800, 500))
    await eventually(async () => names('pictures').includes('the ferry.jpg'))
    await eventually(shown)
    assert.deepEqual(names('refused'), [])
    await engine.close()
  },
)
