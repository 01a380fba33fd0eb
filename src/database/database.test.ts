import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { onBothEngines } from '../../test/database/engines.ts'
import { newId, noteChange, openDatabase, settingOf } from './database.ts'

const now = new Date('2026-05-04T12:00:00.000Z')

onBothEngines('concurrent writers each get their own answer', async ({ open }) => {
  const engine = await open()
  const names = Array.from({ length: 200 }, (_, i) => `setting-${i}`)
  const answers = await Promise.all(
    names.map((name) =>
      engine.write(async (tx) => {
        await tx.insertInto('settings').values({ name, value: name }).execute()
        return name
      }),
    ),
  )
  assert.deepEqual(answers, names)
  const { count } = await engine.db
    .selectFrom('settings')
    .select((s) => s.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 200)
  await engine.close()
})

onBothEngines('a writer that fails is undone alone, and is told so', async ({ open }) => {
  const engine = await open()
  const write = (name: string, fail: boolean) =>
    engine.write(async (tx) => {
      await tx.insertInto('settings').values({ name, value: '1' }).execute()
      if (fail) throw new Error(`no ${name}`)
    })
  const settled = await Promise.allSettled([write('a', false), write('b', true), write('c', false)])
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  const rows = await engine.db.selectFrom('settings').select('name').orderBy('name').execute()
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['a', 'c'],
  )
  await engine.close()
})

onBothEngines(
  'a duplicate and a missing parent are told apart from surprises',
  async ({ open }) => {
    const engine = await open()
    const once = () =>
      engine.write((tx) => tx.insertInto('settings').values({ name: 'a', value: '1' }).execute())
    await once()
    const failure = async (work: () => Promise<unknown>) =>
      work().then(
        () => undefined,
        (error: unknown) => error,
      )
    assert.equal(engine.conflict(await failure(once)), 'duplicate')
    const orphan = () =>
      engine.write((tx) =>
        tx
          .insertInto('slugs')
          .values({ slug: 'x', article_id: newId(now), created_at: 'now' })
          .execute(),
      )
    assert.equal(engine.conflict(await failure(orphan)), 'missing-parent')
    assert.equal(
      engine.conflict(await failure(() => sql`select * from nowhere`.execute(engine.db))),
      undefined,
    )
    await engine.close()
  },
)

onBothEngines('a setting is made once, whoever asks first', async ({ open }) => {
  const engine = await open()
  let made = 0
  const initial = () => `value-${++made}`
  const values = await Promise.all(
    Array.from({ length: 20 }, () => settingOf(engine, 'secret', initial)),
  )
  assert.equal(new Set(values).size, 1)
  await engine.close()
})

onBothEngines('a follower sees every change of another process once', async ({ open }) => {
  const [here, there] = [await open(), await open()]
  const changes = await here.watch.follow()
  assert.deepEqual(await changes(), [])
  await Promise.all(
    ['a', 'b', 'c'].map((topic) => there.write((tx) => noteChange(tx, [topic], now))),
  )
  assert.deepEqual((await changes()).sort(), ['a', 'b', 'c'])
  assert.deepEqual(await changes(), [])
  await there.write((tx) => noteChange(tx, ['d'], now))
  assert.deepEqual(await changes(), ['d'])
  await here.close()
  await there.close()
})

onBothEngines('five nodes that start together migrate once', async ({ open }) => {
  const engines = await Promise.all(Array.from({ length: 5 }, open))
  const rows = await engines[0]!.db.selectFrom('migrations').select('name').execute()
  assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length)
  await Promise.all(engines.map((engine) => engine.close()))
})

onBothEngines('a database of a newer version is refused and left alone', async ({ open }) => {
  const engine = await open()
  const newer = { name: '9999-from-the-future', checksum: 'x', applied_at: 'now' }
  await engine.write((tx) => tx.insertInto('migrations').values(newer).execute())
  await engine.close()
  await assert.rejects(open, /written by a newer Standfirst \(it has 9999-from-the-future\)/)
})

test('a data folder that cannot be written, or is none, is named in one sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-test-'))
  const file = join(folder, 'file')
  writeFileSync(file, 'not a folder')
  await assert.rejects(openDatabase({ folder: file }), /data folder is not a folder/)
  await assert.rejects(
    openDatabase({ folder: '/proc/standfirst' }),
    /data folder cannot be written/,
  )
  writeFileSync(
    join(folder, 'standfirst.sqlite'),
    'this is no database, but it is long enough to be looked at '.repeat(20),
  )
  await assert.rejects(openDatabase({ folder }), /is damaged .* Restore a backup/)
  rmSync(folder, { recursive: true })
})

test('ids sort by time', () => {
  const earlier = newId(new Date('2026-01-01'))
  const later = newId(new Date('2026-01-02'))
  assert.ok(earlier < later)
  assert.equal(earlier.length, 26)
})
