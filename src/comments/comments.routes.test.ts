import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { routes } from '../routes.ts'

const said = { name: 'Ben', text: 'The wall should have been higher.' }

onBothEngines(
  'a comment sent without scripts leads back to the page that shows it',
  async ({ open }) => {
    const engine = await open()
    const { publish, get, post } = newsroomOn(engine)
    const { slug } = await publish()
    const page = routes.article.href({ slug })
    assert.match(await (await get(page)).text(), /There are no comments yet/)
    const answer = await post(routes.comments.href({ slug }), said)
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('set-cookie'), null, 'commenting needs no cookie')
    assert.match(await (await get(page)).text(), /The wall should have been higher\./)
    await engine.close()
  },
)

onBothEngines(
  'a refused comment comes back with its reason and all that was typed',
  async ({ open }) => {
    const engine = await open()
    const { publish, post } = newsroomOn(engine)
    const { slug } = await publish()
    await post(routes.comments.href({ slug }), said)
    const again = await post(routes.comments.href({ slug }), said)
    assert.equal(again.status, 422)
    assert.equal(again.headers.get('cache-control'), 'no-store')
    const page = await again.text()
    assert.match(page, /This has just been said here/)
    assert.match(page, /<textarea[^>]*>\s*The wall should have been higher\.<\/textarea>/)
    await engine.close()
  },
)

onBothEngines('another site cannot comment in a reader’s name', async ({ open }) => {
  const engine = await open()
  const { publish, post } = newsroomOn(engine)
  const { slug } = await publish()
  const path = routes.comments.href({ slug })
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    assert.equal((await post(path, said, headers)).status, 403)
  }
  await engine.close()
})

onBothEngines(
  'many comments in a row from one network are slowed, with words',
  async ({ open }) => {
    const engine = await open()
    const { publish, post } = newsroomOn(engine)
    const { slug } = await publish()
    const statuses = []
    for (let i = 0; i < 10; i++) {
      const answer = await post(routes.comments.href({ slug }), {
        name: 'Ben',
        text: `Thought number ${i}`,
      })
      statuses.push(answer.status)
    }
    assert.deepEqual(statuses, [303, 303, 303, 303, 303, 303, 303, 303, 429, 429])
    await engine.close()
  },
)

onBothEngines(
  'what is no form, or too long for one, is refused without reading on',
  async ({ open }) => {
    const engine = await open()
    const { publish, app, post } = newsroomOn(engine)
    const { slug } = await publish()
    const path = routes.comments.href({ slug })
    const json = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: '{}',
    })
    assert.equal(json.status, 415)
    assert.equal((await post(path, { ...said, text: 'x'.repeat(70_000) })).status, 413)
    assert.equal((await post('/articles/no-such-story/comments', said)).status, 404)
    await engine.close()
  },
)
