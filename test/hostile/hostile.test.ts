import assert from 'node:assert/strict'
import { postComment } from '../../src/comments/comments.ts'
import type { Article } from '../../src/articles/articles.ts'
import { onBothEngines } from '../database/engines.ts'
import type { Newsroom } from '../site/newsroom.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { hostileRecords, places, skipWithout } from '../data/test-data.ts'

const skip = skipWithout(places.hostile)
const most = 50
/** What only a database would say. */
const databaseWords =
  /sqlite|syntax error|SQLSTATE|no such (?:table|column)|unterminated quoted|pg_catalog|kysely/i

onTheSite('SQL in any parameter is an unknown value like others', async (newsroom, article) => {
  const page = `/articles/${article.slug}`
  const unknown = await bodyOf(newsroom.get('/articles/nobody-wrote-this'))
  const whole = await bodyOf(newsroom.get(page))
  for (const { bytes, name } of records('sqli', ['own', 'patt'])) {
    const text = bytes.toString('utf8')
    const value = encodeURIComponent(text)
    const absent = [
      '/articles/',
      '/sections/',
      '/pictures/',
      '/scripts/',
      '/feeds/',
      `${page}/comments/`,
    ]
    for (const path of absent) {
      const answer = await newsroom.get(path + value)
      assert.equal(answer.status, 404, `${name} at ${path}`)
      assert.equal(await answer.text(), unknown, `${name} at ${path}`)
    }
    for (const query of [`sort=${value}`, `page=${value}`, `${value}=1`])
      assert.equal(await bodyOf(newsroom.get(`${page}?${query}`)), whole, `${name} in ?${query}`)
    const found = await newsroom.get(`/search?q=${value}`)
    assert.ok(found.status < 500, `${name} in a search: ${found.status}`)
    assert.equal((await newsroom.post(`${page}/mood`, { mood: text })).status, 422, name)
    later(newsroom)
    const answered = { name: 'Ada', text: 'An answer', parent: text }
    assert.equal((await newsroom.post(`${page}/comments`, answered)).status, 422, name)
    const recommended = await newsroom.post(`${page}/comments/${value}/recommendation`, {})
    assert.equal(recommended.status, 404, name)
  }
  assert.doesNotMatch(unknown + whole, databaseWords)
})

onTheSite('SQL in a comment and in its name is said as it was typed', async (newsroom, article) => {
  const page = `/articles/${article.slug}`
  for (const { bytes, name } of records('sqli', ['own', 'patt'])) {
    const text = bytes.toString('utf8')
    later(newsroom)
    const form = { name: text.slice(0, 60), text }
    const posted = await newsroom.post(`${page}/comments`, form)
    assert.ok([303, 422].includes(posted.status), `${name}: ${posted.status}`)
    assert.equal((await newsroom.get(page)).status, 200)
  }
})

onTheSite(
  'odd characters and broken bytes are kept or refused with words',
  async (newsroom, article) => {
    const page = `/articles/${article.slug}`
    for (const { bytes, name } of records('unicode', ['blns', 'own', 'own-bytes'])) {
      const raw = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
      later(newsroom)
      const posted = await newsroom.app.request(`${page}/comments`, {
        method: 'POST',
        headers: { ...form, 'sec-fetch-site': 'same-origin' },
        body: `name=${raw}&text=${raw}`,
      })
      assert.ok([303, 422].includes(posted.status), `${name}: ${posted.status}`)
      if (posted.status === 422) assert.match(await posted.text(), /role="alert">[^<]{20}/, name)
      const [line] = await newsroom.ingest(
        JSON.stringify({
          uri: `urn:odd:${name}`,
          headline: bytes.toString('utf8'),
          body_text: bytes.toString('utf8'),
        }),
      )
      assert.ok(line, name)
      const story = line.article ? await newsroom.get(line.article) : undefined
      assert.ok(
        story === undefined || [200, 404].includes(story.status),
        `${name}: ${story?.status}`,
      )
      for (const path of [`/articles/${raw}`, `/search?q=${raw}`, `${page}?sort=${raw}`])
        assert.ok((await newsroom.get(path)).status < 500, `${name} at ${path}`)
    }
    const everything = await bodyOf(newsroom.get(page))
    assert.doesNotMatch(everything, /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\ufffe\uffff]/)
    for (const list of [
      '/',
      '/feeds/all.rss',
      '/feeds/all.atom',
      '/feeds/all.json',
      '/sitemap.xml',
    ])
      assert.equal((await newsroom.get(list)).status, 200, list)
  },
)

onTheSite(
  'JSON where a form is expected is refused, and no key reaches a prototype',
  async (newsroom, article) => {
    const page = `/articles/${article.slug}`
    const posted = await postComment(
      newsroom.house.engine,
      article.id,
      { name: 'A', text: 'B', trap: '' },
      newsroom.clock.now,
    )
    assert.ok('posted' in posted)
    const comment = `${page}/comments/${posted.posted.id}/recommendation`
    for (const { bytes, name } of records('json', ['own', 'jsontestsuite'])) {
      for (const path of [`${page}/comments`, `${page}/mood`, comment]) {
        for (const type of [{ 'content-type': 'application/json' }, form]) {
          later(newsroom)
          const answer = await newsroom.app.request(path, {
            method: 'POST',
            headers: type,
            body: bytes,
          })
          assert.ok(answer.status < 500, `${name} at ${path}: ${answer.status}`)
          if (path !== comment) assert.ok(answer.status >= 400, `${name} at ${path} was taken`)
        }
      }
      const lines = await newsroom.ingest(bytes)
      assert.ok(lines.length > 0, name)
      for (const { outcome, reason } of lines)
        assert.ok(outcome !== 'refused' || (reason ?? '').length > 10, `${name} says why`)
      assert.equal(({} as { polluted?: unknown }).polluted, undefined, name)
    }
  },
)

onTheSite('a form of another site changes nothing', async (newsroom, article) => {
  const path = `/articles/${article.slug}/mood`
  const { origin } = newsroom.house.site
  for (const record of records('http', ['own-csrf'])) {
    const { method = 'GET', headers: asked = {} } = record as unknown as Matrix
    const headers = new Headers(form)
    const from = asked.origin === 'https://standfirst.example' ? origin : asked.origin
    if (typeof from === 'string') headers.set('origin', from)
    if (asked.sfs) headers.set('sec-fetch-site', asked.sfs)
    if (asked.cookie) headers.set('cookie', 'voter=0123456789abcdefghijkl')
    const isRead = method === 'GET' || method === 'OPTIONS'
    const answer = await newsroom.app.request(path, {
      method,
      headers,
      ...(isRead ? {} : { body: 'mood=happy' }),
    })
    assert.ok(answer.status < 500, record.name)
    assert.equal(answer.headers.get('access-control-allow-origin'), null, record.name)
    if (isRead) continue
    if (record.expect === 'allow') assert.notEqual(answer.status, 403, record.name)
    if (record.expect?.startsWith('deny')) assert.equal(answer.status, 403, record.name)
  }
  const framed = await newsroom.get(`/articles/${article.slug}`)
  assert.match(framed.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
})

interface Matrix {
  method?: string
  headers?: { origin?: string | null; sfs?: string | null; cookie?: boolean }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

function onTheSite(
  sentence: string,
  run: (newsroom: Newsroom, article: Article) => Promise<void>,
): void {
  onBothEngines(sentence, async (place, t) => {
    if (skip !== false) return t.skip(skip)
    const engine = await place.open()
    try {
      const newsroom = newsroomOn(engine)
      await run(newsroom, await newsroom.publish())
    } finally {
      await engine.close()
    }
  })
}

function records(kind: string, files: string[]) {
  return files.flatMap((file) => hostileRecords(kind, [file], most))
}

/** An hour and more, so that neither the pace nor a repeat stands in the way. */
function later({ clock }: Newsroom): void {
  clock.now = new Date(clock.now.getTime() + 61 * 60_000)
}

async function bodyOf(answer: Promise<Response>): Promise<string> {
  return (await answer).text()
}
