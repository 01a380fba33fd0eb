import type { Database } from '../database/database.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Format } from './picture.ts'

export const queues = {
  fetch: 'picture-fetch',
  make: 'picture-renditions',
  turn: 'picture-turns',
} as const

/** JPEG first: every browser shows it, and it is made in a moment. The smaller ones follow. */
export const formatsInOrder: readonly Format[] = ['jpeg', 'webp', 'avif']

export async function fetchLater(tx: Database, pictureId: string, now: Date): Promise<void> {
  await enqueue(tx, { queue: queues.fetch, key: pictureId, payload: { pictureId } }, now)
}

/**
 * Asks for one format of a picture's sizes. All JPEGs come before anything else; from then on a
 * picture keeps its place, so that its other formats are made before those of later pictures.
 */
export async function makeLater(
  tx: Database,
  pictureId: string,
  format: Format,
  now: Date,
  runAt = now,
): Promise<void> {
  const place = format === 'jpeg' ? {} : { place: runAt.toISOString() }
  const payload = { pictureId, format, ...place }
  await enqueue(tx, { queue: queues.make, key: `${pictureId} ${format}`, payload, runAt }, now)
}

/** Looks again at this moment: an embargo or an expiry passes then. */
export async function turnLater(
  tx: Database,
  pictureId: string,
  at: Date,
  now: Date,
): Promise<void> {
  const key = `${pictureId} ${at.toISOString()}`
  await enqueue(tx, { queue: queues.turn, key, payload: { pictureId }, runAt: at }, now)
}
