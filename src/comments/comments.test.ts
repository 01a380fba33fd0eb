import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { conversationOn, postComment, recommend, threadOf } from './comments.ts'
import { longestText } from './screening.ts'

const form = { name: 'Ben', text: 'The wall should have been higher.', trap: '' }

onBothEngines('a comment stands under its article when the call comes back', async ({ open }) => {
  const engine = await open()
  const { publish, clock } = newsroomOn(engine)
  const { id } = await publish()
  const posting = await postComment(engine, id, form, clock.now)
  assert.ok('posted' in posting)
  const { threads, total } = await conversationOn(engine.db, id, 'newest')
  assert.equal(total, 1)
  assert.equal(threads[0]?.text, form.text)
  await engine.close()
})

onBothEngines(
  'what no thread wants is refused with words, and nothing is kept',
  async ({ open }) => {
    const engine = await open()
    const { publish, clock } = newsroomOn(engine)
    const { id } = await publish()
    const refused: [Partial<typeof form> & { parentId?: string }, string][] = [
      [{ text: '  \n ' }, 'no-text'],
      [{ text: '\u200b\u2060\u3164' }, 'no-text'],
      [{ text: 'x'.repeat(longestText + 1) }, 'text-too-long'],
      [{ name: '\u200e' }, 'no-name'],
      [{ name: 'n'.repeat(61) }, 'name-too-long'],
      [{ trap: 'http://spam.example' }, 'trap'],
      [
        { text: 'http://a.example http://b.example www.c.example https://d.example' },
        'too-many-links',
      ],
      [{ parentId: 'nonsense' }, 'no-parent'],
    ]
    for (const [change, code] of refused) {
      const posting = await postComment(engine, id, { ...form, ...change }, clock.now)
      assert.ok('refused' in posting && posting.refused === code, code)
      assert.ok(posting.words.endsWith('.'), posting.words)
    }
    assert.equal((await conversationOn(engine.db, id, 'newest')).total, 0)
    await engine.close()
  },
)

onBothEngines('what people say by chance may be said by several', async ({ open }) => {
  const engine = await open()
  const { publish, clock } = newsroomOn(engine)
  const { id } = await publish()
  const say = async (name: string, parentId?: string) => {
    const short = { ...form, name, text: 'Well said!', ...(parentId ? { parentId } : {}) }
    const posting = await postComment(engine, id, short, clock.now)
    return 'posted' in posting ? posting.posted.id : posting.refused
  }
  const first = await say('Ada')
  assert.notEqual(await say('Bo'), 'repeat')
  assert.notEqual(await say('Ada', first), 'repeat')
  assert.equal(await say('ada'), 'repeat')
  assert.equal(await say('Ada', first), 'repeat')
  assert.equal((await conversationOn(engine.db, id, 'newest')).total, 3)
  await engine.close()
})

onBothEngines(
  'the same comment at the same moment from two hands is taken once',
  async ({ open }) => {
    const engine = await open()
    const { publish, clock } = newsroomOn(engine)
    const { id } = await publish()
    const postings = await Promise.all(
      Array.from({ length: 8 }, () => postComment(engine, id, form, clock.now)),
    )
    assert.equal(postings.filter((posting) => 'posted' in posting).length, 1)
    const later = new Date(clock.now.getTime() + 61 * 60_000)
    assert.ok(
      'posted' in (await postComment(engine, id, form, later)),
      'an hour later it may be said again',
    )
    await engine.close()
  },
)

onBothEngines(
  'replies stay in their thread in the order in which they were said',
  async ({ open }) => {
    const engine = await open()
    const { publish, clock } = newsroomOn(engine)
    const { id } = await publish()
    const say = async (text: string, minute: number, parentId?: string) => {
      const at = new Date(clock.now.getTime() + minute * 60_000)
      const posting = await postComment(
        engine,
        id,
        { ...form, text, ...(parentId ? { parentId } : {}) },
        at,
      )
      assert.ok('posted' in posting)
      return posting.posted.id
    }
    const first = await say('first', 0)
    const second = await say('second', 1)
    const answer = await say('answer to first', 2, first)
    await say('answer to the answer', 3, answer)
    await say('another answer to first', 4, first)
    const orderOf = async (order: 'newest' | 'oldest') =>
      (await conversationOn(engine.db, id, order)).threads.map((thread) => thread.text)
    assert.deepEqual(await orderOf('newest'), ['second', 'first'])
    assert.deepEqual(await orderOf('oldest'), ['first', 'second'])
    const found = await threadOf(engine.db, id, answer)
    assert.equal(found?.thread.id, first)
    assert.deepEqual(
      found.thread.replies.map((reply) => reply.text),
      ['answer to first', 'another answer to first'],
    )
    assert.equal(found.comment.replies[0]?.text, 'answer to the answer')
    assert.equal(await threadOf(engine.db, second, answer), undefined, 'not under another article')
    await engine.close()
  },
)

onBothEngines('a browser recommends a comment once', async ({ open }) => {
  const engine = await open()
  const { publish, clock } = newsroomOn(engine)
  const { id } = await publish()
  const posting = await postComment(engine, id, form, clock.now)
  assert.ok('posted' in posting)
  const commentId = posting.posted.id
  const given = await Promise.all(
    Array.from({ length: 5 }, () => recommend(engine, id, commentId, 'one browser', clock.now)),
  )
  assert.equal(given.filter(Boolean).length, 1)
  await recommend(engine, id, commentId, 'another browser', clock.now)
  const count = async () => (await conversationOn(engine.db, id, 'best')).threads[0]?.recommended
  assert.equal(await count(), 2)
  await engine.close()
})
