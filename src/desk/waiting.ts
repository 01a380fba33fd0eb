import type { Database } from '../database/database.ts'
import { waitingPictures } from '../pictures/pictures.ts'
import {
  refusedDeliveries,
  unconfirmedCount,
  waitingHolds,
  waitingMatches,
  waitingMerges,
} from '../wire/wire.ts'

/** More than this is shown as "99+". */
export const mostCounted = 100

export interface WaitingCounts {
  holds: number
  matches: number
  merges: number
  quarantine: number
  usage: number
  /** In stories, and not shown for want of words, of a confirmation or of their bytes. */
  pictures: number
}

/** What waits for an editor, for the numbers in the navigation. */
export async function waitingCounts(db: Database, now: Date): Promise<WaitingCounts> {
  const [holds, matches, merges, quarantine, usage, pictures] = await Promise.all([
    waitingHolds(db, now, mostCounted),
    waitingMatches(db, now, mostCounted),
    waitingMerges(db),
    refusedDeliveries(db, mostCounted),
    unconfirmedCount(db),
    waitingPictures(db, now),
  ])
  return {
    holds: holds.length,
    matches: matches.length,
    merges: merges.length,
    quarantine: quarantine.length,
    usage,
    pictures: pictures.length,
  }
}
