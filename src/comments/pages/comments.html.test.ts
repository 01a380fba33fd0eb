import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site } from '../../web/site.ts'
import type { Comment } from '../comment.ts'
import { commentPage, conversation, type Conversation } from './comments.html.ts'

const site: Site = {
  name: 'The Tidemark',
  motto: '',
  language: 'en',
  origin: 'https://tidemark.example',
  sections: [],
  timeZone: 'UTC',
}
const reply: Comment = {
  id: 'c2',
  parentId: 'c1',
  name: 'Tomas',
  text: 'I was there.',
  createdAt: '2026-03-02T15:00:00Z',
  recommended: 0,
  replies: [],
}
const first: Comment = {
  id: 'c1',
  name: '<img src=x onerror=alert(1)>',
  text: 'One <b>line</b>\n\nand another',
  createdAt: '2026-03-02T14:00:00Z',
  recommended: 3,
  replies: [reply],
}

const talk = (more: Partial<Conversation> = {}) =>
  conversation({
    site,
    article: { slug: 'night-boats' },
    comments: [first, { ...reply, id: 'c3', replies: [] }],
    total: 3,
    order: 'oldest',
    open: true,
    ...more,
  }).toString()

test('names and texts of readers are never markup', () => {
  const drawn = talk()
  assert.ok(!drawn.includes('<img'))
  assert.ok(!drawn.includes('<b>line'))
  assert.ok(
    drawn.includes('<p dir="auto">One &lt;b&gt;line&lt;/b&gt;</p><p dir="auto">and another</p>'),
  )
})

test('the order in use is marked and the others can be had without a script', () => {
  const drawn = talk()
  assert.ok(drawn.includes('?sort=oldest#comments" aria-current="true">Oldest'))
  assert.ok(drawn.includes('?sort=best#comments">Best'))
})

test('a part of a long conversation links to what comes before and after it', () => {
  const drawn = talk({ part: { page: 2, before: 20, after: 1 } })
  assert.ok(drawn.includes('?sort=oldest#comments">20 conversations before these</a>'))
  assert.ok(drawn.includes('?sort=oldest&amp;page=3#comments">1 more conversation</a>'))
  assert.ok(!talk().includes('conversations'))
})

test('a comment can be recommended, answered and pointed at', () => {
  const drawn = talk()
  assert.ok(drawn.includes('id="comment-c1"'))
  assert.ok(drawn.includes('action="/articles/night-boats/comments/c1/recommendation"'))
  assert.ok(drawn.includes('<button>Recommend · 3</button>'))
  assert.ok(drawn.includes('href="/articles/night-boats/comments/c1" data-reply="c1">Reply'))
})

test('a comment that was taken down keeps its place and its replies, not its words or name', () => {
  const { text, ...gone } = first
  assert.ok(text)
  const drawn = talk({ comments: [{ ...gone, name: 'Secret' }] })
  assert.ok(drawn.includes('This comment was taken down'))
  assert.ok(drawn.includes('I was there.'))
  assert.ok(!drawn.includes('Secret'))
})

test('the empty conversation invites, the closed one does not ask', () => {
  assert.ok(talk({ comments: [], total: 0 }).includes('There are no comments yet.'))
  const closed = talk({ open: false })
  assert.ok(!closed.includes('<textarea'))
  assert.ok(!closed.includes('Reply</a>'))
})

test('a refused comment keeps what was typed, escaped, beside the reason', () => {
  const drawn = talk({
    error: 'That is too long.',
    values: { name: 'A"b', text: '</textarea><p>' },
  })
  assert.ok(drawn.includes('role="alert">That is too long.'))
  assert.ok(drawn.includes('value="A&quot;b"'))
  assert.ok(drawn.includes('&lt;/textarea&gt;'))
  assert.ok(drawn.includes('aria-invalid="true"'))
})

test('a comment’s own page holds its replies and the form that answers it', () => {
  const page = commentPage({
    site,
    article: { slug: 'night-boats', headline: 'Night boats' },
    comment: first,
    open: true,
  })
  assert.ok(page.includes('<input type="hidden" name="parent" value="c1">'))
  assert.ok(page.includes('id="comment-c2"'))
  assert.ok(page.includes('href="/articles/night-boats#comments"'))
})
