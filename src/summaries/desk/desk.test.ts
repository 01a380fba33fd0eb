import assert from 'node:assert/strict'
import type { Article } from '../../articles/articles.ts'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { harbourStory, newsroomOn } from '../../../test/site/newsroom.ts'
import { signedIn } from '../../../test/site/signed-in.ts'
import { rowOf } from '../life.ts'
import * as queries from '../summaries.queries.ts'
import { summaryOf } from '../summaries.ts'

/** A request by an editor who has signed in. */
async function atDesk(
  newsroom: Newsroom,
  path: string,
  fields?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const desk = await signedIn(newsroom, 'Mira Oduya')
  return fields ? desk.post(path, fields, headers) : desk.get(path, headers)
}

async function addModelSummary(newsroom: Newsroom, article: Article): Promise<string> {
  const texts = [harbourStory[0]!, harbourStory[3]!]
  const sentences = texts.map((text) => ({
    text,
    evidence: [{ paragraph: harbourStory.indexOf(text) + 1, start: 0, end: text.length }],
  }))
  const now = newsroom.house.now()
  const row = rowOf(article, { method: 'tern-3', sentences, isShown: false, fresh: 2, now })
  await newsroom.house.engine.write((tx) => queries.insertSummary(tx, row))
  return row.id
}

onBothEngines('an editor’s examination lets a summary out, and is on record', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  const id = await addModelSummary(newsroom, article)
  const list = await (await atDesk(newsroom, '/desk/summaries')).text()
  assert.ok(list.includes(`/desk/summaries/of/${id}`))
  const form = await (await atDesk(newsroom, `/desk/summaries/of/${id}`)).text()
  assert.ok(form.includes('carried off 40 metres of its wall'))
  const path = `/desk/summaries/of/${id}/examination`
  const accept = { verdict: 'accept', 'text-1': harbourStory[0]! }
  const wrong = await atDesk(newsroom, path, {
    ...accept,
    'text-2': harbourStory[3]!.replace('1911', '1921'),
  })
  assert.equal(wrong.status, 422)
  const again = await wrong.text()
  assert.match(again, /Sentence 2 does not pass the check/)
  assert.ok(again.includes('1921 from granite'), 'what was typed is still there')
  assert.equal((await summaryOf(engine.db, article)).summary?.method, 'extract')
  const shorter = 'The old wall was built in 1911 from granite.'
  const done = await atDesk(newsroom, path, { ...accept, 'text-2': shorter })
  assert.equal(done.status, 303)
  const page = await (await newsroom.get(`/articles/${article.slug}`)).text()
  assert.ok(page.includes(shorter))
  assert.match(page, /Checked by Mira Oduya/)
  assert.match(page, /CompositeWithTrainedAlgorithmicMediaDigitalSource/)
  const record = await (await atDesk(newsroom, '/desk/summaries/record.json')).text()
  const line = (JSON.parse(record) as { what: string; who: string; detail: unknown }[]).find(
    ({ what }) => what === 'examined',
  )
  assert.equal(line?.who, 'Mira Oduya')
  assert.deepEqual(line.detail, {
    sentences: 2,
    changed: [{ before: harbourStory[3], after: shorter }],
    rejected: [],
  })
  const csv = await (await atDesk(newsroom, '/desk/summaries/record.csv')).text()
  assert.match(csv, /^at,who,what,.*\r\n/)
  assert.ok(csv.includes('Mira Oduya'))
  await engine.close()
})

onBothEngines('a summary that an editor refuses never goes out', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  const id = await addModelSummary(newsroom, article)
  const path = `/desk/summaries/of/${id}/examination`
  const refusal = { verdict: 'reject', reason: 'It leaves out the vote.' }
  assert.equal((await atDesk(newsroom, path, refusal)).status, 303)
  assert.equal((await summaryOf(engine.db, article)).summary?.method, 'extract')
  const register = await (await newsroom.get('/summaries/register.json')).text()
  assert.ok(!register.includes('leaves out the vote'))
  const record = await (await atDesk(newsroom, '/desk/summaries/record.json')).text()
  assert.ok(record.includes('It leaves out the vote.'))
  await engine.close()
})

onBothEngines(
  'a reader’s flag becomes a task; upheld, the sentence goes for good and the register says why',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const article = await newsroom.publish({})
    const path = `/articles/${article.slug}`
    const { summary } = await summaryOf(engine.db, article)
    const wrong = summary?.sentences[0]?.text ?? ''
    const form = await (await newsroom.get(`${path}/summary/flags?sentence=1`)).text()
    assert.ok(form.includes('This sentence is wrong') && form.includes(harbourStory[0]!))
    const flagged = await newsroom.post(`${path}/summary/flags`, {
      sentence: '1',
      summary: summary?.id ?? '',
      reason: 'It was 30 metres.',
    })
    assert.equal(flagged.status, 303)
    const state = flagged.headers.get('location') ?? ''
    const thanks = await (await newsroom.get(state)).text()
    assert.match(thanks, /Thank you/)
    assert.ok(thanks.includes(`href="${path}#summary"`))
    assert.ok(!thanks.includes('30 metres'), 'nobody reads what a reader wrote but the desk')
    const desk = await (await atDesk(newsroom, '/desk/summaries')).text()
    assert.ok(desk.includes('It was 30 metres.') && desk.includes(wrong))
    const answerPath = `/desk/summaries/flags/${state.split('/').at(-1)}/answer`
    const answer = { verdict: 'upheld', answer: 'The wall is the south one.' }
    const half = await atDesk(newsroom, answerPath, {
      answer: 'The south wall.',
      correction: 'It.',
    })
    assert.equal(half.status, 422)
    assert.match(
      await half.text(),
      /has a verdict[^]*The south wall\.<\/textarea>[^]*It\.<\/textarea>/,
    )
    assert.equal((await atDesk(newsroom, answerPath, answer)).status, 303)
    const page = await (await newsroom.get(path)).text()
    const box = /<section class="summary"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
    assert.ok(box.includes('<ol>') && !box.includes(wrong))
    assert.match(await (await newsroom.get(state)).text(), /was wrong and has been taken out/)
    for (const ending of ['', '.html', '.csv', '.json']) {
      const register = await (await newsroom.get(`/summaries/register${ending}`)).text()
      assert.match(register, /The wall is the south one\./)
      assert.ok(!register.includes(wrong), 'what was wrong is not said again')
    }
    const register = await (await newsroom.get('/summaries/register')).text()
    assert.match(register, /1 of \d sentences were found wrong/)
    assert.match(register, /too few to call it a rate/)
    await engine.close()
  },
)

onBothEngines(
  'a flag that does not hold gets an answer, and the sentence stays',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const article = await newsroom.publish({})
    const path = `/articles/${article.slug}`
    const flagged = await newsroom.post(`${path}/summary/flags`, { sentence: '1' })
    const state = flagged.headers.get('location') ?? ''
    await atDesk(newsroom, `/desk/summaries/flags/${state.split('/').at(-1)}/answer`, {
      verdict: 'stands',
      answer: 'Paragraph 1 says so.',
    })
    const { summary } = await summaryOf(engine.db, article)
    assert.ok(summary && summary.sentences.length > 1)
    assert.match(await (await newsroom.get(state)).text(), /The sentence stands/)
    assert.match(await (await newsroom.get('/summaries/register')).text(), /Paragraph 1 says so/)
    await engine.close()
  },
)

onBothEngines('what is no flag is refused in words', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const article = await newsroom.publish({})
  const path = `/articles/${article.slug}/summary/flags`
  const status = async (fields: Record<string, string>) =>
    (await newsroom.post(path, fields)).status
  assert.equal(await status({ sentence: '9' }), 422)
  assert.equal(await status({ sentence: '1', reason: 'x'.repeat(301) }), 422)
  assert.equal(await status({ sentence: '1', summary: 'another' }), 409)
  assert.equal(await status({ sentence: "1'; drop table summaries" }), 422)
  for (let i = 0; i < 2; i++) assert.equal(await status({ sentence: '1' }), 303)
  assert.equal(await status({ sentence: '1' }), 429)
  await engine.close()
})

onBothEngines('the desk of summaries is not there for anybody from elsewhere', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  for (const path of ['', '/try', '/policy', '/record.csv', '/record.json', '/of/x'])
    assert.equal((await newsroom.get(`/desk/summaries${path}`)).status, 404, path)
  const forwarded = { 'x-forwarded-for': '192.0.2.7' }
  const proxied = await atDesk(newsroom, '/desk/summaries', undefined, forwarded)
  assert.equal(proxied.status, 404)
  assert.equal((await newsroom.post('/desk/summaries/policy', { policy: '{}' })).status, 404)
  await engine.close()
})

onBothEngines('the checker can be tried, and the policy kept', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const tried = await atDesk(newsroom, '/desk/summaries/try', {
    article: `Quay\n\n${harbourStory.slice(0, 4).join('\n\n')}`,
    summary: 'The old wall was built in 1921 from granite.',
  })
  assert.match(await tried.text(), /Not supported[^]*1911[^]*<blockquote>[^]*<mark>/)
  const empty = await (await atDesk(newsroom, '/desk/summaries/try')).text()
  assert.match(empty, /href="\/desk\/summaries\/try\?example"/)
  const shown = await (await atDesk(newsroom, '/desk/summaries/try?example')).text()
  const verdictsShown = [...shown.matchAll(/<b class="state ([\w-]+)">/g)].map(([, each]) => each)
  const [right, wrong] = ['supported', 'not-supported']
  assert.deepEqual(verdictsShown, [right, wrong, wrong, right, wrong])
  const article = await newsroom.publish({})
  const path = `/articles/${article.slug}`
  assert.match(await (await newsroom.get(path)).text(), /<details open>/)
  const usual = { extract: 'at-once', model: 'after-examination', make: 'asked', box: 'open' }
  const keep = (change: Record<string, string>) =>
    atDesk(newsroom, '/desk/summaries/policy', { ...usual, briefWords: '50', ...change })
  const refused = await keep({ extract: 'perhaps', 'kind-0-name': 'typed before' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /“extract” is none of the choices[^]*value="typed before"/)
  const nameless = await keep({ 'kind-0-reason': 'No machine speaks of quays.' })
  assert.match(await nameless.text(), /Kind 1 needs a name/)
  assert.match(await (await keep({ briefWords: 'few' })).text(), /from 0 to 5000/)
  assert.equal((await keep({ box: 'closed' })).status, 303)
  assert.match(await (await newsroom.get(path)).text(), /<details>/)
  const kind = { 'kind-0-name': 'quay', 'kind-0-reason': 'No machine speaks of quays.' }
  await keep({ box: 'closed', ...kind, 'kind-0-keywords': 'Pier, QUAY' })
  const form = await (await atDesk(newsroom, '/desk/summaries/policy')).text()
  assert.match(form, /value="closed" checked[^]*>\nPier, QUAY<\/textarea>/)
  const ledger = await (await atDesk(newsroom, '/desk/decisions')).text()
  assert.match(ledger, /Mira Oduya[^]*changed[^]*kinds without: quay/)
  assert.match(ledger, /box: open → closed/)
  const quay = await newsroom.publish({
    content: { slugline: 'PORT-QUAY' },
  })
  const page = await (await newsroom.get(`/articles/${quay.slug}`)).text()
  assert.match(page, /No machine speaks of quays\./)
  await engine.close()
})

onBothEngines(
  'a browser can hide machine summaries for good, without scripts',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const article = await newsroom.publish({})
    const path = `/articles/${article.slug}`
    const hidden = await newsroom.post(`${path}/summary/hiding`, {})
    assert.equal(hidden.headers.get('location'), `${path}?summary=hidden`)
    const cookie = hidden.headers.get('set-cookie') ?? ''
    assert.match(cookie, /^__Host-summaries=hidden; Path=\/; Max-Age=34560000; HttpOnly/)
    const bring = { cookie: cookie.split(';')[0] ?? '' }
    const sent = await newsroom.get(`${path}?sort=oldest`, bring)
    assert.equal(sent.status, 303)
    const address = sent.headers.get('location') ?? ''
    assert.equal(address, `${path}?sort=oldest&summary=hidden`)
    const page = await (await newsroom.get(address, bring)).text()
    assert.ok(!page.includes('id="summary-h"') && !page.includes('In the summary'))
    assert.match(page, /Show them again/)
    assert.match(await (await newsroom.get(path)).text(), /id="summary-h"/)
    const shown = await newsroom.post(`${path}/summary/hiding`, { show: '1' }, bring)
    assert.match(shown.headers.get('set-cookie') ?? '', /Max-Age=0/)
    await engine.close()
  },
)
