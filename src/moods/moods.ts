import type { Database, Engine } from '../database/database.ts'
import { noteChange } from '../database/database.ts'
import type { Mood, MoodCounts } from './mood.ts'
import { moods } from './mood.ts'
import * as queries from './moods.queries.ts'

export type { Mood, MoodCounts } from './mood.ts'
export { moods } from './mood.ts'
export { moodMeter, votePage } from './moods.html.ts'

/** Below this many votes no counts are shown: a handful says nothing, and gives people away. */
export const fewestShown = 5

/** Reads one of the eight moods; undefined for anything else. */
export function moodFrom(text: unknown): Mood | undefined {
  return moods.find((mood) => mood === text)
}

/** Keeps the voter's one vote on an article, the first or a changed one. */
export async function vote(
  engine: Engine,
  articleId: string,
  voter: string,
  mood: Mood,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await engine.write(async (tx) => {
    await queries.upsertVote(tx, {
      article_id: articleId,
      voter,
      mood,
      created_at: at,
      changed_at: at,
    })
    await noteChange(tx, [`article:${articleId}`], now)
  })
}

/** The vote that this voter has on the article now. */
export async function voteOf(
  db: Database,
  articleId: string,
  voter: string,
): Promise<Mood | undefined> {
  return moodFrom(await queries.moodOf(db, articleId, voter))
}

/** Counted from the votes themselves at every call, so that counts and votes cannot part. */
export async function countsOn(db: Database, articleId: string): Promise<MoodCounts> {
  const rows = await queries.countsByMood(db, articleId)
  const counts: MoodCounts = {}
  for (const { mood, count } of rows) {
    const known = moodFrom(mood)
    if (known) counts[known] = count
  }
  return counts
}
