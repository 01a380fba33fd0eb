import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moods } from './mood.ts'
import { moodMeter } from './moods.html.ts'

const meter = (more: Partial<Parameters<typeof moodMeter>[0]>) =>
  moodMeter({ slug: 'night-boats', counts: {}, minimum: 20, ...more }).toString()

test('all eight moods are asked in one form', () => {
  const drawn = meter({})
  assert.equal(drawn.split('<form').length, 2)
  for (const mood of moods) assert.ok(drawn.includes(`<button name="mood" value="${mood}"`))
})

test('under the minimum no count is shown, only how many clicks there are', () => {
  const drawn = meter({ counts: { happy: 19 } })
  assert.ok(drawn.includes('Too few clicks to show: 19 of 20.'))
  assert.ok(!drawn.includes('class="bar"'))
  assert.ok(!drawn.includes('%'))
})

test('from the minimum on the counts stand with their number and their share', () => {
  const drawn = meter({ counts: { happy: 15, sad: 5 } })
  assert.ok(drawn.includes('20 clicks by readers, not a poll.'))
  assert.ok(drawn.includes('<span>15 <i>75 %</i></span>'))
  assert.ok(drawn.includes('<path d="M0 0h75v1h-75z"/>'))
})

test('the reader’s own mood is marked and can be changed', () => {
  const drawn = meter({ own: 'dont-care' })
  assert.ok(drawn.includes('value="dont-care" aria-pressed="true"'))
  assert.equal(drawn.split('aria-pressed="true"').length, 2)
  assert.ok(drawn.includes('You chose “Don’t care”; you can change it.'))
  assert.ok(!meter({}).includes('aria-pressed'))
})
