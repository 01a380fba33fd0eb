import type { Database } from '../../database/database.ts'
import { csvOf } from '../../web/csv.ts'
import { recordRows } from './record.queries.ts'

/** The most lines of one export; more than a year of a busy newsroom. */
const most = 200_000

/**
 * The record that Article 50(4) of the EU AI Act asks for where machine-written text goes out under
 * a person's responsibility: who examined what and when, in which revision, and what was changed,
 * rejected or withdrawn. It writes itself; nobody can change a line of it here.
 */
export interface RecordLine {
  at: string
  who: string
  what: string
  article: string
  slug: string
  revision: number
  summary: string
  method: string
  detail: unknown
  public: string | null
}

export async function recordOf(db: Database): Promise<RecordLine[]> {
  const rows = await recordRows(db, most)
  return rows.map((row) => ({
    at: row.at,
    who: row.who,
    what: row.what,
    article: row.article_id,
    slug: row.slug,
    revision: row.revision,
    summary: row.summary_id,
    method: row.method,
    detail: JSON.parse(row.detail) as unknown,
    public: row.public_words,
  }))
}

export function recordCsv(lines: readonly RecordLine[]): string {
  return csvOf(
    ['at', 'who', 'what', 'article', 'slug', 'revision', 'summary', 'method', 'detail', 'public'],
    lines.map((line) => [
      line.at,
      line.who,
      line.what,
      line.article,
      line.slug,
      line.revision,
      line.summary,
      line.method,
      JSON.stringify(line.detail),
      line.public,
    ]),
  )
}
