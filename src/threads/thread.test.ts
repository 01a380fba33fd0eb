import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../../test/site/newsroom.ts'
import { Thread } from './thread.ts'

type Question = number[] | 'fail' | 'hang' | 'end'

const file = new URL('../../test/arithmetic.thread.ts', import.meta.url)

async function ready(options = {}) {
  const failures: string[] = []
  const onFailure = ({ message }: Error) => failures.push(message)
  const thread = new Thread<Question, number>(file, { onFailure, ...options })
  const isThere = () => eventually(async () => (await thread.ask([1], 1)) === 1)
  await isThere()
  return { thread, failures, isThere }
}

test('a thread has no answer before it is ready, and then answers each its own', async () => {
  const thread = new Thread<Question, number>(file)
  assert.equal(await thread.ask([1, 2], 1), undefined)
  await eventually(async () => (await thread.ask([1], 1)) === 1)
  const sums = await Promise.all(Array.from({ length: 40 }, (_, i) => thread.ask([i, i], 1)))
  assert.deepEqual(
    sums,
    sums.map((_, i) => 2 * i),
  )
  await thread.stop()
  assert.equal(await thread.ask([1], 1), undefined)
})

test('what it cannot answer hinders no other question', async () => {
  const { thread, failures } = await ready()
  assert.deepEqual(await Promise.all([thread.ask('fail', 1), thread.ask([2, 2], 1)]), [
    undefined,
    4,
  ])
  assert.deepEqual(failures, [])
  await thread.stop()
})

test('a thread that hangs or ends is given up with all that wait, and another begins', async () => {
  for (const [question, reason] of [
    ['hang', 'It took too long.'],
    ['end', 'It ended.'],
  ] as const) {
    const { thread, failures, isThere } = await ready({ patience: 300, rest: 0 })
    assert.deepEqual(await Promise.all([thread.ask(question, 1), thread.ask([1], 1)]), [
      undefined,
      undefined,
    ])
    assert.deepEqual(failures, [reason])
    await isThere()
    await thread.stop()
  }
})

test('after a failure it rests before another thread begins', async () => {
  const { thread, failures } = await ready({ rest: 3_600_000 })
  await thread.ask('end', 1)
  for (let i = 0; i < 50; i++) {
    assert.equal(await thread.ask([1], 1), undefined)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  assert.deepEqual(failures, ['It ended.'])
  await thread.stop()
})

test('questions beyond its limits, in number or in bytes, are not taken', async () => {
  const { thread } = await ready()
  const many = await Promise.all(Array.from({ length: 65 }, () => thread.ask([1, 1], 1)))
  assert.deepEqual([many.filter((sum) => sum === 2).length, many.at(-1)], [64, undefined])
  const large = 10 * 1024 * 1024
  assert.deepEqual(await Promise.all([thread.ask([1], large), thread.ask([1], large)]), [
    1,
    undefined,
  ])
  assert.equal(await thread.ask([1], large), 1)
  await thread.stop()
})
