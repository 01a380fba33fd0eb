import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { knownSource } from '../../../test/site/sources.ts'
import { raiseSilences, silentSources } from './silence.ts'
import { sourceNamed } from './sources.ts'

const hour = 3600_000

onBothEngines(
  'rule 6: a source is silent when it is quiet for longer than it ever is',
  async ({ open }) => {
    const engine = await open()
    const { ingest, clock } = newsroomOn(engine, new Date('2026-05-01T06:00:00.000Z'))
    await knownSource(engine, 'meridian', { channel: { kind: 'push' } })
    await knownSource(engine, 'hourly', { channel: { kind: 'push' }, usualInterval: 3600 })
    await knownSource(engine, 'by-hand')
    await knownSource(engine, 'new', { channel: { kind: 'push' } })
    for (const name of ['new', 'by-hand', 'hourly']) await ingest(`nothing of ${name}`, name)
    // Three days, every hour from six to ten in the evening: the nights are its own.
    let last = clock.now
    for (let at = 0; at < 72; at++) {
      const now = new Date(Date.parse('2026-05-01T06:00:00.000Z') + at * hour)
      if (now.getUTCHours() < 6 || now.getUTCHours() > 22) continue
      clock.now = now
      last = now
      await ingest(`nothing, number ${at}`, 'meridian')
    }
    const silentAfter = async (hours: number) =>
      (await silentSources(engine.db, new Date(last.getTime() + hours * hour))).map(
        ({ source }) => source,
      )
    assert.deepEqual(await silentAfter(8), ['hourly'], 'a night is normal')
    assert.deepEqual(await silentAfter(11), ['hourly', 'meridian'])
    const now = new Date(last.getTime() + 11 * hour)
    const raised = await Promise.all([raiseSilences(engine, now), raiseSilences(engine, now)])
    assert.deepEqual(
      raised
        .flat()
        .map(({ source }) => source)
        .toSorted(),
      ['hourly', 'meridian'],
      'each once',
    )
    assert.equal((await sourceNamed(engine.db, 'meridian'))?.silentAt, now.toISOString())
    clock.now = now
    await ingest('it speaks again', 'meridian')
    assert.equal((await sourceNamed(engine.db, 'meridian'))?.silentAt, undefined)
    await engine.close()
  },
)
