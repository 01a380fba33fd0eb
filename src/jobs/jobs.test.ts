import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Log } from '../web/log.ts'
import type { Worker } from './jobs.ts'
import { deadJobs, enqueue, mostAttempts, runNext, waitingKeys } from './jobs.ts'

const log: Log = { info: () => undefined, error: () => undefined, request: () => undefined }

onBothEngines('each job is done once, by two workers on two nodes', async ({ open }) => {
  const [here, there] = [await open(), await open()]
  const now = () => new Date('2026-05-04T12:00:00.000Z')
  await here.write(async (tx) => {
    for (let i = 0; i < 60; i++)
      await enqueue(tx, { queue: 'count', key: String(i), payload: i }, now())
  })
  const done: unknown[] = []
  const worker: Worker = {
    queue: 'count',
    concurrency: 1,
    run: (payload) => {
      done.push(payload)
      return Promise.resolve()
    },
  }
  const work = async (engine: typeof here) => {
    while (await runNext(worker, { engine, log, now }));
  }
  await Promise.all([work(here), work(there), work(here)])
  assert.deepEqual(
    done.toSorted((a, b) => Number(a) - Number(b)),
    Array.from({ length: 60 }, (_, i) => i),
  )
  await here.close()
  await there.close()
})

onBothEngines('a job asked for twice before it ran is one job', async ({ open }) => {
  const engine = await open()
  const now = new Date('2026-05-04T12:00:00.000Z')
  for (let i = 0; i < 2; i++)
    await engine.write((tx) => enqueue(tx, { queue: 'q', key: 'same', payload: i }, now))
  const rows = await engine.db.selectFrom('jobs').select('payload').execute()
  assert.deepEqual(
    rows.map(({ payload }) => payload),
    ['1'],
    'with what was asked last',
  )
  await engine.close()
})

onBothEngines('a job that fails is tried again later, and set apart at last', async ({ open }) => {
  const engine = await open()
  let time = Date.parse('2026-05-04T12:00:00.000Z')
  const now = () => new Date(time)
  await engine.write((tx) => enqueue(tx, { queue: 'q', key: 'bad', payload: null }, now()))
  let tries = 0
  const worker: Worker = {
    queue: 'q',
    concurrency: 1,
    run: () => {
      tries++
      return Promise.reject(new Error('poison'))
    },
  }
  assert.equal(await runNext(worker, { engine, log, now }), true)
  assert.equal(await runNext(worker, { engine, log, now }), false, 'not at once')
  for (let i = 0; i < 5; i++) {
    time += 1_000_000
    await runNext(worker, { engine, log, now })
  }
  assert.equal(tries, mostAttempts)
  const [dead] = await deadJobs(engine.db)
  assert.equal(dead?.last_error, 'poison')
  await engine.close()
})

onBothEngines(
  'a worker whose lease ran out does not settle the job of the next one',
  async ({ open }) => {
    const engine = await open()
    let time = Date.parse('2026-05-04T12:00:00.000Z')
    const now = () => new Date(time)
    await engine.write((tx) => enqueue(tx, { queue: 'q', key: 'slow', payload: null }, now()))
    const release: (() => void)[] = []
    const worker: Worker = {
      queue: 'q',
      concurrency: 1,
      run: () => new Promise((resolve) => release.push(resolve)),
    }
    const slow = runNext(worker, { engine, log, now })
    while (release.length < 1) await new Promise((resolve) => setImmediate(resolve))
    time += 61_000
    const fast = runNext(worker, { engine, log, now })
    while (release.length < 2) await new Promise((resolve) => setImmediate(resolve))
    release[0]?.()
    await slow
    const held = await engine.db.selectFrom('jobs').select('id').execute()
    assert.equal(held.length, 1, 'the late one settled nothing')
    release[1]?.()
    await fast
    assert.equal((await engine.db.selectFrom('jobs').select('id').execute()).length, 0)
    await engine.close()
  },
)

onBothEngines('a job that is to be done again keeps its place', async ({ open }) => {
  const engine = await open()
  let time = Date.parse('2026-05-04T12:00:00.000Z')
  const now = () => new Date(time)
  const job = { queue: 'q', key: 'daily', payload: null }
  await engine.write((tx) => enqueue(tx, job, now()))
  const worker: Worker = {
    queue: 'q',
    concurrency: 1,
    run: () => Promise.resolve({ again: new Date(time + 60_000) }),
  }
  const tools = { engine, log, now }
  assert.equal(await runNext(worker, tools), true)
  assert.deepEqual([...(await waitingKeys(engine.db, 'q'))], ['daily'])
  assert.equal(await runNext(worker, tools), false, 'not before its time')
  for (let round = 0; round < mostAttempts + 1; round++) {
    time += 60_000
    assert.equal(await runNext(worker, tools), true)
  }
  assert.deepEqual(await deadJobs(engine.db), [])
  await engine.write((tx) => enqueue(tx, job, now()))
  assert.equal(await runNext(worker, tools), true, 'woken before its time')
  await engine.close()
})

onBothEngines('a job asked for while it runs runs once more', async ({ open }) => {
  const engine = await open()
  const now = () => new Date('2026-05-04T12:00:00.000Z')
  const ask = (payload: number) =>
    engine.write((tx) => enqueue(tx, { queue: 'q', key: 'same', payload }, now()))
  await ask(1)
  const ran: unknown[] = []
  const worker: Worker = {
    queue: 'q',
    concurrency: 1,
    run: async (payload) => {
      ran.push(payload)
      if (payload === 1) await ask(2)
    },
  }
  while (await runNext(worker, { engine, log, now }));
  assert.deepEqual(ran, [1, 2])
  await engine.close()
})
