import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Database } from './database.ts'
import { together } from './database.ts'

const setting = (tx: Database, name: string, value = '1') =>
  tx.insertInto('settings').values({ name, value }).execute()

onBothEngines('statements asked together run in their order', async ({ open }) => {
  const engine = await open()
  const [, first, , second] = await engine.write((tx) =>
    together([
      setting(tx, 'a', 'before'),
      tx.selectFrom('settings').select('value').executeTakeFirst(),
      tx.updateTable('settings').set({ value: 'after' }).execute(),
      tx.selectFrom('settings').select('value').executeTakeFirst(),
    ]),
  )
  assert.deepEqual([first?.value, second?.value], ['before', 'after'])
  await engine.close()
})

onBothEngines('one that fails takes all of them with it, and nothing else', async ({ open }) => {
  const engine = await open()
  await engine.write((tx) => setting(tx, 'known'))
  const [failed] = await Promise.allSettled([
    engine.write((tx) =>
      together([setting(tx, 'a'), setting(tx, 'known'), setting(tx, 'b'), setting(tx, 'c')]),
    ),
    engine.write((tx) => setting(tx, 'neighbour')),
  ])
  assert.equal(failed.status === 'rejected' && engine.conflict(failed.reason), 'duplicate')
  await engine.write((tx) => setting(tx, 'later'))
  const rows = await engine.db.selectFrom('settings').select('name').orderBy('name').execute()
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['known', 'later', 'neighbour'],
  )
  await engine.close()
})

onBothEngines('columns that another process adds disturb no statement', async ({ open }) => {
  const engine = await open()
  const read = () =>
    engine.db.selectFrom('settings').selectAll().where('name', '=', 'a').executeTakeFirst()
  await engine.write((tx) => setting(tx, 'a'))
  assert.equal((await read())?.value, '1')
  const other = await open()
  await other.write((tx) => sql`alter table settings add column note text`.execute(tx))
  await other.close()
  assert.deepEqual({ ...(await read()) }, { name: 'a', value: '1', note: null })
  const inside = await engine.write((tx) =>
    tx.selectFrom('settings').selectAll().where('name', '=', 'a').executeTakeFirst(),
  )
  assert.deepEqual({ ...inside }, { name: 'a', value: '1', note: null })
  await engine.close()
})
