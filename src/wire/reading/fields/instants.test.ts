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

test('times as careless programs write them are read where they can be meant in one way', () => {
  const moment = '2030-05-01T18:05:09.000Z'
  const written = [
    'Wed, 01 May 2030 6:05:09 pm GMT',
    'May 1, 2030 6:05:09 PM UTC',
    'Wednesday, May 1st, 2030 at 1:05:09 p.m. EST',
    'Wed May 01 2030 20:05:09 GMT+0200 (Central European Summer Time)',
    'Wed, 1 May 2030 18:05:09 +0000 GMT',
    '2030-5-1T18:5:9Z',
    '2030/05/01 18:05:09 +0000',
    '01.05.2030 18:05:09 +00:00',
  ]
  assert.deepEqual(
    written.map(isoOf),
    written.map(() => moment),
  )
  assert.equal(isoOf('1 May 2030 12:00 am GMT'), '2030-05-01T00:00:00.000Z')
  assert.equal(isoOf('1 May 2030 12:00 pm GMT'), '2030-05-01T12:00:00.000Z')
  assert.equal(isoOf('1777615509'), '2026-05-01T06:05:09.000Z')
  assert.equal(isoOf('1777615509000'), '2026-05-01T06:05:09.000Z')
  assert.deepEqual(readInstant('Wednesday, May 1, 2030 - 06:00')?.zoned, false)
  const none = [
    '05/01/2030 06:00 PM',
    '1 May 2030 13:00 pm GMT',
    '31.02.2030 06:00',
    '9777615509',
    '177761550',
    'May 2030',
    'March 1 2030 saw the lamp lit',
  ]
  assert.deepEqual(
    none.filter((text) => readInstant(text) !== undefined),
    [],
  )
})
