import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { postgresPlace } from '../../../test/database/engines.ts'
import { inPassing, readSetting } from '../database.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

test(
  'a connection that ends between two statements fails its transaction alone',
  { skip },
  async () => {
    const place = await postgresPlace()
    const engine = await place.open()
    const work = engine.write(async (tx) => {
      await inPassing(tx, tx.insertInto('settings').values({ name: 'a', value: '1' }))
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}::int, 5000)`.execute(engine.db)
      await new Promise((resolve) => setTimeout(resolve, 50))
      await readSetting(tx, 'a')
    })
    const failed = await work.catch((error: unknown) => error)
    assert.equal(engine.outage(failed), 'away')
    await engine.write((tx) =>
      tx.insertInto('settings').values({ name: 'b', value: '2' }).execute(),
    )
    const settings = [await readSetting(engine.db, 'a'), await readSetting(engine.db, 'b')]
    assert.deepEqual(settings, [undefined, '2'])
    await engine.close()
    await place.drop()
  },
)

test('a statement that comes after the end of its transaction is refused', { skip }, async () => {
  const place = await postgresPlace()
  const engine = await place.open()
  const late = await engine.write((tx) => Promise.resolve(tx))
  await assert.rejects(readSetting(late, 'a'), /transaction is over/)
  await engine.close()
  await place.drop()
})
