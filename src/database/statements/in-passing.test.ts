import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Database, Engine } from '../database.ts'
import { announced, answeredByTheEnd, inPassing, readSetting } from '../database.ts'

const insert = (tx: Database, name: string, value = '1') =>
  tx.insertInto('settings').values({ name, value })

async function namesIn({ db }: Engine): Promise<string[]> {
  const rows = await db.selectFrom('settings').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

onBothEngines('what is asked after a statement in passing sees what it did', async ({ open }) => {
  const engine = await open()
  const seen = await engine.write(async (tx) => {
    await inPassing(tx, insert(tx, 'a', 'first'))
    const before = await readSetting(tx, 'a')
    await inPassing(tx, tx.updateTable('settings').set({ value: 'second' }))
    return [before, await readSetting(tx, 'a')]
  })
  assert.deepEqual(seen, ['first', 'second'])
  await engine.close()
})

onBothEngines('hundreds of statements in passing run in their order', async ({ open }) => {
  const engine = announced(await open(), () => undefined)
  await engine.write(async (tx) => {
    for (let i = 1; i <= 300; i++) {
      const name = String(i)
      await inPassing(
        tx,
        i % 2 === 0
          ? insert(tx, name, String(i - 1))
          : sql`insert into settings (name, value) values (${name}, ${String(i - 1)})`.compile(tx),
      )
      // Each needs the one before, and takes its place.
      await inPassing(tx, tx.deleteFrom('settings').where('name', '=', String(i - 1)))
      if (i % 7 !== 0) continue
      const rows = await tx.selectFrom('settings').select('name').execute()
      assert.deepEqual(
        rows.map((row) => row.name),
        [name],
      )
    }
  })
  assert.deepEqual(await namesIn(engine), ['300'])
  await engine.close()
})

onBothEngines(
  'a statement that fails in passing fails its transaction, and gives its own reason',
  async ({ open }) => {
    const engine = await open()
    await engine.write((tx) => insert(tx, 'known').execute())
    const [failed] = await Promise.allSettled([
      engine.write(async (tx) => {
        await inPassing(tx, insert(tx, 'a'))
        await inPassing(tx, insert(tx, 'known'))
        await inPassing(tx, insert(tx, 'b'))
        // On PostgreSQL this fails as well, because of the one before.
        return readSetting(tx, 'a')
      }),
      engine.write((tx) => inPassing(tx, insert(tx, 'neighbour'))),
    ])
    assert.equal(failed.status === 'rejected' && engine.conflict(failed.reason), 'duplicate')
    assert.deepEqual(await namesIn(engine), ['known', 'neighbour'])
    await engine.close()
  },
)

onBothEngines('nothing stays of work that fails with a statement under way', async ({ open }) => {
  const engine = await open()
  const work = engine.write(async (tx) => {
    await inPassing(tx, insert(tx, 'a'))
    throw new Error('changed its mind')
  })
  await assert.rejects(work, /changed its mind/)
  await engine.write((tx) => inPassing(tx, insert(tx, 'b')))
  assert.deepEqual(await namesIn(engine), ['b'])
  await engine.close()
})

onBothEngines('a lock holds though nobody waits for its answer', async ({ open }) => {
  const engine = await open()
  await engine.write((tx) => insert(tx, 'count', '0').execute())
  const one = () =>
    engine.write(async (tx) => {
      await engine.lock(tx, 'count')
      const value = String(Number(await readSetting(tx, 'count')) + 1)
      await inPassing(tx, tx.updateTable('settings').set({ value }))
    })
  await Promise.all(Array.from({ length: 60 }, one))
  assert.equal(await readSetting(engine.db, 'count'), '60')
  await engine.close()
})

onBothEngines('outside of a transaction nothing happens in passing', async ({ open }) => {
  const engine = await open()
  await engine.write((tx) => insert(tx, 'a').execute())
  await assert.rejects(inPassing(engine.db, insert(engine.db, 'a')))
  await engine.close()
})

onBothEngines('what a transaction has no use for is answered when it is over', async ({ open }) => {
  const engine = announced(await open(), () => undefined)
  const found = await engine.write(async (tx) => {
    await inPassing(tx, insert(tx, 'a', 'first'))
    const found = await answeredByTheEnd(tx, readSetting(tx, 'a'))
    await inPassing(tx, tx.updateTable('settings').set({ value: 'second' }))
    return found
  })
  assert.equal(found(), 'first')
  const failing = engine.write((tx) => answeredByTheEnd(tx, sql`select * from nowhere`.execute(tx)))
  await assert.rejects(failing, /nowhere/)
  await engine.close()
})
