import type { Engine } from '../../src/database/database.ts'
import type { PlacingContext } from '../../src/wire/placing.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { takeIn } from '../../src/wire/wire.ts'

/**
 * What items are placed with that all came in one empty delivery: that its bytes are kept has tests of
 * its own, and so have the summaries that follow a revision.
 */
export async function oneDelivery(
  engine: Engine,
  now: Date,
): Promise<Omit<PlacingContext, 'source'>> {
  const delivery = { bytes: new Uint8Array(), source: 'any', channel: 'test', fileName: 'test' }
  const onRevision = (): Promise<void> => Promise.resolve()
  const place = { engine, onRevision, siteLanguage: 'en', section: 'world', now }
  await takeIn(delivery, { ...place, read: readWire, now: () => now })
  const { id } = await engine.db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
  return { ...place, deliveryId: id }
}
