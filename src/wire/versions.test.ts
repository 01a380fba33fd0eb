import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VersionFacts } from './versions.ts'
import { compareVersions, countsBeside } from './versions.ts'

function version(facts: Partial<VersionFacts>): VersionFacts {
  return { version: '1', versionCreated: null, receivedAt: '', pubStatus: 'usable', ...facts }
}

/** What the site takes for the current one of all that have arrived, in whatever order. */
function newest(versions: readonly VersionFacts[]): VersionFacts | undefined {
  return versions.toSorted(compareVersions).at(-1)
}

test('counters count, not their letters', () => {
  assert.ok(compareVersions(version({ version: '9' }), version({ version: '10' })) < 0)
})

test('rule 8: a counter decides before the time, since clocks are set wrong more often', () => {
  const later = version({ version: '2', versionCreated: '2026-01-01T00:00:00.000Z' })
  const earlier = version({ version: '1', versionCreated: '2026-01-02T00:00:00.000Z' })
  assert.equal(newest([later, earlier]), later)
})

test('rule 8: numbers that count nothing are ordered by their times', () => {
  const first = version({ version: '1542761538', versionCreated: '2026-01-01T00:00:00.000Z' })
  const second = version({ version: '978556838', versionCreated: '2026-01-01T00:51:00.000Z' })
  assert.equal(newest([second, first]), second)
})

test('rule 8: a kill never loses to a usable version of the same moment', () => {
  const kill = version({
    version: 'b',
    versionCreated: '2026-01-01T00:00:00.000Z',
    pubStatus: 'canceled',
  })
  const late = version({ version: 'c', versionCreated: '2026-01-01T00:00:00.000Z' })
  assert.equal(newest([late, kill]), kill)
  assert.equal(newest([kill, late]), kill)
})

test('the current version is the same in whatever order they came', () => {
  const all = ['1', '2', '10', '11'].map((number) => version({ version: number }))
  assert.equal(newest(all)?.version, '11')
  assert.equal(newest(all.toReversed())?.version, '11')
  assert.equal(newest([]), undefined)
})

test('of two under one number the one that takes text down wins, whatever their times', () => {
  const kill = version({ versionCreated: '2026-01-01T00:00:00.000Z', pubStatus: 'canceled' })
  const story = version({ versionCreated: '2026-01-02T00:00:00.000Z' })
  assert.equal(newest([kill, story]), kill)
  assert.equal(newest([story, kill]), kill)
  const byTime = [kill, story].map((one) => ({ ...one, ordering: 'time' as const }))
  assert.equal(newest(byTime), byTime[1])
})

test('a copy under a known number counts where it takes text down, or times order its source', () => {
  const story = version({ versionCreated: '2026-01-02T00:00:00.000Z' })
  const kill = version({ pubStatus: 'canceled' })
  assert.equal(countsBeside(kill, [story]), true)
  assert.equal(countsBeside(story, [kill]), false)
  assert.equal(countsBeside(version({ pubStatus: 'withheld' }), [story, kill]), false)
  const later = version({ versionCreated: '2026-01-03T00:00:00.000Z' })
  assert.equal(countsBeside(later, [story]), false)
  assert.equal(countsBeside({ ...later, ordering: 'time' }, [story]), true)
  assert.equal(countsBeside({ ...story, ordering: 'time' }, [story]), false)
})

test('a kill without a time never loses, and a story without one is the earliest', () => {
  const kill = version({ version: 'b', pubStatus: 'canceled' })
  const story = version({ version: 'c', versionCreated: '2026-01-01T00:00:00.000Z' })
  const untimed = version({ version: 'd' })
  for (const all of [
    [kill, story, untimed],
    [untimed, story, kill],
  ])
    assert.equal(newest(all), kill)
  assert.equal(newest([story, untimed]), story)
})
