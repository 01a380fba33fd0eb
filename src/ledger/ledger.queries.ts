import type { Database } from '../database/database.ts'
import type { DecisionsTable, ReceiptMarksTable, ReceiptsTable } from '../database/schema.ts'

// There is no update and no delete of decisions here, and there must never be one.

export async function insertDecision(tx: Database, row: DecisionsTable): Promise<void> {
  await tx.insertInto('decisions').values(row).execute()
}

export async function decisionsAbout(db: Database, subjects: string[]): Promise<DecisionsTable[]> {
  if (subjects.length === 0) return []
  return db
    .selectFrom('decisions')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

export async function newestDecisions(db: Database, limit: number): Promise<DecisionsTable[]> {
  return db
    .selectFrom('decisions')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertReceipt(tx: Database, row: ReceiptsTable): Promise<void> {
  await tx.insertInto('receipts').values(row).execute()
}

export async function insertMarks(tx: Database, rows: ReceiptMarksTable[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('receipt_marks')
    .values(rows)
    .onConflict((same) => same.columns(['receipt_id', 'node', 'what']).doNothing())
    .execute()
}

/** The newest receipts with the address of the story that each is about. */
export async function newestReceipts(db: Database, limit: number) {
  return db
    .selectFrom('receipts')
    .innerJoin('articles', 'articles.id', 'receipts.article_id')
    .selectAll('receipts')
    .select('articles.slug')
    .orderBy('closed_at', 'desc')
    .orderBy('receipts.id', 'desc')
    .limit(limit)
    .execute()
}

export async function marksOf(db: Database, receiptIds: string[]): Promise<ReceiptMarksTable[]> {
  if (receiptIds.length === 0) return []
  return db
    .selectFrom('receipt_marks')
    .selectAll()
    .where('receipt_id', 'in', receiptIds)
    .orderBy('marked_at')
    .orderBy('node')
    .orderBy('what')
    .execute()
}

/** When each of the articles that were taken from readers last was, the newest first. */
export async function newestClosings(
  db: Database,
  since: string,
  limit: number,
): Promise<{ article_id: string; closed_at: string }[]> {
  return db
    .selectFrom('receipts')
    .select('article_id')
    .select(({ fn }) => fn.max('closed_at').as('closed_at'))
    .where('closed_at', '>=', since)
    .groupBy('article_id')
    .orderBy('closed_at', 'desc')
    .orderBy('article_id')
    .limit(limit)
    .execute()
}
