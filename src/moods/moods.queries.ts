import type { Database } from '../database/database.ts'
import { onceBuilt, rowsOf } from '../database/database.ts'

export async function upsertVote(
  tx: Database,
  vote: { article_id: string; voter: string; mood: string; created_at: string; changed_at: string },
): Promise<void> {
  await tx
    .insertInto('mood_votes')
    .values(vote)
    .onConflict((same) =>
      same
        .columns(['article_id', 'voter'])
        .doUpdateSet({ mood: vote.mood, changed_at: vote.changed_at }),
    )
    .execute()
}

export async function moodOf(
  db: Database,
  articleId: string,
  voter: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('mood_votes')
    .select('mood')
    .where('article_id', '=', articleId)
    .where('voter', '=', voter)
    .executeTakeFirst()
  return row?.mood
}

export async function countsByMood(
  db: Database,
  articleId: string,
): Promise<{ mood: string; count: number }[]> {
  return rowsOf(db, countedOn(db, { articleId }))
}

const countedOn = onceBuilt((db, { articleId }: { articleId: string }) =>
  db
    .selectFrom('mood_votes')
    .select((select) => ['mood', select.fn.countAll<number>().as('count')])
    .where('article_id', '=', articleId)
    .groupBy('mood'),
)
