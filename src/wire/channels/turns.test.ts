import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Turns } from './turns.ts'

test('so many work at once, and the others in the order in which they came', async () => {
  const turns = new Turns(3)
  const begun: number[] = []
  let [running, most] = [0, 0]
  const work = (number: number) => async () => {
    begun.push(number)
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return number
  }
  const numbers = Array.from({ length: 30 }, (_, i) => i)
  assert.deepEqual(await Promise.all(numbers.map((i) => turns.take(1, work(i)))), numbers)
  assert.deepEqual([begun, most], [numbers, 3])
})

test('work that fails passes its turn on', async () => {
  const turns = new Turns(1)
  const [failed, done] = await Promise.allSettled([
    turns.take(1, () => Promise.reject(new Error('no'))),
    turns.take(1, () => Promise.resolve('yes')),
  ])
  assert.deepEqual([failed.status, done], ['rejected', { status: 'fulfilled', value: 'yes' }])
  assert.equal(await turns.take(1, () => Promise.resolve('again')), 'again')
})

test('who finds the line full is sent away, and may come again', async () => {
  const turns = new Turns(1)
  const { promise, resolve } = Promise.withResolvers<string>()
  const all = Array.from({ length: 502 }, () => turns.take(1, () => promise))
  assert.equal(await all.at(-1), 'full')
  resolve('done')
  assert.deepEqual(new Set(await Promise.all(all.slice(0, -1))), new Set(['done']))
  const half = 40 * 1024 * 1024
  const large = Array.from({ length: 3 }, () => turns.take(half, () => promise))
  assert.deepEqual(await Promise.all(large), ['done', 'done', 'full'])
})
