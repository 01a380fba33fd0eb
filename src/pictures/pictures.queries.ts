import type { Database } from '../database/database.ts'
import { onceBuilt, rowOf, rowsOf } from '../database/database.ts'
import type { ArticlePicturesTable, PicturesTable } from '../database/schema.ts'

export type PictureRow = PicturesTable
export type UseRow = ArticlePicturesTable

export async function pictureRow(db: Database, id: string): Promise<PictureRow | undefined> {
  return db.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function pictureOf(
  db: Database,
  source: string,
  guid: string,
): Promise<PictureRow | undefined> {
  return rowOf(db, pictureKnownAs(db, { source, guid }))
}

const pictureKnownAs = onceBuilt((db, { source, guid }: { source: string; guid: string }) =>
  db.selectFrom('pictures').selectAll().where('source', '=', source).where('guid', '=', guid),
)

/** Pictures of wire files of this folder whose bytes are still missing. */
export async function missingIn(db: Database, folder: string): Promise<PictureRow[]> {
  return db
    .selectFrom('pictures')
    .selectAll()
    .where('folder', '=', folder)
    .where('trouble', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
}

/** Makes a picture known; where another transaction was faster, its row stands. */
export async function insertPicture(tx: Database, row: PictureRow): Promise<PictureRow> {
  await tx
    .insertInto('pictures')
    .values(row)
    .onConflict((same) => same.columns(['source', 'guid']).doNothing())
    .execute()
  return (await pictureOf(tx, row.source, row.guid)) ?? row
}

export async function updatePicture(
  tx: Database,
  id: string,
  columns: Partial<Omit<PictureRow, 'id'>>,
): Promise<void> {
  await tx.updateTable('pictures').set(columns).where('id', '=', id).execute()
}

/** All uses of a picture, those that stories have left behind too. */
export async function usesOfPicture(db: Database, pictureId: string): Promise<UseRow[]> {
  return db
    .selectFrom('article_pictures')
    .selectAll()
    .where('picture_id', '=', pictureId)
    .orderBy('article_id')
    .execute()
}

export async function usesOfArticle(db: Database, articleId: string): Promise<UseRow[]> {
  return db
    .selectFrom('article_pictures')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('place')
    .execute()
}

export async function putUse(tx: Database, row: UseRow): Promise<void> {
  const { article_id: _, picture_id: __, ...columns } = row
  await tx
    .insertInto('article_pictures')
    .values(row)
    .onConflict((same) => same.columns(['article_id', 'picture_id']).doUpdateSet(columns))
    .execute()
}

export async function updateUse(
  tx: Database,
  { article_id, picture_id }: Pick<UseRow, 'article_id' | 'picture_id'>,
  columns: Partial<Omit<UseRow, 'article_id' | 'picture_id'>>,
): Promise<void> {
  await tx
    .updateTable('article_pictures')
    .set(columns)
    .where('article_id', '=', article_id)
    .where('picture_id', '=', picture_id)
    .execute()
}

/** A use with the picture, what its file says, and what the gate knows of the story. */
export type WholeUse = Awaited<ReturnType<typeof wholeUses>>[number]

/** The uses of these pictures by the stories that use them now. */
export async function wholeUses(db: Database, pictureIds: string[]) {
  if (pictureIds.length === 0) return []
  return wholeUse(db)
    .where('article_pictures.picture_id', 'in', pictureIds)
    .orderBy('article_pictures.article_id')
    .orderBy('article_pictures.place')
    .execute()
}

/** Which pictures these stories use now. */
export async function pictureIdsOf(db: Database, articleIds: string[]): Promise<string[]> {
  if (articleIds.length === 0) return []
  const rows = await rowsOf(db, picturesAmong(db, { ...articleIds }))
  return rows.map(({ picture_id }) => picture_id)
}

const picturesAmong = onceBuilt((db, articleIds: Record<number, string>) =>
  db
    .selectFrom('article_pictures')
    .select('picture_id')
    .distinct()
    .where('article_id', 'in', Object.values(articleIds))
    .where('left_at', 'is', null),
)

/** The newest uses, for the desk. */
export async function newestUses(db: Database, limit: number) {
  return wholeUse(db)
    .where('article_pictures.left_at', 'is', null)
    .orderBy('pictures.created_at', 'desc')
    .orderBy('pictures.id', 'desc')
    .limit(limit)
    .execute()
}

function wholeUse(db: Database) {
  return db
    .selectFrom('article_pictures')
    .innerJoin('pictures', 'pictures.id', 'article_pictures.picture_id')
    .innerJoin('articles', 'articles.id', 'article_pictures.article_id')
    .leftJoin('picture_originals', 'picture_originals.sha256', 'pictures.original')
    .select([
      'article_pictures.article_id',
      'article_pictures.picture_id',
      'article_pictures.place',
      'article_pictures.words',
      'article_pictures.facts',
      'article_pictures.house_caption',
      'article_pictures.house_credit',
      'article_pictures.house_alt',
      'article_pictures.offered_at',
      'article_pictures.withdrawn_at',
      'article_pictures.left_at',
      'pictures.source',
      'pictures.guid',
      'pictures.confirmed_terms',
      'pictures.trouble',
      'pictures.renditions',
      'pictures.original',
      'picture_originals.metadata',
      'articles.slug',
      'articles.pub_status',
      'articles.embargoed',
      'articles.held',
      'articles.barred_at',
      'articles.live_at',
    ])
}
