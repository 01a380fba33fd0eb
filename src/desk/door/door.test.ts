import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { fromHere, signedIn } from '../../../test/site/signed-in.ts'
import { routes } from '../../routes.ts'
import { newDeskLink } from './sessions.ts'

const base = 'http://localhost:8080'

onBothEngines('without a session no address of the desk says anything', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const nowhere = {
    page: await (await newsroom.get('/no-such-page')).text(),
    json: await (await newsroom.get('/no-such-page.json')).text(),
  }
  const patterns = Object.values(routes).map(({ pattern }) => pattern)
  const desk = patterns.filter((pattern) => pattern.startsWith('/desk'))
  assert.ok(desk.length > 20)
  for (const pattern of desk) {
    const path = pattern.replace(/:\w+/g, '01hzzzzzzzzzzzzzzzzzzzzzzz')
    for (const method of ['GET', 'POST']) {
      const headers = { cookie: '__Host-desk=wrong', 'sec-fetch-site': 'same-origin' }
      const answer = await newsroom.app.request(`${base}${path}`, { method, headers }, fromHere())
      assert.equal(answer.status, 404, `${method} ${path}`)
      assert.equal(await answer.text(), nowhere[path.endsWith('.json') ? 'json' : 'page'])
      assert.equal(answer.headers.get('cache-control'), 'no-store')
    }
  }
  await engine.close()
})

onBothEngines('a session opens nothing from elsewhere or through a proxy', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const desk = await signedIn(newsroom)
  const { cookie } = desk
  const ask = async (address: string | undefined, headers: object, host = base) =>
    (
      await newsroom.app.request(
        `${host}/desk`,
        { headers: { cookie, ...headers } },
        address === undefined ? {} : fromHere(address),
      )
    ).status
  assert.equal(await ask('127.0.0.1', {}), 200)
  assert.equal(await ask('::1', {}), 200)
  assert.equal(await ask('::ffff:127.0.0.1', {}), 200)
  assert.equal(await ask('10.1.2.3', {}), 404)
  assert.equal(await ask('127.0.0.1.example', {}), 404)
  assert.equal(await ask(undefined, {}), 404)
  assert.equal(await ask('127.0.0.1', {}, 'https://news.example'), 404)
  for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])
    assert.equal(await ask('127.0.0.1', { [name]: '127.0.0.1' }), 404, name)
  await engine.close()
})

onBothEngines('the link works once, asks for a name, and dies with the day', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { app, clock } = newsroom
  const link = await newDeskLink(engine, base, clock.now)
  const token = new URL(link).searchParams.get('token') ?? ''
  assert.ok(Buffer.from(token, 'base64url').length >= 32)
  const page = await app.request(link, {}, fromHere())
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('set-cookie'), null, 'looking changes nothing')
  assert.match(await page.text(), /Your name/)
  const open_ = (fields: Record<string, string>) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    }
    const body = new URLSearchParams(fields).toString()
    return app.request(`${base}/desk/session`, { method: 'POST', headers, body }, fromHere())
  }
  assert.equal((await open_({ token: `${token}x`, name: 'Ada' })).status, 404)
  assert.equal((await open_({ token, name: ' \n ' })).status, 422)
  const opened = await open_({ token, name: 'Ada Quill' })
  assert.equal(opened.status, 303)
  const cookie = opened.headers.get('set-cookie') ?? ''
  assert.match(
    cookie,
    /^__Host-desk=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
  )
  assert.equal((await open_({ token, name: 'Mallory' })).status, 404)
  const late = await newDeskLink(engine, base, clock.now)
  clock.now = new Date(clock.now.getTime() + 12.1 * 3_600_000)
  assert.equal((await app.request(late, {}, fromHere())).status, 404)
  const kept = await engine.db.selectFrom('desk_sessions').selectAll().execute()
  assert.ok(
    kept.every(({ hash }) => !cookie.includes(hash)),
    'only a hash is kept',
  )
  await engine.close()
})

onBothEngines('a session ends when idle, after half a day, and at sign-out', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const { clock } = newsroom
  const pass = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000)
  }
  const idle = await signedIn(newsroom)
  pass(29)
  assert.equal((await idle.get('/desk')).status, 200)
  pass(29)
  assert.equal((await idle.get('/desk', { 'x-requested-with': 'poll' })).status, 200)
  pass(2)
  assert.equal((await idle.get('/desk')).status, 404, 'a page that refreshes itself is no click')
  const busy = await signedIn(newsroom)
  for (let minutes = 0; minutes < 715; minutes += 25) {
    assert.equal((await busy.get('/desk')).status, 200)
    pass(25)
  }
  assert.equal((await busy.get('/desk')).status, 404)
  const gone = await signedIn(newsroom)
  const answer = await gone.post('/desk/session/end', {})
  assert.match(answer.headers.get('set-cookie') ?? '', /__Host-desk=; .*Max-Age=0/)
  assert.equal((await gone.get('/desk')).status, 404)
  await engine.close()
})

onBothEngines('another site cannot make an editor’s browser do anything', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const desk = await signedIn(newsroom)
  const { slug } = await newsroom.publish()
  const path = `/desk/articles/${slug}`
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
    assert.equal((await desk.post(path, { headline: 'x' }, headers)).status, 403)
  assert.match(await desk.page(path), /Port Linnet will rebuild/)
  await engine.close()
})

onBothEngines('a page of the desk is kept nowhere and names its own style', async ({ open }) => {
  const engine = await open()
  const desk = await signedIn(newsroomOn(engine))
  const { headers } = await desk.get('/desk')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-robots-tag'), 'noindex, nofollow')
  assert.match(headers.get('content-security-policy') ?? '', /style-src 'sha256-/)
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
  await engine.close()
})
