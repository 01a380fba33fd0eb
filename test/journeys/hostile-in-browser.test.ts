import assert from 'node:assert/strict'
import type { Article } from '../../src/articles/articles.ts'
import { postComment } from '../../src/comments/comments.ts'
import { summariseRevision } from '../../src/summaries/summaries.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { takeIn } from '../../src/wire/wire.ts'
import type { RunningSite } from '../site/newsroom.ts'
import { hostileRecords, places, skipWithout } from '../data/test-data.ts'
import { strangeMarkup } from './allowed-markup.ts'
import { onStage, publishOn } from './browser.ts'

const skip = skipWithout(places.hostile)
const stage = onStage({ empty: true })
const most = 50
const threadsOnPage = 20

const markup = () => [
  ...['dompurify', 'h5sc', 'loofah', 'owasp-xss', 'patt'].flatMap((file) => textsOf('xss', file)),
  ...textsOf('html', 'html5lib'),
]

stage.journey(
  'markup in comments and names is text, with the policy of the page and without it',
  { skip },
  async ({ page, site, open }) => {
    const addresses = await talksOf(site, markup())
    for (const address of addresses) await open(address)
    assert.equal(await page.evaluate(() => window.name), '')
    await withoutPolicy(site, addresses)
  },
)

stage.journey(
  'markup in wire copy and headlines is cleaned, with the policy of the page and without it',
  { skip },
  async ({ site, open }) => {
    const alone = markup().flatMap((payload, i) => [
      // Mark-up alone is no headline: it would wait for an editor.
      ninjs(`n-${i}`, `Story ${i} ${payload}`, `<p>A paragraph.</p>${payload}`),
      g2(`g-${i}`, `Story ${i} ${payload}`),
    ])
    const one = await wireOf(site, alone)
    const together = inGroups(markup(), 15).map((group, i) =>
      ninjs(
        `t-${i}`,
        'All together',
        group.map((payload) => `<p>A paragraph.</p>${payload}`).join('\n'),
      ),
    )
    const many = await wireOf(site, together)
    assert.ok(one.length > 300, `${one.length} items of ${alone.length} became stories`)
    for (const address of many) await open(address)
    await open('/sections/news')
    await withoutPolicy(site, many, [...one, '/', '/sections/news'])
  },
)

stage.journey(
  'a comment sent through the form as a browser sends it is text too',
  { skip, refusals: [422] },
  async ({ page, site, open }) => {
    const story = await publishOn(site, 'A story for forms')
    for (const payload of textsOf('xss', 'patt').slice(0, 6)) {
      await open(`/articles/${story.slug}`)
      await page.getByLabel('Add a comment').fill(payload)
      await page.getByLabel('Name').fill(payload.slice(0, 60))
      await page.getByRole('button', { name: 'Post comment' }).click()
      await page
        .locator('[role=status]:not(:empty), [role=alert]')
        .first()
        .waitFor({ state: 'attached' })
    }
    await withoutPolicy(site, [`/articles/${story.slug}`])
  },
)

stage.journey(
  'no character in a comment moves its neighbours or widens the page',
  { skip, viewport: { width: 360, height: 740 } },
  async ({ page, site, open }) => {
    const texts = [
      ...textsOf('unicode', 'blns'),
      ...textsOf('unicode', 'own'),
      ...textsOf('unicode', 'own-bytes'),
    ]
    const addresses = await talksOf(site, texts)
    assert.ok(addresses.length >= 3)
    for (const address of addresses) {
      await open(address)
      const moved = await page.evaluate(() => {
        const found: string[] = []
        let bottom = 0
        for (const comment of document.querySelectorAll('.comments > .comment')) {
          const box = comment.getBoundingClientRect()
          const [name, time] = ['.who b', '.who a'].map((part) =>
            comment.querySelector(part)?.getBoundingClientRect(),
          )
          if (box.top < bottom) found.push(`overlaps: ${comment.textContent}`)
          if (!name || !time || (time.left < name.right - 1 && time.top < name.bottom - 1))
            found.push(`the time has changed places: ${comment.textContent}`)
          for (const part of comment.querySelectorAll('p')) {
            if (part.scrollWidth > part.clientWidth + 1) found.push(`too wide: ${part.textContent}`)
          }
          if (/\p{M}{5}/u.test(comment.textContent)) found.push(`marks: ${comment.textContent}`)
          bottom = box.bottom
        }
        if (document.documentElement.scrollWidth > innerWidth)
          found.push('the page scrolls sideways')
        return found
      })
      assert.deepEqual(moved, [], address)
    }
  },
)

/** The same addresses in a browser that obeys no policy, and every one read by its parser. */
async function withoutPolicy(site: RunningSite, opened: string[], read = opened): Promise<void> {
  await stage.visit({ bypassCSP: true }, async ({ page, open }) => {
    for (const address of opened) await open(address)
    assert.equal(await page.evaluate(() => window.name), '')
    assert.deepEqual(await strangeMarkup(page, [...opened, ...read]), [], site.origin)
  })
}

/** Puts each text under a story as a comment and as a name; as many stories as it takes. */
async function talksOf(site: RunningSite, texts: string[]): Promise<string[]> {
  const addresses: string[] = []
  let taken = 0
  for (const group of inGroups(texts, threadsOnPage)) {
    const story = await publishOn(site, 'A story that people talk about')
    for (const text of group) taken += (await say(site, story, text)) ? 1 : 0
    addresses.push(`/articles/${story.slug}`)
  }
  assert.ok(taken > texts.length * 0.8, `${taken} of ${texts.length} were taken`)
  return addresses
}

/** Many of the texts differ only in what a repeat does not look at; it forgets after an hour. */
const repeatTime = 61 * 60_000
let clock = Date.parse('2026-01-01T12:00:00Z')

async function say({ house }: RunningSite, story: Article, text: string): Promise<boolean> {
  const name = [...text].slice(0, 30).join('')
  for (const tried of [name, 'Ada']) {
    const form = { name: tried, text, trap: '' }
    const posting = await postComment(house.engine, story.id, form, new Date((clock += repeatTime)))
    if ('posted' in posting) return true
    if (posting.refused !== 'no-name') return false
  }
  return false
}

/** Takes wire files in and gives the addresses of the stories that they became. */
async function wireOf({ house }: RunningSite, files: string[]): Promise<string[]> {
  const tools = {
    engine: house.engine,
    read: readWire,
    onRevision: summariseRevision,
    siteLanguage: 'en',
    section: 'news',
    now: house.now,
  }
  const addresses: string[] = []
  for (const file of files) {
    const bytes = new TextEncoder().encode(file)
    const lines = await takeIn({ bytes, source: 'wire', channel: 'test', fileName: 'x' }, tools)
    addresses.push(...lines.flatMap(({ article }) => article ?? []))
  }
  house.pages.forgetAll()
  return [...new Set(addresses)]
}

function ninjs(id: string, headline: string, body: string): string {
  return JSON.stringify({ uri: `urn:hostile:${id}`, headline, body_html: body, byline: headline })
}

function g2(id: string, payload: string): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:hostile:${id}" version="1" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>A story</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>A paragraph.</p>${payload}</body></html></inlineXML></contentSet></newsItem>`
}

function textsOf(kind: string, file: string): string[] {
  return hostileRecords(kind, [file], most).map(({ bytes }) => bytes.toString('utf8'))
}

function inGroups<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  )
}
