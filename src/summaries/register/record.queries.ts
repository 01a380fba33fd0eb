import type { Database } from '../../database/database.ts'
import type { SummaryEventsTable } from '../../database/schema.ts'

/** What was done with summaries, the oldest first, with the address of the story. */
export async function recordRows(
  db: Database,
  limit: number,
): Promise<(SummaryEventsTable & { slug: string })[]> {
  return db
    .selectFrom('summary_events')
    .innerJoin('articles', 'articles.id', 'summary_events.article_id')
    .selectAll('summary_events')
    .select('articles.slug')
    .orderBy('summary_events.at')
    .orderBy('summary_events.id')
    .limit(limit)
    .execute()
}
