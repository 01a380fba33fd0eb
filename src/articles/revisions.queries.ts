import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowOf } from '../database/database.ts'
import type { ArticleRevisionsTable } from '../database/schema.ts'
import type { ArticleRow } from './articles.queries.ts'

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
