import type { Database } from '../../database/database.ts'
import type { ArticleRow } from '../articles.queries.ts'

/** Articles for which something is still ahead at this moment, whether or not anybody waits for it. */
export async function rowsAhead(db: Database, now: string): Promise<ArticleRow[]> {
  const ahead = db.selectFrom('articles').selectAll()
  return ahead
    .where((or) =>
      or.or([or('embargoed', '>', now), or('expires_at', '>', now), or('barred_at', '>', now)]),
    )
    .execute()
}

export async function setDue(tx: Database, id: string, due: string | null): Promise<void> {
  await tx.updateTable('articles').set({ due_at: due }).where('id', '=', id).execute()
}

/** Articles whose embargo or term has run out since somebody last looked. */
export async function dueRows(db: Database, now: string): Promise<ArticleRow[]> {
  return db.selectFrom('articles').selectAll().where('due_at', '<=', now).execute()
}

/** Notes that an embargo or a term has run out; false when another node was faster. */
export async function settleDue(
  tx: Database,
  row: ArticleRow,
  liveAt: string | null,
  next: string | null,
): Promise<boolean> {
  const done = await tx
    .updateTable('articles')
    .set({ due_at: next, live_at: liveAt })
    .where('id', '=', row.id)
    .where('due_at', '=', row.due_at)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
