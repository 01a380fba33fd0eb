import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from './group-commit.ts'
import { GroupCommit } from './group-commit.ts'

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
