import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, policyFrom } from './policy.ts'
import { permissionFor } from './refusal.ts'

type Story = Parameters<typeof permissionFor>[0]

const story: Story = { section: 'news', headline: 'Harbour board votes for a wall', subjects: [] }
const kindOf = (change: Partial<Story>) => {
  const permission = permissionFor({ ...story, ...change }, defaultPolicy)
  return 'kind' in permission ? permission.kind : permission.summary
}

test('a story may have a model’s summary unless something speaks against it', () => {
  assert.equal(kindOf({}), 'model')
  assert.equal(kindOf({ machineUse: 'extract' }), 'extract')
})

test('rights come before everything', () => {
  assert.equal(kindOf({ machineUse: 'refused', section: 'opinion' }), 'rights')
})

test('each kind is known by what sources write', () => {
  assert.equal(kindOf({ section: 'opinion' }), 'column')
  assert.equal(kindOf({ headline: 'Opinion: The wall is too low' }), 'column')
  assert.equal(kindOf({ headline: 'OPINION | The wall is too low' }), 'column')
  assert.equal(kindOf({ genres: ['http://cv.iptc.org/newscodes/genre/Opinion'] }), 'column')
  assert.equal(kindOf({ genres: ['Guest column'] }), 'column')
  assert.equal(kindOf({ headline: 'LIVE: Storm over the strait' }), 'live blog')
  assert.equal(kindOf({ headline: 'Live updates – storm over the strait' }), 'live blog')
  assert.equal(kindOf({ slugline: 'STORM/URGENT' }), 'breaking')
  assert.equal(kindOf({ headline: 'BREAKING: Quay collapses' }), 'breaking')
  assert.equal(kindOf({ subjects: [{ name: 'funeral and memorial service' }] }), 'grief')
  assert.equal(kindOf({ genres: ['Obituary'] }), 'grief')
})

test('words that only look like a kind refuse nothing', () => {
  assert.equal(kindOf({ headline: 'Live music returns to the quay' }), 'model')
  assert.equal(kindOf({ headline: 'Opinion polls shift before the vote' }), 'model')
  assert.equal(kindOf({ headline: 'Breaking the ice on the strait' }), 'model')
  assert.equal(kindOf({ slugline: 'SNAPPER-CATCH' }), 'model')
  assert.equal(kindOf({ genres: ['Columnar basalt'] }), 'model')
})

test('a newsroom’s own kinds take the place of the usual ones', () => {
  const kinds = [{ name: 'court', reason: 'A court report is read whole.', sections: ['courts'] }]
  const policy = policyFrom({ refusedKinds: kinds })
  assert.deepEqual(permissionFor({ ...story, section: 'courts' }, policy), {
    summary: 'none',
    kind: 'court',
    reason: 'A court report is read whole.',
  })
  assert.equal(permissionFor({ ...story, section: 'opinion' }, policy).summary, 'model')
})
