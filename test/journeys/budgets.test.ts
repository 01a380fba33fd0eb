import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { get } from 'node:http'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { conversationOn, postComment } from '../../src/comments/comments.ts'
import { articleAt } from '../../src/articles/articles.ts'
import type { RunningSite } from '../site/newsroom.ts'
import { eventually } from '../site/newsroom.ts'
import { onStage } from './browser.ts'

/** The most that an article page with twenty comments may be: bytes over the wire, and requests. */
const budgets = { html: 14 * 1024, besidesPictures: 24 * 1024, scripts: 8 * 1024, requests: 4 }

const stage = onStage()
const slug = 'quay-nine-alarm-was-switched-off'
const address = `/articles/${slug}`

stage.journey(
  'an article page with twenty comments keeps to its bytes and requests in a real browser',
  { viewport: { width: 360, height: 740 } },
  async ({ page, context, site, open }) => {
    await talkOfTwenty(site)
    const answered = await answersWhile(async () => {
      await open(address)
      await page.waitForLoadState('networkidle')
    })
    assert.equal(await page.locator('.comment').count(), 20)
    const besides = answered.filter(({ path }) => !path.startsWith('/pictures/'))
    const html = sum(answered.filter(({ path }) => path === address))
    const scripts = sum(answered.filter(({ path }) => path.startsWith('/scripts/')))
    const list = besides.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')
    console.log(`HTML ${html}, scripts ${scripts}, besides pictures ${sum(besides)}: ${list}`)
    assert.ok(html > 0 && html <= budgets.html, `HTML: ${html} bytes`)
    assert.ok(scripts > 0 && scripts <= budgets.scripts, `scripts: ${scripts} bytes`)
    assert.ok(sum(besides) <= budgets.besidesPictures, `besides pictures: ${list}`)
    assert.ok(besides.length <= budgets.requests, `requests besides pictures: ${list}`)
    assert.deepEqual(await context.cookies(), [], 'no cookie before an action')
    assert.deepEqual(await stored(), [], 'nothing is stored')

    function stored(): Promise<string[]> {
      return page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await caches.keys()),
        ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ])
    }
  },
)

stage.journey(
  'reading on costs the reader no second copy of anything',
  {},
  async ({ page, open }) => {
    // A new site is still making the sizes of its pictures, and a better one would be loaded.
    await eventually(
      async () => /<picture>.*avif/.test((await fetched({})).body.toString()),
      90_000,
    )
    await open('/')
    await open(address)
    await page.waitForLoadState('networkidle')
    const answered = await answersWhile(async () => {
      await open(address)
      await page.waitForLoadState('networkidle')
    })
    assert.ok(
      sum(answered) < 4096,
      answered.map(({ path, bytes }) => `${path} ${bytes}`).join(', '),
    )
  },
)

test('the page is the same bytes in every encoding, and 304 for whoever has it', async () => {
  const plain = await fetched({})
  const brotli = await fetched({ 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await fetched({ 'accept-encoding': 'gzip' })
  assert.equal(brotli.headers['content-encoding'], 'br')
  assert.deepEqual(brotliDecompressSync(brotli.body), plain.body)
  assert.deepEqual(gunzipSync(gzip.body), plain.body)
  assert.match(brotli.headers.vary ?? '', /Accept-Encoding/)
  const again = await fetched({
    'accept-encoding': 'br',
    'if-none-match': brotli.headers.etag ?? '',
  })
  assert.deepEqual([again.status, again.body.length], [304, 0])
})

interface Answered {
  path: string
  /** Head and body, as they went into the socket. */
  bytes: number
}

/** What the site sent while something was done; it runs in this process, so nothing escapes. */
async function answersWhile(act: () => Promise<void>): Promise<Answered[]> {
  const answered: Answered[] = []
  const before = new Map<unknown, number>()
  const starts = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    before.set(request, request.socket.bytesWritten)
  }
  const ends = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const sent = response.socket?.bytesWritten ?? request.socket.bytesWritten
    answered.push({ path: request.url ?? '', bytes: sent - (before.get(request) ?? 0) })
  }
  subscribe('http.server.request.start', starts)
  subscribe('http.server.response.finish', ends)
  await act()
  unsubscribe('http.server.request.start', starts)
  unsubscribe('http.server.response.finish', ends)
  return answered
}

function sum(answers: Answered[]): number {
  return answers.reduce((all, { bytes }) => all + bytes, 0)
}

/** Adds to what the demo's readers have said, until there are twenty. */
async function talkOfTwenty(site: RunningSite): Promise<void> {
  const { engine } = site.house
  const found = await articleAt(engine.db, slug, new Date())
  assert.ok(found && 'article' in found)
  const { total } = await conversationOn(engine.db, found.article.id, 'newest')
  for (let i = total; i < 20; i++) {
    const text = `${sayings[i % sayings.length] ?? ''}\n\nThat is how it looked from ${i} Quay Street, at least.`
    const done = await postComment(
      engine,
      found.article.id,
      { name: `${names[i % names.length] ?? ''} ${i}`, text, trap: '' },
      new Date(),
    )
    assert.ok('posted' in done)
  }
  site.house.pages.forget([`article:${found.article.id}`])
}

const names = ['Ines', 'Tomas', 'Old Harbour Hand', 'M. Ostby', 'zé']
const sayings = [
  'I worked the night shift there until the spring, and the panel beside the goods lift showed a fault for as long as I can remember. We were told that somebody would come.',
  'Who signs for the yearly test? The story names two offices and neither of them answers the telephone, which I have now tried on three mornings in a row.',
  'My mother could see the smoke from the other side of the river, and she called before any siren was heard.',
  'What would it have cost to keep it running? A tenth of what the roof alone will cost now, and nobody will be asked to pay it back.',
  'Thank you for printing the dates. It is the first time that anybody has put them in order.',
]

function fetched(headers: Record<string, string>) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      get(stage.site().origin + address, { headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        )
      }).on('error', reject)
    },
  )
}
