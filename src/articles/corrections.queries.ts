import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowsOf } from '../database/database.ts'

const correctionsIn = onceBuilt((db, { articleId }: { articleId: string }) =>
  db
    .selectFrom('corrections')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('made_at')
    .orderBy('id'),
)

export async function correctionRows(db: Database, articleId: string) {
  return rowsOf(db, correctionsIn(db, { articleId }))
}

const correctionsAmong = onceBuilt((db, ids: Record<number, string>) =>
  db
    .selectFrom('corrections')
    .selectAll()
    .where('article_id', 'in', Object.values(ids))
    .orderBy('made_at')
    .orderBy('id'),
)

export async function correctionRowsOf(db: Database, ids: readonly string[]) {
  return ids.length === 0 ? [] : rowsOf(db, correctionsAmong(db, { ...ids }))
}

export async function insertCorrection(
  tx: Database,
  correction: {
    id: string
    article_id: string
    revision: number
    text: string
    paragraph: number | null
    made_at: string
  },
): Promise<void> {
  await inPassing(tx, tx.insertInto('corrections').values(correction))
}

export async function updateCorrection(
  tx: Database,
  articleId: string,
  text: string,
  place: { made_at: string; paragraph: number | null },
): Promise<void> {
  await inPassing(
    tx,
    tx
      .updateTable('corrections')
      .set(place)
      .where('article_id', '=', articleId)
      .where('text', '=', text),
  )
}
