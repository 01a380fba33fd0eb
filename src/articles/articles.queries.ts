import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowOf, rowsOf } from '../database/database.ts'
import type { ArticleRevisionsTable, ArticlesTable } from '../database/schema.ts'

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

export async function insertArticle(
  tx: Database,
  row: ArticleRow,
  itemVersionId: string | null,
  now: string,
  editor: string | null = null,
): Promise<void> {
  await inPassing(tx, articleInsertion(tx, row))
  const slug = { slug: row.slug, article_id: row.id, created_at: now }
  await inPassing(tx, slugInsertion(tx, slug))
  await insertRevision(tx, row, itemVersionId, now, editor)
}

const articleChange = onceBuilt((db, { id, ...rest }: ArticleRow) =>
  db.updateTable('articles').set(rest).where('id', '=', id),
)

export async function updateArticle(tx: Database, row: ArticleRow): Promise<void> {
  await inPassing(tx, articleChange(tx, row))
}

const revisionInsertion = onceBuilt((db, row: ArticleRevisionsTable) =>
  db.insertInto('article_revisions').values(row),
)

export async function insertRevision(
  tx: Database,
  row: ArticleRow,
  itemVersionId: string | null,
  now: string,
  editor: string | null,
): Promise<void> {
  await inPassing(
    tx,
    revisionInsertion(tx, {
      article_id: row.id,
      revision: row.revision,
      content: row.content,
      item_version_id: itemVersionId,
      made_at: now,
      editor,
    }),
  )
}

/** The version of the wire that the newest revision with one was made from. */
export async function newestWireBase(db: Database, id: string): Promise<string | undefined> {
  return (await rowOf(db, newestBase(db, { id })))?.item_version_id ?? undefined
}

const newestBase = onceBuilt((db, { id }: { id: string }) =>
  db
    .selectFrom('article_revisions')
    .select('item_version_id')
    .where('article_id', '=', id)
    .where('item_version_id', 'is not', null)
    .orderBy('revision', 'desc')
    .limit(1),
)

/** A later version of the wire that left the text as it is. */
export async function setWireBase(
  tx: Database,
  { id, revision }: { id: string; revision: number },
  itemVersionId: string,
): Promise<void> {
  await inPassing(
    tx,
    tx
      .updateTable('article_revisions')
      .set({ item_version_id: itemVersionId })
      .where('article_id', '=', id)
      .where('revision', '=', revision),
  )
}

const houseEdits = onceBuilt((db, { id }: { id: string }) =>
  db
    .selectFrom('article_revisions')
    .select('revision')
    .where('article_id', '=', id)
    .where('editor', 'is not', null)
    .limit(1),
)

/** Whether anybody at the desk ever changed the text. */
export async function isHouseEdited(db: Database, id: string): Promise<boolean> {
  return (await rowOf(db, houseEdits(db, { id }))) !== undefined
}

/** Every state of the text, newest first, without the text. */
export async function revisionRows(db: Database, id: string) {
  return db
    .selectFrom('article_revisions')
    .select(['revision', 'made_at', 'editor', 'item_version_id'])
    .where('article_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute()
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

export async function revisionContent(
  db: Database,
  articleId: string,
  revision: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('article_revisions')
    .select('content')
    .where('article_id', '=', articleId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.content
}

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

export async function articleRows(db: Database, ids: string[]): Promise<Map<string, ArticleRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('articles').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

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
