import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { wireItem } from '../../bench/wire/wire-items.ts'
import { GatheringSocket } from '../../src/database/postgres/pipelined.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { postgresPlace } from './engines.ts'

const skip = process.env['STANDFIRST_TEST_POSTGRES']
  ? false
  : 'no PostgreSQL: run it through npm test'

/** How often something is sent to PostgreSQL during the work. */
async function goesOf<T>(work: () => Promise<T>): Promise<{ goes: number; value: T }> {
  let goes = 0
  GatheringSocket.prototype._write = function (...written) {
    goes++
    Socket.prototype._write.apply(this, written)
  }
  try {
    const value = await work()
    return { goes, value }
  } finally {
    Reflect.deleteProperty(GatheringSocket.prototype, '_write')
  }
}

test('what a story and its page ask of PostgreSQL goes out in few goes', { skip }, async () => {
  const place = await postgresPlace()
  const newsroom = newsroomOn(await place.open())
  // Connections are made and statements prepared with the first ones.
  for (const number of [1, 2]) await newsroom.ingest(wireItem(number))
  const first = await goesOf(() => newsroom.ingest(wireItem(3)))
  const path = first.value[0]?.article ?? ''
  const page = await goesOf(async () => (await newsroom.get(path)).text())
  assert.match(page.value, /3-1 crowns/)
  const update = await goesOf(() => newsroom.ingest(wireItem(3, 2)))
  assert.deepEqual(
    [first, update].map(({ value }) => value[0]?.outcome),
    ['published', 'updated'],
  )
  assert.deepEqual(
    { first: first.goes, update: update.goes, page: page.goes },
    { first: 6, update: 6, page: 4 },
  )
  await place.close()
  await place.drop()
})
