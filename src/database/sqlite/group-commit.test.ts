import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from './group-commit.ts'
import { GroupCommit } from './group-commit.ts'
import { isLostSync, outageOf } from './sqlite-errors.ts'

/** A session that notes what it is told, and fails where a test wants it to. */
function notingSession(failing: Partial<Session> = {}): { session: Session; told: string[] } {
  const told: string[] = []
  const note = (word: keyof Session) => () => {
    told.push(word)
    failing[word]?.()
  }
  const session: Session = {
    begin: note('begin'),
    savepoint: note('savepoint'),
    release: note('release'),
    rollbackToSavepoint: note('rollbackToSavepoint'),
    commit: note('commit'),
    rollback: note('rollback'),
  }
  return { session, told }
}

function fails(words: string): () => never {
  return () => {
    throw new Error(words)
  }
}

test('writers of one moment share one commit', async () => {
  const { session, told } = notingSession()
  const group = new GroupCommit(session)
  const answers = await Promise.all([1, 2, 3].map((n) => group.run(() => Promise.resolve(n))))
  assert.deepEqual(answers, [1, 2, 3])
  assert.equal(told.filter((word) => word === 'commit').length, 1)
})

test('nobody is told of success when the commit fails', async () => {
  const { session, told } = notingSession({ commit: fails('the disk failed') })
  const group = new GroupCommit(session)
  const settled = await Promise.allSettled([1, 2].map((n) => group.run(() => Promise.resolve(n))))
  assert.ok(settled.every(({ status }) => status === 'rejected'))
  assert.equal(told.at(-1), 'rollback')
})

test('after a commit that may be lost nothing is written any more', async () => {
  const lost = Object.assign(new Error('disk I/O error'), { errcode: 1034 })
  let syncs = 0
  const commit = () => {
    if (++syncs === 2) throw lost
  }
  const { session, told } = notingSession({ commit })
  const group = new GroupCommit(session, isLostSync)
  await group.run(() => Promise.resolve('kept'))
  for (const attempt of ['lost', 'after'])
    await assert.rejects(
      group.run(() => Promise.resolve(attempt)),
      lost,
    )
  await group.failed
  assert.equal(told.filter((word) => word === 'begin').length, 2)
  assert.equal(outageOf(lost), 'away', 'and the public hears 503')
})

test('a commit that fails otherwise hinders no later one', async () => {
  const busy = Object.assign(new Error('database is locked'), { errcode: 5 })
  let commits = 0
  const commit = () => {
    if (++commits === 1) throw busy
  }
  const group = new GroupCommit(notingSession({ commit }).session, isLostSync)
  await assert.rejects(
    group.run(() => Promise.resolve('first')),
    busy,
  )
  assert.equal(await group.run(() => Promise.resolve('second')), 'second')
})

test('when a full disk has ended the transaction, all hear of the full disk', async () => {
  const { session, told } = notingSession({ rollbackToSavepoint: fails('no such savepoint') })
  const group = new GroupCommit(session)
  const full = new Error('database or disk is full')
  const settled = await Promise.allSettled([
    group.run(() => Promise.resolve('in time')),
    group.run(() => Promise.reject(full)),
    group.run(() => Promise.resolve('too late')),
  ])
  assert.deepEqual(
    settled.map((one) => one.status === 'rejected' && one.reason === full),
    [true, true, true],
  )
  assert.ok(!told.includes('commit'))
})
