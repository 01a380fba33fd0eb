import type { Database } from '../../database/database.ts'
import { inPassing, onceBuilt } from '../../database/database.ts'

interface SearchText {
  article_id: string
  headline: string
  body: string
}

const searchTextUpsert = onceBuilt((db, row: SearchText) => {
  const { article_id: _, ...texts } = row
  return db
    .insertInto('search_texts')
    .values(row)
    .onConflict((same) => same.column('article_id').doUpdateSet(texts))
})

export async function upsertSearchText(tx: Database, row: SearchText): Promise<void> {
  await inPassing(tx, searchTextUpsert(tx, row))
}

export async function deleteSearchText(tx: Database, articleId: string): Promise<void> {
  await inPassing(tx, tx.deleteFrom('search_texts').where('article_id', '=', articleId))
}
