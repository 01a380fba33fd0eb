import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import { signedIn } from '../../test/site/signed-in.ts'
import { commentCounts, conversationOn, postComment, recommend, takeDown } from './comments.ts'

async function posted(
  newsroom: ReturnType<typeof newsroomOn>,
  articleId: string,
  text: string,
  parentId?: string,
): Promise<string> {
  const parent = parentId === undefined ? {} : { parentId }
  const form = { name: 'Mallory', text, trap: '', ...parent }
  const posting = await postComment(newsroom.house.engine, articleId, form, newsroom.clock.now)
  assert.ok('posted' in posting)
  return posting.posted.id
}

onBothEngines('a comment taken down keeps its place and loses its words', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish()
  const id = await posted(newsroom, article.id, 'Something unbearable about the harbour')
  newsroom.clock.now = new Date(newsroom.clock.now.getTime() + 1000)
  const reply = await posted(newsroom, article.id, 'An answer that stays', id)
  const page = `/articles/${article.slug}`
  assert.match(await (await newsroom.get(page)).text(), /unbearable/)
  const desk = await signedIn(newsroom)
  assert.match(await desk.page('/desk/comments'), /unbearable/)
  assert.equal((await desk.post(`/desk/comments/${id}/takedown`, { reason: ' ' })).status, 422)
  await desk.post(`/desk/comments/${id}/takedown`, { reason: 'Insult' })
  for (const path of [
    page,
    `${page}/comments/${id}`,
    `${page}/comments/${reply}`,
    '/',
    `${page}.json`,
  ]) {
    const text = await (await newsroom.get(path)).text()
    assert.doesNotMatch(text, /unbearable/, path)
    assert.doesNotMatch(text, /Insult/, path)
  }
  const shown = await (await newsroom.get(page)).text()
  assert.match(shown, /This comment was taken down/)
  assert.match(shown, /An answer that stays/)
  assert.equal((await commentCounts(engine.db, [article.id])).get(article.id), 1)
  assert.equal((await conversationOn(engine.db, article.id, 'newest')).total, 1)
  const ledger = await desk.page('/desk/decisions')
  assert.match(ledger, /Ada Quill<\/b> took down a comment/)
  assert.match(ledger, /Insult/)
  await engine.close()
})

onBothEngines(
  'a comment without answers keeps its place too, and nobody answers it',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const { id: articleId, slug } = await newsroom.publish()
    const id = await posted(newsroom, articleId, 'Buy my boat, buy my boat')
    await engine.write((tx) => takeDown(tx, id, newsroom.clock.now))
    newsroom.house.pages.forgetAll()
    assert.match(await (await newsroom.get(`/articles/${slug}`)).text(), /was taken down/)
    const form = { name: 'Bo', text: 'I answer all the same', trap: '', parentId: id }
    const posting = await postComment(engine, articleId, form, newsroom.clock.now)
    assert.ok('refused' in posting)
    assert.equal(await recommend(engine, articleId, id, 'someone', newsroom.clock.now), false)
    await engine.close()
  },
)

onBothEngines('a comment is restored where it stood, once', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { id: articleId, slug } = await newsroom.publish()
  const id = await posted(newsroom, articleId, 'A sharp word about the quay')
  const desk = await signedIn(newsroom)
  const changes = await engine.watch.follow()
  await desk.post(`/desk/comments/${id}/takedown`, { reason: 'Insult' })
  await desk.post(`/desk/comments/${id}/takedown`, { reason: 'Insult, again' })
  assert.deepEqual((await changes()).toSorted(), [`article:${articleId}`, 'counts'])
  await desk.post(`/desk/comments/${id}/restoration`, {})
  assert.match(await (await newsroom.get(`/articles/${slug}`)).text(), /sharp word/)
  const ledger = await desk.page('/desk/decisions')
  assert.equal(ledger.match(/took down/g)?.length, 1)
  assert.equal(ledger.match(/restored/g)?.length, 1)
  await engine.close()
})

onBothEngines('what is no comment’s id changes nothing', async ({ open }) => {
  const engine = await open()
  const desk = await signedIn(newsroomOn(engine))
  const answer = await desk.post('/desk/comments/nonsense/takedown', { reason: 'Insult' })
  assert.equal(answer.status, 303)
  assert.match(await desk.page('/desk/decisions'), /Nothing has been decided/)
  await engine.close()
})
