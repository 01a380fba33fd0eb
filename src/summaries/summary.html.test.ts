import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Site } from '../web/site.ts'
import { summaryBox } from './summary.html.ts'
import type { Summary } from './summary.ts'

const site: Site = {
  name: 'The Tidemark',
  motto: '',
  language: 'en',
  origin: 'https://tidemark.example',
  sections: [],
  timeZone: 'UTC',
}
const article = { slug: 'night-boats', revision: 3 }
const summary: Summary = {
  method: 'extract',
  revision: 3,
  createdAt: '2026-03-02T14:05:00Z',
  sentences: [
    {
      text: 'The crews <b>went</b> back.',
      evidence: [
        { paragraph: 4, start: 0, end: 9 },
        { paragraph: 4, start: 12, end: 20 },
        { paragraph: 7, start: 0, end: 3 },
      ],
    },
  ],
}
const drawn = (summary: Summary) =>
  summaryBox({ article, summary, state: 'shown', site }).toString()

test('the label says how it was made, from which revision, and that nobody has checked it', () => {
  const box = drawn(summary)
  assert.ok(box.includes('Sentences chosen from the article by machine, word for word.'))
  assert.ok(box.includes('revision 3 of this article'))
  assert.ok(box.includes('Nobody has checked it yet.'))
})

test('the label says so where a sentence is not whole', () => {
  const sentences = summary.sentences.map((each) => ({ ...each, shortened: true as const }))
  const box = drawn({ ...summary, sentences })
  assert.match(box, /Sentences chosen from the article by machine; (\d+) of \1 shortened\./)
})

test('the label names who checked it and when', () => {
  const box = drawn({ ...summary, examiner: 'Mira Oduya', examinedAt: '2026-03-02T15:00:00Z' })
  assert.match(box, /Checked by Mira Oduya, <time datetime="2026-03-02T15:00:00Z">/)
  assert.ok(!box.includes('Nobody'))
})

test('a model is named, and its sentences are not called the article’s own', () => {
  const box = drawn({ ...summary, method: 'tern-3' })
  assert.ok(box.includes('Written by machine (tern-3)'))
  assert.ok(!box.includes('1:1'))
})

test('a sentence opens its paragraph, and each further one once', () => {
  const box = drawn(summary)
  assert.ok(box.includes('<a href="#p4">The crews &lt;b&gt;went&lt;/b&gt; back.'))
  assert.equal(box.split('href="#p4"').length, 2)
  assert.equal(box.split('href="#p7"').length, 2)
})

test('a summary of another revision is not shown; readers may ask for a new one', () => {
  const box = drawn({ ...summary, revision: 2 })
  assert.ok(!box.includes('The crews'))
  assert.ok(box.includes('action="/articles/night-boats/summary"'))
  assert.ok(box.includes('Summarize this article'))
})

test('a brief article and one without summaries offer no button', () => {
  for (const state of ['brief', 'off'] as const) {
    assert.ok(!summaryBox({ article, state, site }).toString().includes('<button'))
  }
})
