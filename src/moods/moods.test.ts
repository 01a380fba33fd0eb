import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { voterFrom, voterOn } from '../readers/readers.ts'
import { routes } from '../routes.ts'
import { countsOn, vote, voteOf } from './moods.ts'

onBothEngines('two hundred votes of one browser are one vote, the last', async ({ open }) => {
  const [here, there] = [await open(), await open()]
  const { publish, clock } = newsroomOn(here)
  const { id } = await publish()
  const names = ['happy', 'sad'] as const
  await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      vote(i % 3 ? here : there, id, 'one', names[i % 2] ?? 'sad', clock.now),
    ),
  )
  const counts = await countsOn(here.db, id)
  assert.equal((counts.happy ?? 0) + (counts.sad ?? 0), 1)
  await vote(here, id, 'one', 'afraid', clock.now)
  await vote(there, id, 'two', 'afraid', clock.now)
  assert.deepEqual(await countsOn(there.db, id), { afraid: 2 })
  assert.equal(await voteOf(here.db, id, 'one'), 'afraid')
  await here.close()
  await there.close()
})

onBothEngines(
  'the first vote, and nothing before it, sets a cookie that scripts cannot read',
  async ({ open }) => {
    const engine = await open()
    const { publish, get, post } = newsroomOn(engine)
    const { slug } = await publish()
    const page = await get(routes.article.href({ slug }))
    assert.equal(page.headers.get('set-cookie'), null)
    const answer = await post(routes.mood.href({ slug }), { mood: 'sad' })
    assert.equal(answer.status, 303)
    const cookie = answer.headers.get('set-cookie') ?? ''
    assert.match(
      cookie,
      /^__Host-voter=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    )
    const own = await get(routes.mood.href({ slug }), { cookie: cookie.split(';')[0] ?? '' })
    assert.equal(own.headers.get('cache-control'), 'no-store')
    assert.match(await own.text(), /Thank you/)
    const changed = await post(
      routes.mood.href({ slug }),
      { mood: 'angry' },
      { cookie: cookie.split(';')[0] ?? '' },
    )
    assert.equal(changed.headers.get('set-cookie'), null, 'the browser has it')
    await engine.close()
  },
)

onBothEngines('a ninth mood is refused and nothing is counted', async ({ open }) => {
  const engine = await open()
  const { publish, post } = newsroomOn(engine)
  const { slug, id } = await publish()
  for (const mood of ['furious', '', 'HAPPY', '__proto__']) {
    const answer = await post(routes.mood.href({ slug }), { mood })
    assert.equal(answer.status, 422, mood)
    assert.match(await answer.text(), /not one of the moods/)
  }
  assert.deepEqual(await countsOn(engine.db, id), {})
  await engine.close()
})

onBothEngines('what is stored of two votes by one browser cannot be joined', async ({ open }) => {
  const engine = await open()
  const { publish, house, post } = newsroomOn(engine)
  const [a, b] = [await publish(), await publish()]
  const first = await post(routes.mood.href({ slug: a.slug }), { mood: 'sad' })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  await post(routes.mood.href({ slug: b.slug }), { mood: 'sad' }, { cookie })
  const rows = await engine.db.selectFrom('mood_votes').selectAll().execute()
  assert.equal(rows.length, 2)
  assert.equal(new Set(rows.map(({ voter }) => voter)).size, 2)
  const token = cookie.split('=')[1] ?? ''
  assert.ok(!JSON.stringify(rows).includes(token))
  assert.deepEqual(
    rows.map(({ article_id }) => voterOn(article_id, voterFrom(token), house.secret)).toSorted(),
    rows.map(({ voter }) => voter).toSorted(),
  )
  await engine.close()
})
