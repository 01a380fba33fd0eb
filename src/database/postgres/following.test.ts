import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { postgresPlace } from '../../../test/database/engines.ts'
import { noteChange } from '../database.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

const now = new Date('2026-05-04T12:00:00.000Z')

test('a change that commits after a thousand later ones is followed, once', { skip }, async () => {
  const place = await postgresPlace()
  const [here, elsewhere] = [await place.open(), await place.open()]
  const changes = await here.watch.follow()
  const noted = Promise.withResolvers<undefined>()
  const mayEnd = Promise.withResolvers<undefined>()
  const slow = elsewhere.write(async (tx) => {
    await noteChange(tx, ['slow'], now)
    await sql`select 1`.execute(tx)
    noted.resolve(undefined)
    await mayEnd.promise
  })
  await noted.promise
  const later = Array.from({ length: 1000 }, (_, i) => `later-${i}`)
  for (let from = 0; from < later.length; from += 100)
    await elsewhere.write((tx) => noteChange(tx, later.slice(from, from + 100), now))
  assert.deepEqual((await changes()).toSorted(), later.toSorted())
  assert.deepEqual(await changes(), [])
  mayEnd.resolve(undefined)
  await slow
  assert.deepEqual(await changes(), ['slow'])
  assert.deepEqual(await changes(), [])
  await place.close()
  await place.drop()
})

test('changes that a copy of another server brought are left alone', { skip }, async () => {
  const place = await postgresPlace()
  const [here, elsewhere] = [await place.open(), await place.open()]
  const changes = await here.watch.follow()
  await elsewhere.write((tx) =>
    sql`insert into changes (topic, changed_at, made_by)
      values ('foreign', 'then', '4000000000000'::xid8)`.execute(tx),
  )
  await elsewhere.write((tx) => noteChange(tx, ['own'], now))
  assert.deepEqual(await changes(), ['own'])
  await place.close()
  await place.drop()
})
