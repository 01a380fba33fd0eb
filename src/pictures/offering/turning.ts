import type { Engine } from '../../database/database.ts'
import type { Worker } from '../../jobs/jobs.ts'
import { settleOffers } from './offers.ts'
import { queues } from '../queues.ts'

/** Makes pages forget a picture, or show it, when an embargo or an expiry passes. */
export function turnWorker({ engine, now }: { engine: Engine; now: () => Date }): Worker {
  return {
    queue: queues.turn,
    concurrency: 1,
    run: (payload) => {
      const { pictureId } = payload as { pictureId: string }
      return engine.write((tx) => settleOffers(tx, [pictureId], now()))
    },
  }
}
