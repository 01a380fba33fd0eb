import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowsOf } from '../database/database.ts'
import type { SummariesTable, SummaryEventsTable } from '../database/schema.ts'

export type SummaryRow = SummariesTable
export type EventRow = SummaryEventsTable

/** The summary that readers see beside exactly this revision: a model's before an extract. */
export async function shownRow(
  db: Database,
  articleId: string,
  revision: number,
): Promise<SummaryRow | undefined> {
  return shownOf(await liveRows(db, articleId), revision)
}

/** The same of what `liveRows` gave. */
export function shownOf(live: readonly SummaryRow[], revision: number): SummaryRow | undefined {
  return preferred(live.filter((row) => row.revision === revision && row.shown_at !== null))
}

/** The same for many articles at once, by article. */
export async function shownRows(
  db: Database,
  articles: readonly { id: string; revision: number }[],
): Promise<Map<string, SummaryRow>> {
  if (articles.length === 0) return new Map()
  const rows = await db
    .selectFrom('summaries')
    .selectAll()
    .where(
      'article_id',
      'in',
      articles.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .where('shown_at', 'is not', null)
    .execute()
  const found = articles.flatMap(({ id, revision }) => {
    const row = preferred(
      rows.filter((each) => each.article_id === id && each.revision === revision),
    )
    return row ? [[id, row] as const] : []
  })
  return new Map(found)
}

const liveOf = onceBuilt((db, { articleId }: { articleId: string }) =>
  db
    .selectFrom('summaries')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id'),
)

/** Whatever of this article was not withdrawn, of any revision. */
export async function liveRows(db: Database, articleId: string): Promise<SummaryRow[]> {
  return rowsOf(db, liveOf(db, { articleId }))
}

const liveWithText = onceBuilt((db, { articleId }: { articleId: string }) =>
  db
    .selectFrom('summaries')
    .leftJoin('article_revisions as told', (join) =>
      join
        .onRef('told.article_id', '=', 'summaries.article_id')
        .onRef('told.revision', '=', 'summaries.revision'),
    )
    .selectAll('summaries')
    .select('told.content as told')
    .where('summaries.article_id', '=', articleId)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id'),
)

/** The same, each with what the article said in its revision, as JSON. */
export async function liveRowsWithText(
  db: Database,
  articleId: string,
): Promise<{ row: SummaryRow; told: string | null }[]> {
  const rows = await rowsOf(db, liveWithText(db, { articleId }))
  return rows.map(({ told, ...row }) => ({ row, told }))
}

export async function summaryById(db: Database, id: string): Promise<SummaryRow | undefined> {
  return db.selectFrom('summaries').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those that wait for an examination, the oldest first. */
export async function unexaminedRows(db: Database, limit: number): Promise<SummaryRow[]> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .where('shown_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What readers see and nobody has examined, the newest first. */
export async function shownUnexaminedRows(db: Database, limit: number): Promise<SummaryRow[]> {
  return db
    .selectFrom('summaries')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .where('shown_at', 'is not', null)
    .where('examined_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/** What the checks held back when the summary was made. */
export async function withheldFrom(
  db: Database,
  summaryId: string,
): Promise<{ text: string; findings: string[] }[]> {
  const row = await db
    .selectFrom('summary_events')
    .select('detail')
    .where('summary_id', '=', summaryId)
    .where('what', '=', 'made')
    .executeTakeFirst()
  const detail = JSON.parse(row?.detail ?? '{}') as {
    withheld?: { text: string; findings: string[] }[]
  }
  return detail.withheld ?? []
}

const insertion = onceBuilt((db, row: SummaryRow) => db.insertInto('summaries').values(row))

export async function insertSummary(tx: Database, row: SummaryRow): Promise<void> {
  await inPassing(tx, insertion(tx, row))
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

export async function updateSummary(
  tx: Database,
  id: string,
  change: Partial<Omit<SummaryRow, 'id'>>,
): Promise<void> {
  await inPassing(tx, summaryChange(tx, { id, ...change }))
}

const summaryChange = onceBuilt((db, { id, ...change }: Partial<SummaryRow> & { id: string }) =>
  db.updateTable('summaries').set(change).where('id', '=', id),
)

export async function insertEvent(tx: Database, row: EventRow): Promise<void> {
  await inPassing(tx, tx.insertInto('summary_events').values(row))
}

/** What readers may know of it. */
export async function publicEventRows(db: Database, limit: number): Promise<EventRow[]> {
  return db
    .selectFrom('summary_events')
    .selectAll()
    .where('public_words', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function struckTexts(db: Database, articleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('struck_sentences')
    .select('text')
    .where('article_id', '=', articleId)
    .execute()
  return rows.map(({ text }) => text)
}

export async function strike(
  tx: Database,
  row: { article_id: string; text: string; struck_at: string },
): Promise<void> {
  await tx
    .insertInto('struck_sentences')
    .values(row)
    .onConflict((same) => same.columns(['article_id', 'text']).doNothing())
    .execute()
}

/** How many different sentences readers were shown, ever, by kind of maker. */
export async function shownSentences(db: Database): Promise<{ extract: number; model: number }> {
  const rows = await db
    .selectFrom('summaries')
    .select((s) => ['method', s.fn.sum<number>('fresh').as('sentences')])
    .where('shown_at', 'is not', null)
    .groupBy('method')
    .execute()
  const sum = (isExtract: boolean) =>
    rows
      .filter(({ method }) => (method === 'extract') === isExtract)
      .reduce((total, { sentences }) => total + Number(sentences), 0)
  return { extract: sum(true), model: sum(false) }
}

function preferred(rows: readonly SummaryRow[]): SummaryRow | undefined {
  return rows.findLast(({ method }) => method !== 'extract') ?? rows.at(-1)
}
