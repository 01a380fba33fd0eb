import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { intakeOf } from '../intake-tools.ts'
import { emptyNewsroom } from '../newsroom.ts'
import { loadDemoWire } from './demo-wire.ts'

onBothEngines('the demo’s wire leaves work of each kind on the desk, once', async ({ open }) => {
  const engine = await open()
  const now = new Date('2026-11-24T09:00:00.000Z')
  const site = { ...emptyNewsroom, origin: 'http://localhost:8080' }
  const intake = intakeOf({ engine, site, now: () => now })
  const arrivals = () =>
    engine.db
      .selectFrom('arrivals')
      .select(['headline', 'outcome'])
      .orderBy('received_at')
      .execute()
  await loadDemoWire(intake, now)
  const first = await arrivals()
  assert.deepEqual(
    first.map(({ outcome }) => outcome),
    [
      'published',
      'corrected',
      'published',
      'published',
      'published',
      'canceled',
      'embargoed',
      'held',
      'held',
    ],
  )
  const refused = await engine.db
    .selectFrom('deliveries')
    .select('file_name')
    .where('refusal', 'is not', null)
    .execute()
  assert.deepEqual(
    refused.map(({ file_name }) => file_name),
    ['cut-off.xml'],
  )
  await loadDemoWire(intake, now)
  assert.deepEqual(await arrivals(), first, 'a start that was cut off goes on')
})
