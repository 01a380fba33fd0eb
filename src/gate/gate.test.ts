import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GateFacts } from './gate.ts'
import { gate } from './gate.ts'

const now = new Date('2026-05-04T12:00:00Z')

function reasonFor(facts: Partial<GateFacts>): string {
  const verdict = gate({ pubStatus: 'usable', ...facts }, now)
  return verdict.open ? 'open' : verdict.reason
}

test('a usable item without embargo is open', () => {
  assert.equal(reasonFor({}), 'open')
  assert.equal(reasonFor({ held: [] }), 'open')
})

test('withheld, canceled and every unknown status stay closed', () => {
  assert.equal(reasonFor({ pubStatus: 'withheld' }), 'withheld')
  assert.equal(reasonFor({ pubStatus: 'canceled' }), 'canceled')
  for (const pubStatus of ['cancelled', 'Usable', 'embargoed', 'open', '', ' usable']) {
    assert.equal(reasonFor({ pubStatus }), 'unknown-status', pubStatus)
  }
})

test('an embargo opens at its instant and not before, whatever its zone', () => {
  assert.equal(reasonFor({ embargoed: '2026-05-04T12:00:00.001Z' }), 'embargoed')
  assert.equal(reasonFor({ embargoed: '2026-05-04T12:00:00Z' }), 'open')
  assert.equal(reasonFor({ embargoed: '2026-05-04T14:00:00+02:00' }), 'open')
  assert.equal(reasonFor({ embargoed: '2026-05-04T12:00:00-01:00' }), 'embargoed')
})

test('an embargo that is empty, without zone, without time or nonsense stays closed', () => {
  for (const embargoed of [
    '',
    '2020-01-01',
    '2020-01-01T00:00:00',
    'yesterday',
    '2020-13-41T00:00:00Z',
    '0',
  ]) {
    assert.equal(reasonFor({ embargoed }), 'unreadable-embargo', embargoed)
  }
})

test('a reason to hold keeps it closed, in its own words', () => {
  const verdict = gate({ pubStatus: 'usable', held: ['It has no headline.'] }, now)
  assert.deepEqual(verdict, { open: false, reason: 'held', words: 'It has no headline.' })
})

test('a kill is named before an embargo', () => {
  assert.equal(reasonFor({ pubStatus: 'canceled', embargoed: '2099-01-01T00:00:00Z' }), 'canceled')
})
