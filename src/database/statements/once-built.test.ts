import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { inPassing, onceBuilt, rowOf, rowsOf } from '../database.ts'

let built = 0

const insertion = onceBuilt((db, row: { name: string; value: string }) => {
  built++
  return db.insertInto('settings').values(row)
})
const among = onceBuilt(
  (db, { first, least, most }: { first: string; least: string; most: number }) =>
    db
      .selectFrom('settings')
      .select(['name', 'value'])
      .where('name', '!=', 'left out')
      .where('name', '>=', least)
      .where('name', '!=', first)
      .orderBy('name')
      .limit(most),
)

onBothEngines('a statement that is built once takes other values each time', async ({ open }) => {
  const engine = await open()
  built = 0
  const names = ['a', 'b', 'c', 'd', 'left out']
  await engine.write(async (tx) => {
    for (const name of names) await inPassing(tx, insertion(tx, { value: `of ${name}`, name }))
  })
  // In a transaction, too, it is built for the engine and not for the transaction.
  await engine.write((tx) => inPassing(tx, insertion(tx, { value: 'of e', name: 'e' })))
  assert.ok(built <= 2, `built ${built} times`)
  const ask = (values: { first: string; least: string; most: number }) =>
    rowsOf(engine.db, among(engine.db, values))
  const found = async (values: { first: string; least: string; most: number }) =>
    (await ask(values)).map((row) => `${row.name} ${row.value}`)
  assert.deepEqual(await found({ first: 'b', least: 'a', most: 2 }), ['a of a', 'c of c'])
  assert.deepEqual(await found({ most: 9, least: 'c', first: 'c' }), ['d of d', 'e of e'])
  const one = await rowOf(engine.db, among(engine.db, { first: 'a', least: 'zz', most: 1 }))
  assert.equal(one, undefined)
  await engine.close()
})
