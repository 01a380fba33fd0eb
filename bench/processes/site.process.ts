import { configFrom } from '../../src/config.ts'
import type { Database } from '../../src/database/database.ts'
import { waitingKeys } from '../../src/jobs/jobs.ts'
import { queues } from '../../src/pictures/queues.ts'
import { serve } from '../../src/serve.ts'
import { tellProcessorTime } from '../processor-time.ts'

/** The real site, but for the pace of one network: the load comes from one. */
process.once('message', () => {
  serve(configFrom(process.env), { empty: false, paceFactor: 1_000_000 }, () => undefined)
    .then(async ({ origin, house }) => {
      await picturesMade(house.engine.db)
      process.send?.({ result: origin })
      tellProcessorTime()
    })
    .catch((error: unknown) =>
      process.send?.({ failed: error instanceof Error ? error.stack : String(error) }),
    )
})

/** A machine that takes longer measures with a job in the background, in milliseconds. */
const longestWait = 300_000

/** A new site makes the sizes of its pictures, which is no part of what is measured. */
async function picturesMade(db: Database): Promise<void> {
  const end = Date.now() + longestWait
  while ((await waitingKeys(db, queues.make)).size > 0 && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 200))
}
