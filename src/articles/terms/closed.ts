import type { Database } from '../../database/database.ts'
import { newestClosings } from '../../ledger/ledger.ts'
import { articleRows } from '../articles.queries.ts'
import { verdictOn } from '../stored-article.ts'

/** What a feed says of a story that was taken from readers: that it is gone, and no word of it. */
export interface Tombstone {
  articleId: string
  /** When it was taken down, ISO 8601. */
  when: string
}

/** For how long feeds tell of it; whoever asks less often has forgotten the story, in ms. */
const remembered = 30 * 24 * 3_600_000

/** Stories that readers had and have no more, the last one closed first. */
export async function closedArticles(
  db: Database,
  now: Date,
  limit: number,
  section?: string,
): Promise<Tombstone[]> {
  const since = new Date(now.getTime() - remembered).toISOString()
  const closings = await newestClosings(db, since, limit)
  const rows = await articleRows(
    db,
    closings.map(({ article_id }) => article_id),
  )
  return closings.flatMap(({ article_id: articleId, closed_at: when }) => {
    const row = rows.get(articleId)
    const isClosed = row && row.live_at !== null && !verdictOn(row, now).open
    return isClosed && (section ?? row.section) === row.section ? [{ articleId, when }] : []
  })
}
