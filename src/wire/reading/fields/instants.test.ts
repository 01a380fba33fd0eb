import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readInstant } from './instants.ts'

const isoOf = (text: string): string | undefined => readInstant(text)?.iso

test('one moment is the same however it is written', () => {
  const moment = '2026-03-01T23:30:05.000Z'
  const written = [
    '2026-03-01T23:30:05Z',
    '2026-03-02T00:30:05+01:00',
    '2026-03-02T05:00:05+0530',
    '2026-03-01T21:30:05-02',
    '2026-03-01 23:30:05 UTC',
    '20260301T233005Z',
    '20260302T003005+0100',
    'Sun, 01 Mar 2026 23:30:05 GMT',
    'Mon, 2 Mar 2026 00:30:05 +0100',
    'Sun Mar 1 23:30:05 2026',
  ]
  assert.deepEqual(
    written.map(isoOf),
    written.map(() => moment),
  )
  assert.equal(isoOf('2026-03-01T23:30:05.25Z'), '2026-03-01T23:30:05.250Z')
  assert.equal(isoOf('2026-12-31T24:00:00Z'), '2027-01-01T00:00:00.000Z')
  assert.equal(isoOf('0099-12-31T23:30:00-01:00'), '0100-01-01T00:30:00.000Z')
})

test('a zone that is not named is told, and a day alone', () => {
  const of = (text: string) => {
    const { zoned, timed } = readInstant(text) ?? {}
    return { zoned, timed }
  }
  assert.deepEqual(of('2026-03-01T23:30:05'), { zoned: false, timed: true })
  assert.deepEqual(of('2026-03-01'), { zoned: false, timed: false })
  assert.deepEqual(of('2026-03-01T23:30:05Z'), { zoned: true, timed: true })
})

test('what is in no calendar, on no clock or in no zone is no time', () => {
  const none = [
    '2026-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-03-01T25:00:00Z',
    '2026-03-01T10:60:00Z',
    '2026-03-01T10:00:61Z',
    '2026-03-01T1x:00:00Z',
    '2026-03-01T10:00:00+15:00',
    '2026-03-01T10:00:00+01:60',
    '2026-03-01T10:00:00+1:00',
    '2026-03-01T10:00:00+01:000',
    '2026-03-01T10:00:00 nowhere',
    '2026-03-01T10:00:00EST',
  ]
  assert.deepEqual(
    none.filter((text) => readInstant(text) !== undefined),
    [],
  )
})
