import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantsOnClock, isTimeZone } from './clock.ts'

const both = (shown: string, zone: string): string[] => {
  const { earlier, later } = instantsOnClock(`${shown}Z`, zone)
  return [earlier.slice(0, 16), later.slice(0, 16)]
}

test('a clock shows most times once', () => {
  assert.deepEqual(both('2026-07-01T15:00', 'Europe/Oslo'), [
    '2026-07-01T13:00',
    '2026-07-01T13:00',
  ])
  assert.deepEqual(both('2026-01-01T00:30', 'America/St_Johns'), [
    '2026-01-01T04:00',
    '2026-01-01T04:00',
  ])
  assert.deepEqual(both('2026-05-04T12:00', 'Asia/Kathmandu'), [
    '2026-05-04T06:15',
    '2026-05-04T06:15',
  ])
})

test('an hour of autumn comes twice and one of spring never, east and west of Greenwich', () => {
  assert.deepEqual(both('2026-10-25T02:30', 'Europe/Oslo'), [
    '2026-10-25T00:30',
    '2026-10-25T01:30',
  ])
  assert.deepEqual(both('2026-03-29T02:30', 'Europe/Oslo'), [
    '2026-03-29T00:30',
    '2026-03-29T01:30',
  ])
  const newYork = (shown: string) => both(shown, 'America/New_York')
  assert.deepEqual(newYork('2026-11-01T01:30'), ['2026-11-01T05:30', '2026-11-01T06:30'])
  assert.deepEqual(newYork('2026-03-08T02:30'), ['2026-03-08T06:30', '2026-03-08T07:30'])
  // Lord Howe puts its clock on by half an hour.
  const howe = both('2026-04-05T01:45', 'Australia/Lord_Howe')
  assert.deepEqual(howe, ['2026-04-04T14:45', '2026-04-04T15:15'])
  // Samoa left out a whole day.
  assert.deepEqual(both('2011-12-30T12:00', 'Pacific/Apia'), [
    '2011-12-29T22:00',
    '2011-12-30T22:00',
  ])
})

test('a zone is one by its name, not by its distance to UTC', () => {
  for (const name of ['Europe/Oslo', 'UTC', 'America/Argentina/Buenos_Aires'])
    assert.ok(isTimeZone(name), name)
  for (const name of ['', '+02:00', 'Europe/Nowhere', 'Oslo', '../Europe/Oslo', 'Europe/Oslo\n'])
    assert.ok(!isTimeZone(name), JSON.stringify(name))
})
