import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import type { Comment } from '../../comments/comment.ts'
import { conversation } from '../../comments/pages/comments.html.ts'
import { moodMeter } from '../../moods/moods.html.ts'
import { summaryBox } from '../../summaries/summary.html.ts'
import { html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { articlePage } from './article-page.html.ts'
import type { Article } from '../article.ts'
import { frontPage, arranged } from './front-page.html.ts'
import { gonePage } from './gone-page.html.ts'

const site: Site = {
  name: 'The Tidemark',
  motto: 'What the sea left',
  language: 'en',
  origin: 'https://tidemark.example',
  sections: [{ slug: 'news', name: 'News' }],
  timeZone: 'UTC',
}

const article: Article = {
  id: 'a1',
  slug: 'night-boats',
  section: 'news',
  headline: 'Night <boats> & "day" boats',
  standfirst: 'The last crossing leaves after midnight',
  byline: 'Northline News Agency',
  agency: 'Northline News Agency',
  creditline: 'NNA',
  copyrightNotice: '© 2026 NNA',
  language: 'en',
  subjects: [],
  body: [{ kind: 'paragraph', spans: [{ text: 'The crews went back to work.' }] }],
  revision: 2,
  publishedAt: '2026-03-02T06:40:00Z',
  updatedAt: '2026-03-02T14:05:00Z',
  corrections: [
    { revision: 2, text: 'It is 41 million.', at: '2026-03-02T14:05:00Z', paragraph: 1 },
  ],
}

const nothing = { summary: html``, moods: html``, conversation: html`` }
const plain = articlePage({ site, article, parts: nothing, related: [] })

test('the headline stands once in the page and is escaped', () => {
  assert.equal(plain.split('<h1>').length, 2)
  assert.ok(plain.includes('<h1>Night &lt;boats&gt; &amp; &quot;day&quot; boats</h1>'))
  assert.ok(!plain.includes('<boats>'))
})

test('publication and update are times, the agency is named once, credit and copyright follow', () => {
  assert.ok(
    plain.includes('<time datetime="2026-03-02T06:40:00Z">2 March 2026, 06:40\u00a0UTC</time>'),
  )
  assert.ok(plain.includes('Updated <time datetime="2026-03-02T14:05:00Z">'))
  assert.equal(plain.split('Northline News Agency').length, 2)
  assert.ok(plain.includes('Credit: NNA'))
  assert.ok(plain.includes('© 2026 NNA'))
})

test('a correction is told in its own words and leads to its paragraph', () => {
  assert.match(plain, /<b>Corrected<\/b>.*It is 41 million\. <a href="#p1">/)
})

test('JSON-LD cannot close its own element', () => {
  const jsonLd = { headline: '</script><script>alert(1)</script>' }
  const page = articlePage({ site, article, parts: nothing, related: [], jsonLd })
  assert.ok(!page.includes('alert(1)</script>'))
})

test('no page holds what the Content-Security-Policy forbids', () => {
  const front = frontPage({ site, ...arranged([], site.sections), now: '2026-03-02T15:00:00Z' })
  for (const page of [
    plain,
    front,
    gonePage({ site, onHold: false, words: 'Withdrawn by the agency.' }),
  ]) {
    assert.doesNotMatch(page, /\sstyle="|\son\w+="|<script(?![^>]+(?:src=|ld\+json))/)
  }
})

const words =
  'nobody asked who repairs the boat in October when the wind turns and every spare part is across the water'.split(
    ' ',
  )

function comment(number: number): Comment {
  const text = Array.from({ length: 45 }, (_, i) => words[(i * number + i * i) % words.length])
  return {
    id: `c${number * 7919}`,
    name: `Reader ${number}`,
    text: text.join(' '),
    createdAt: `2026-03-02T14:${10 + number}:00Z`,
    recommended: number % 5,
    replies: [],
  }
}

test('an article with twenty comments weighs at most 10 KB on the wire', () => {
  const comments = Array.from({ length: 20 }, (_, index) => comment(index + 1))
  const long: Article = {
    ...article,
    body: comments.map(({ text = '' }) => ({ kind: 'paragraph', spans: [{ text }] })),
  }
  const page = articlePage({
    site,
    article: long,
    related: [],
    parts: {
      summary: summaryBox({ article: long, state: 'none', site }),
      moods: moodMeter({ slug: long.slug, counts: { happy: 30, sad: 4 }, minimum: 20 }),
      conversation: conversation({
        site,
        article: long,
        comments,
        total: 20,
        order: 'newest',
        open: true,
      }),
    },
  })
  const weight = brotliCompressSync(page).length
  assert.ok(weight <= 10 * 1024, `${weight} bytes`)
})
