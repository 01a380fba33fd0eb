import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pace } from './pace.ts'

const start = new Date('2026-05-04T12:00:00.000Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

test('a network may act in a burst, then at its pace', () => {
  const pace = new Pace({ burst: 3, perMinute: 6 })
  assert.deepEqual(
    [1, 2, 3, 4].map(() => pace.allows('192.0.2.7', start)),
    [true, true, true, false],
  )
  assert.equal(pace.allows('192.0.2.7', later(9)), false)
  assert.equal(pace.allows('192.0.2.7', later(20)), true)
})

test('addresses of one network share its pace, others do not', () => {
  const pace = new Pace({ burst: 1, perMinute: 1 })
  assert.equal(pace.allows('192.0.2.7', start), true)
  assert.equal(pace.allows('192.0.2.200', start), false)
  assert.equal(pace.allows('::ffff:192.0.2.9', start), false)
  assert.equal(pace.allows('192.0.3.7', start), true)
  assert.equal(pace.allows('2001:db8:1:100::1', start), true)
  assert.equal(pace.allows('2001:db8:1:1ff:9::2', start), false)
  assert.equal(pace.allows('2001:db8:1:200::1', start), true)
})

test('a clock that jumps back gives nothing and takes nothing', () => {
  const pace = new Pace({ burst: 1, perMinute: 60 })
  assert.equal(pace.allows('192.0.2.7', start), true)
  assert.equal(pace.allows('192.0.2.7', later(-3600)), false)
})
