import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownPicture } from '../../pictures/pictures.ts'
import type { Site } from '../../web/site.ts'
import type { Teaser } from '../article.ts'
import { arranged, frontPage, sectionPage } from './front-page.html.ts'

const site: Site = {
  name: 'The Tidemark',
  motto: 'What the sea left',
  language: 'en',
  origin: 'https://tidemark.example',
  sections: [
    { slug: 'news', name: 'News' },
    { slug: 'sport', name: 'Sport' },
  ],
  timeZone: 'UTC',
}

const picture: ShownPicture = {
  id: 'boat',
  caption: 'A boat on the slip.',
  credit: 'Ada Quill',
  alt: 'A boat',
  renditions: [
    { name: '640x3-2.k.jpg', shape: 'landscape', format: 'jpeg', width: 640, height: 427, size: 9 },
  ],
}

function story(number: number, more: Partial<Teaser> = {}): Teaser {
  return {
    slug: `story-${number}`,
    section: number % 2 === 0 ? 'news' : 'sport',
    headline: `Headline ${number}`,
    publishedAt: '2026-03-01T08:00:00Z',
    updatedAt: '2026-03-01T08:00:00Z',
    corrected: false,
    comments: 0,
    ...more,
  }
}

const newest = Array.from({ length: 14 }, (_, number) =>
  story(number, number % 3 === 1 ? { picture } : {}),
)

test('every story has one place on the front page, and a pictured one leads', () => {
  const front = arranged(newest, site.sections)
  assert.equal(front.lead?.slug, 'story-1')
  const page = frontPage({ site, ...front, now: '2026-03-02T15:00:00Z' })
  for (const { slug } of newest) {
    assert.equal(page.split(`<a href="/articles/${slug}">`).length, 2, slug)
  }
})

test('a story of the day shows its hour, an older one its date', () => {
  const today = story(1, { updatedAt: '2026-03-02T08:00:00Z', corrected: true, comments: 1 })
  const front = { lead: today, stories: [story(2)], sections: [] }
  const page = frontPage({ site, ...front, now: '2026-03-02T15:00:00Z' })
  assert.ok(page.includes('>08:00</time>'))
  assert.ok(page.includes('>1 Mar, 08:00</time>'))
  assert.ok(page.includes('Monday 2 March 2026') || page.includes('Monday, 2 March 2026'))
  assert.ok(page.includes('Corrected</span>'))
  assert.ok(page.includes('>1 comment</a>'))
})

test('a newsroom without stories says so', () => {
  const page = frontPage({ site, ...arranged([], site.sections), now: '2026-03-02T15:00:00Z' })
  assert.ok(page.includes('No story has been published yet.'))
})

test('a section page marks its section and leads to older stories', () => {
  const [section = { slug: '', name: '' }] = site.sections
  const page = sectionPage({ site, section, stories: newest, older: '/sections/news?before=9' })
  assert.match(page, /<a href="\/sections\/news" aria-current="page">News<\/a>/)
  assert.ok(page.includes('href="/sections/news?before=9"'))
})
