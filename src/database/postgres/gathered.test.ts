import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { postgresPlace } from '../../../test/database/engines.ts'
import type { Engine } from '../database.ts'
import { keepSetting, readSetting } from '../database.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

const connectionOf = async (engine: Engine) => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(engine.db)
  return rows[0]?.pid ?? 0
}

test('what is asked in one turn takes one connection, also by many', { skip }, async () => {
  const place = await postgresPlace()
  const engine = await place.open()
  const few = await Promise.all(Array.from({ length: 30 }, () => connectionOf(engine)))
  assert.equal(new Set(few).size, 1)
  const many = await Promise.all(Array.from({ length: 70 }, () => connectionOf(engine)))
  assert.equal(new Set(many).size, 3, 'so many that some would wait long take more')
  await engine.close()
  await place.drop()
})

test('a question that fails fails alone', { skip }, async () => {
  const place = await postgresPlace()
  const engine = await place.open()
  await engine.write((tx) => keepSetting(tx, 'a', '1'))
  const failing = () => sql`select 1 / 0 as nothing`.execute(engine.db)
  const asked = await Promise.allSettled([
    readSetting(engine.db, 'a'),
    failing(),
    readSetting(engine.db, 'a'),
    failing(),
    readSetting(engine.db, 'b'),
  ])
  assert.deepEqual(
    asked.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
    ['1', 'error: division by zero', '1', 'error: division by zero', undefined],
  )
  await engine.close()
  await place.drop()
})

test(
  'a connection that ends fails its questions, and the next go by another',
  { skip },
  async () => {
    const place = await postgresPlace()
    const engine = await place.open()
    const ended = await Promise.allSettled([
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(engine.db),
      readSetting(engine.db, 'a'),
    ])
    for (const one of ended)
      assert.equal(one.status === 'rejected' && engine.outage(one.reason), 'away')
    assert.equal(await readSetting(engine.db, 'a'), undefined)
    await engine.close()
    await place.drop()
  },
)

test(
  'a write outside of a transaction stands though a question beside it fails',
  { skip },
  async () => {
    const place = await postgresPlace()
    const engine = await place.open()
    const writing = engine.db.insertInto('settings').values({ name: 'a', value: '1' }).execute()
    const failing = sql`select 1 / 0 as nothing`.execute(engine.db)
    await Promise.allSettled([writing, failing])
    assert.equal(await readSetting(engine.db, 'a'), '1')
    await engine.close()
    await place.drop()
  },
)
