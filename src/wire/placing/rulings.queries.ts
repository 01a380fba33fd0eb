import type { Database } from '../../database/database.ts'
import { onceBuilt, rowsOf } from '../../database/database.ts'
import type { MergesTable, RulingsTable } from '../../database/schema.ts'

export async function insertRuling(tx: Database, row: RulingsTable): Promise<void> {
  await tx.insertInto('rulings').values(row).execute()
}

const rulingsOn = onceBuilt((db, { itemId }: { itemId: string }) =>
  db
    .selectFrom('rulings')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('made_at')
    .orderBy('id'),
)

/** What the desk decided about an item, oldest first. */
export async function rulingRows(db: Database, itemId: string): Promise<RulingsTable[]> {
  return rowsOf(db, rulingsOn(db, { itemId }))
}

/** One version waits for each article at most: the newest. */
export async function setMerge(tx: Database, row: MergesTable): Promise<void> {
  const { base_version_id, item_version_id, asked_at } = row
  await tx
    .insertInto('merges')
    .values(row)
    .onConflict((same) =>
      same.column('article_id').doUpdateSet({ base_version_id, item_version_id, asked_at }),
    )
    .execute()
}

export async function deleteMerge(tx: Database, articleId: string): Promise<void> {
  await tx.deleteFrom('merges').where('article_id', '=', articleId).execute()
}

export async function mergeRow(db: Database, articleId: string): Promise<MergesTable | undefined> {
  return db.selectFrom('merges').selectAll().where('article_id', '=', articleId).executeTakeFirst()
}

export async function mergeRows(db: Database) {
  return db
    .selectFrom('merges')
    .innerJoin('articles', 'articles.id', 'merges.article_id')
    .selectAll('merges')
    .select(['articles.slug', 'articles.content'])
    .orderBy('asked_at')
    .limit(200)
    .execute()
}

export async function insertRejection(
  tx: Database,
  row: { item_id: string; article_id: string; rejected_at: string },
): Promise<void> {
  await tx
    .insertInto('rejected_matches')
    .values(row)
    .onConflict((same) => same.columns(['item_id', 'article_id']).doNothing())
    .execute()
}

export async function rejectedArticles(db: Database, itemId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('rejected_matches')
    .select('article_id')
    .where('item_id', '=', itemId)
    .execute()
  return new Set(rows.map(({ article_id }) => article_id))
}
