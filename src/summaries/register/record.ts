import type { Database } from '../../database/database.ts'
import { newId, noteChange } from '../../database/database.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'

/** What can be done with a summary; each leaves one line in the record. */
export type Deed =
  /** It was written or chosen; what a check held back stands in the detail. */
  | 'made'
  /** An editor examined it and let it go out. */
  | 'examined'
  /** An editor examined it and refused it. */
  | 'rejected'
  /** Readers see it no more. */
  | 'withdrawn'
  /** A sentence of it was changed or taken out. */
  | 'corrected'

export interface Event {
  what: Deed
  /** A person's name, or `standfirst` for what the house does by rule. */
  who: string
  detail: object
  /** What readers may know; no sentence of a summary is repeated in it. */
  publicWords?: string
}

/** What a summary makes every page forget: the article, the feeds that carry it, the register. */
export async function noteSummaryChange(tx: Database, articleId: string, now: Date): Promise<void> {
  await noteChange(tx, [`article:${articleId}`, 'lists', 'register'], now)
}

/** Writes down what was done, in the transaction that does it. */
export async function noteEvent(
  tx: Database,
  summary: Pick<SummaryRow, 'id' | 'article_id' | 'revision' | 'method'>,
  { what, who, detail, publicWords }: Event,
  now: Date,
): Promise<void> {
  await queries.insertEvent(tx, {
    id: newId(now),
    article_id: summary.article_id,
    summary_id: summary.id,
    revision: summary.revision,
    method: summary.method,
    what,
    who,
    public_words: publicWords ?? null,
    detail: JSON.stringify(detail),
    at: now.toISOString(),
  })
}
