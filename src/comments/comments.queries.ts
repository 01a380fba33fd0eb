import type { Database } from '../database/database.ts'
import { onceBuilt, rowsOf } from '../database/database.ts'
import type { CommentsTable } from '../database/schema.ts'

export type CommentRow = CommentsTable & { recommended: number }

/** Everything said about an article, in the order in which it was said. */
export async function conversationRows(db: Database, articleId: string): Promise<CommentRow[]> {
  return rowsOf(db, conversationUnder(db, { articleId }))
}

const conversationUnder = onceBuilt((db, { articleId }: { articleId: string }) =>
  withRecommendations(db)
    .where('comments.article_id', '=', articleId)
    .orderBy('comments.created_at')
    .orderBy('comments.id'),
)

/** A comment and all that stands under its opening. */
export async function threadRows(db: Database, threadId: string): Promise<CommentRow[]> {
  return withRecommendations(db)
    .where('comments.thread_id', '=', threadId)
    .orderBy('comments.created_at')
    .orderBy('comments.id')
    .execute()
}

export async function commentRow(
  db: Database,
  articleId: string,
  id: string,
): Promise<CommentsTable | undefined> {
  return db
    .selectFrom('comments')
    .selectAll()
    .where('id', '=', id)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
}

/** A comment wherever it stands. */
export async function anyCommentRow(db: Database, id: string): Promise<CommentsTable | undefined> {
  return db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst()
}

/** False where it was already so. */
export async function setTakenDown(tx: Database, id: string, at: string | null): Promise<boolean> {
  const done = await tx
    .updateTable('comments')
    .set({ taken_down_at: at })
    .where('id', '=', id)
    .where('taken_down_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The newest comments of the whole site, with the article that each stands under. */
export async function newestRows(
  db: Database,
  limit: number,
  before?: { createdAt: string; id: string },
) {
  let query = db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .selectAll('comments')
    .select(['articles.slug', 'articles.content'])
  if (before !== undefined) {
    query = query.where((where) =>
      where.or([
        where('comments.created_at', '<', before.createdAt),
        where.and([
          where('comments.created_at', '=', before.createdAt),
          where('comments.id', '<', before.id),
        ]),
      ]),
    )
  }
  return query
    .orderBy('comments.created_at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .execute()
}

export async function saidSince(
  db: Database,
  articleId: string,
  fingerprint: string,
  since: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('fingerprint', '=', fingerprint)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertComment(tx: Database, row: CommentsTable): Promise<void> {
  await tx.insertInto('comments').values(row).execute()
}

/** One recommendation per browser; a second one changes nothing and gives false. */
export async function insertRecommendation(
  tx: Database,
  row: { comment_id: string; article_id: string; voter: string; created_at: string },
): Promise<boolean> {
  const done = await tx
    .insertInto('recommendations')
    .values(row)
    .onConflict((same) => same.columns(['comment_id', 'voter']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** When each recommendation in a conversation was given, oldest first. */
export async function recommendationTimes(db: Database, articleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recommendations')
    .select('created_at')
    .where('article_id', '=', articleId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => row.created_at)
}

/** How many visible comments each of the articles has. */
export async function commentCounts(
  db: Database,
  articleIds: string[],
): Promise<Map<string, number>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments')
    .select((select) => ['article_id', select.fn.countAll<number>().as('count')])
    .where('article_id', 'in', articleIds)
    .where('taken_down_at', 'is', null)
    .groupBy('article_id')
    .execute()
  return new Map(rows.map((row) => [row.article_id, row.count]))
}

function withRecommendations(db: Database) {
  return db
    .selectFrom('comments')
    .selectAll('comments')
    .select((select) =>
      select
        .selectFrom('recommendations')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('recommendations.comment_id', '=', 'comments.id')
        .$asScalar()
        .$notNull()
        .as('recommended'),
    )
}
