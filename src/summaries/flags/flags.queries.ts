import type { Database } from '../../database/database.ts'
import type { SummaryFlagsTable } from '../../database/schema.ts'

export type FlagRow = SummaryFlagsTable

export async function insertFlag(tx: Database, row: FlagRow): Promise<void> {
  await tx.insertInto('summary_flags').values(row).execute()
}

export async function flagById(db: Database, id: string): Promise<FlagRow | undefined> {
  return db.selectFrom('summary_flags').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What readers said and nobody has answered, the oldest first. */
export async function openFlags(db: Database, limit: number): Promise<FlagRow[]> {
  return db
    .selectFrom('summary_flags')
    .selectAll()
    .where('answered_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Answers that may stand in the register, the newest first. */
export async function answeredFlags(db: Database, limit: number): Promise<FlagRow[]> {
  return db
    .selectFrom('summary_flags')
    .selectAll()
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Every unanswered flag on one sentence gets the one answer. */
export async function answerFlags(
  tx: Database,
  sentence: { articleId: string; text: string },
  answer: Pick<FlagRow, 'answered_at' | 'answered_by' | 'upheld_at' | 'answer'>,
): Promise<void> {
  await tx
    .updateTable('summary_flags')
    .set(answer)
    .where('article_id', '=', sentence.articleId)
    .where('text', '=', sentence.text)
    .where('answered_at', 'is', null)
    .execute()
}

export interface FlagFigures {
  flags: number
  answered: number
  /** Different sentences that a person found wrong after a reader said so. */
  wrongSentences: number
}

export async function flagFigures(db: Database): Promise<FlagFigures> {
  const row = await db
    .selectFrom('summary_flags')
    .select((s) => [
      s.fn.countAll<number>().as('flags'),
      s.fn.count<number>('answered_at').as('answered'),
    ])
    .executeTakeFirstOrThrow()
  const wrong = await db
    .selectFrom('summary_flags')
    .select(['article_id', 'text'])
    .distinct()
    .where('upheld_at', 'is not', null)
    .execute()
  return { flags: Number(row.flags), answered: Number(row.answered), wrongSentences: wrong.length }
}
