import type { Database } from '../database/database.ts'
import type { SummariesTable } from '../database/schema.ts'

/** The summary of exactly this revision, unless it was withdrawn. */
export async function summaryRow(
  db: Database,
  articleId: string,
  revision: number,
): Promise<SummariesTable | undefined> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertSummary(tx: Database, row: SummariesTable): Promise<void> {
  await tx.insertInto('summaries').values(row).execute()
}

/** Summaries of an article that nobody withdrew, of whatever revision. */
export async function summaryCount(db: Database, articleId: string): Promise<number> {
  const row = await db
    .selectFrom('summaries')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('article_id', '=', articleId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}
