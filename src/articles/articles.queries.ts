import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowOf, rowsOf } from '../database/database.ts'
import type { ArticlesTable } from '../database/schema.ts'

export type ArticleRow = ArticlesTable

const articleOfId = onceBuilt((db, { id }: { id: string }) =>
  db.selectFrom('articles').selectAll().where('id', '=', id),
)

export async function articleRow(db: Database, id: string): Promise<ArticleRow | undefined> {
  return rowOf(db, articleOfId(db, { id }))
}

const articleAtSlug = onceBuilt((db, { slug }: { slug: string }) =>
  db.selectFrom('articles').selectAll().where('slug', '=', slug),
)

export async function articleRowBySlug(
  db: Database,
  slug: string,
): Promise<ArticleRow | undefined> {
  return rowOf(db, articleAtSlug(db, { slug }))
}

/** The article that once had this address. */
export async function articleRowByOldSlug(
  db: Database,
  slug: string,
): Promise<ArticleRow | undefined> {
  return db
    .selectFrom('slugs')
    .innerJoin('articles', 'articles.id', 'slugs.article_id')
    .selectAll('articles')
    .where('slugs.slug', '=', slug)
    .executeTakeFirst()
}

const newest = onceBuilt(
  (db, { now, limit, section }: { now: string; limit: number; section?: string }) => {
    const articles = db.selectFrom('articles').selectAll()
    const query = articles
      .where('live_at', 'is not', null)
      // As they stand, and not as values: an index over just these is found only so.
      .where('pub_status', '=', sql.lit('usable'))
      .where('held', '=', sql.lit('[]'))
      .where((where) => where.or([where('embargoed', 'is', null), where('embargoed', '<=', now)]))
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .orderBy('live_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
    return section === undefined ? query : query.where('section', '=', section)
  },
)

/** Articles that readers could see at some time, the newest here first; the gate decides on each. */
export async function newestRows(
  db: Database,
  now: string,
  limit: number,
  section?: string,
): Promise<ArticleRow[]> {
  return rowsOf(db, newest(db, { now, limit, ...(section !== undefined && { section }) }))
}

/** Which of these are some article's address, or were. */
export async function takenSlugs(db: Database, wishes: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('slugs').select('slug').where('slug', 'in', wishes).execute()
  return new Set(rows.map((row) => row.slug))
}

const articleInsertion = onceBuilt((db, row: ArticleRow) => db.insertInto('articles').values(row))
const slugInsertion = onceBuilt(
  (db, row: { slug: string; article_id: string; created_at: string }) =>
    db.insertInto('slugs').values(row),
)

/** An article and its address; its first revision comes besides. */
export async function insertArticle(tx: Database, row: ArticleRow, now: string): Promise<void> {
  await inPassing(tx, articleInsertion(tx, row))
  const slug = { slug: row.slug, article_id: row.id, created_at: now }
  await inPassing(tx, slugInsertion(tx, slug))
}

const articleChange = onceBuilt((db, { id, ...rest }: ArticleRow) =>
  db.updateTable('articles').set(rest).where('id', '=', id),
)

export async function updateArticle(tx: Database, row: ArticleRow): Promise<void> {
  await inPassing(tx, articleChange(tx, row))
}

/** Articles whose text the desk may look for by a part of their address, newest first. */
export async function newestDeskRows(db: Database, limit: number): Promise<ArticleRow[]> {
  return db
    .selectFrom('articles')
    .selectAll()
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function articleRows(db: Database, ids: string[]): Promise<Map<string, ArticleRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('articles').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
