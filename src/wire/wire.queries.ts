import type { Database } from '../database/database.ts'
import { inPassing, onceBuilt, rowOf, rowsOf } from '../database/database.ts'
import type { DeliveriesTable, ItemVersionsTable, Schema } from '../database/schema.ts'

type BytesRow = Schema['wire_bytes']

const bytesInsertion = onceBuilt((db, row: BytesRow) =>
  db
    .insertInto('wire_bytes')
    .values(row)
    .onConflict((same) => same.column('sha256').doNothing()),
)

export async function insertBytes(tx: Database, row: BytesRow): Promise<void> {
  await inPassing(tx, bytesInsertion(tx, row))
}

const deliveryInsertion = onceBuilt((db, row: DeliveriesTable) =>
  db.insertInto('deliveries').values(row),
)

export async function insertDelivery(tx: Database, row: DeliveriesTable): Promise<void> {
  await inPassing(tx, deliveryInsertion(tx, row))
}

/** Where the pictures lie that a delivery's items name without an address. */
export async function folderOf(db: Database, deliveryId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select('folder')
    .where('id', '=', deliveryId)
    .executeTakeFirst()
  return row?.folder ?? undefined
}

export async function setRefusal(
  tx: Database,
  deliveryId: string,
  refusal: string | null,
): Promise<void> {
  await inPassing(tx, tx.updateTable('deliveries').set({ refusal }).where('id', '=', deliveryId))
}

export interface ItemRow {
  id: string
  source: string
  guid: string
  article_id: string | null
  created_at: string
  family: string | null
}

const itemKnownAs = onceBuilt((db, { source, guid }: { source: string; guid: string }) =>
  db.selectFrom('items').selectAll().where('source', '=', source).where('guid', '=', guid),
)

export async function itemRow(
  db: Database,
  source: string,
  guid: string,
): Promise<ItemRow | undefined> {
  return rowOf(db, itemKnownAs(db, { source, guid }))
}

const itemOfId = onceBuilt((db, { id }: { id: string }) =>
  db.selectFrom('items').selectAll().where('id', '=', id),
)

export async function itemById(db: Database, id: string): Promise<ItemRow | undefined> {
  return rowOf(db, itemOfId(db, { id }))
}

const itemsBehind = onceBuilt((db, { articleId }: { articleId: string }) =>
  db
    .selectFrom('items')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('created_at')
    .orderBy('id'),
)

/** The items that one article was made from: one, or several where updates came as new items. */
export async function itemsOfArticle(db: Database, articleId: string): Promise<ItemRow[]> {
  return rowsOf(db, itemsBehind(db, { articleId }))
}

const itemInsertion = onceBuilt((db, row: ItemRow) => db.insertInto('items').values(row))

export async function insertItem(tx: Database, row: ItemRow): Promise<void> {
  await inPassing(tx, itemInsertion(tx, row))
}

const articleUpdate = onceBuilt((db, { id, article_id }: { id: string; article_id: string }) =>
  db.updateTable('items').set({ article_id }).where('id', '=', id),
)

export async function setArticle(tx: Database, itemId: string, articleId: string): Promise<void> {
  await inPassing(tx, articleUpdate(tx, { id: itemId, article_id: articleId }))
}

export async function setFamily(tx: Database, itemId: string, family: string): Promise<void> {
  await inPassing(tx, tx.updateTable('items').set({ family }).where('id', '=', itemId))
}

const relativesOf = onceBuilt(
  (db, { source, family, limit }: { source: string; family: string; limit: number }) =>
    db
      .selectFrom('items')
      .selectAll()
      .where('source', '=', source)
      .where('family', '=', family)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
)

/** Items of one source whose sluglines have the same stem, the newest here first. */
export async function relatives(db: Database, source: string, family: string, limit: number) {
  return rowsOf(db, relativesOf(db, { source, family, limit }))
}

const versionsOf = onceBuilt((db, { itemId }: { itemId: string }) =>
  db
    .selectFrom('item_versions')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('conflict_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id'),
)

/** Every version of an item that counts: conflicting copies are kept but stand aside. */
export async function versionRows(db: Database, itemId: string): Promise<ItemVersionsTable[]> {
  return rowsOf(db, versionsOf(db, { itemId }))
}

const versionsKnownAs = onceBuilt((db, { source, guid }: { source: string; guid: string }) =>
  db
    .selectFrom('item_versions')
    .innerJoin('items', 'items.id', 'item_id')
    .select(['version', 'fingerprint', 'pub_status as pubStatus'])
    .select(['version_created as versionCreated', 'item_versions.received_at as receivedAt'])
    .where('source', '=', source)
    .where('guid', '=', guid)
    .where('conflict_at', 'is', null)
    .orderBy('item_versions.received_at')
    .orderBy('item_versions.id'),
)

/** By what the same versions of an item are known again, before its row is. */
export async function versionsAs(db: Database, source: string, guid: string) {
  return rowsOf(db, versionsKnownAs(db, { source, guid }))
}

const versionInsertion = onceBuilt((db, row: ItemVersionsTable) =>
  db.insertInto('item_versions').values(row),
)

export async function insertVersion(tx: Database, row: ItemVersionsTable): Promise<void> {
  await inPassing(tx, versionInsertion(tx, row))
}

/** The newest versions of stories of one source that have an article, newest first. */
export async function recentItems(db: Database, source: string, since: string, limit: number) {
  return db
    .selectFrom('items')
    .innerJoin('item_versions', 'item_versions.item_id', 'items.id')
    .innerJoin('articles', 'articles.id', 'items.article_id')
    .select(['item_versions.item', 'articles.slug'])
    .select((column) => column.ref('articles.id').as('article_id'))
    .where('items.source', '=', source)
    .where('item_versions.received_at', '>=', since)
    .where('item_versions.conflict_at', 'is', null)
    .where('articles.live_at', 'is not', null)
    .orderBy('item_versions.received_at', 'desc')
    .orderBy('item_versions.id', 'desc')
    .limit(limit)
    .execute()
}

export async function versionRow(db: Database, id: string): Promise<ItemVersionsTable | undefined> {
  return db.selectFrom('item_versions').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Every version that arrived, conflicting copies too, newest first. */
export async function allVersionRows(db: Database, itemId: string): Promise<ItemVersionsTable[]> {
  return db
    .selectFrom('item_versions')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Deliveries of which something was refused, newest first. */
export async function refusedDeliveries(db: Database, limit: number): Promise<DeliveriesTable[]> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('refusal', 'is not', null)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function deliveryWithBytes(db: Database, id: string) {
  return db
    .selectFrom('deliveries')
    .innerJoin('wire_bytes', 'wire_bytes.sha256', 'deliveries.sha256')
    .selectAll('deliveries')
    .select('wire_bytes.bytes')
    .where('deliveries.id', '=', id)
    .executeTakeFirst()
}

/** Whether this very copy of a version was kept aside before. */
export async function isKnownConflict(
  db: Database,
  itemId: string,
  version: string,
  fingerprint: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('item_versions')
    .select('id')
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .where('fingerprint', '=', fingerprint)
    .where('conflict_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these items of a source, each version that is known, as `versionKey` writes it. */
export async function knownVersions(
  db: Database,
  source: string,
  guids: string[],
): Promise<Set<string>> {
  const known = new Set<string>()
  // Both engines limit how many values one statement may carry.
  for (let from = 0; from < guids.length; from += 500) {
    const rows = await db
      .selectFrom('items')
      .innerJoin('item_versions', 'item_versions.item_id', 'items.id')
      .select(['items.guid', 'item_versions.version'])
      .where('items.source', '=', source)
      .where('items.guid', 'in', guids.slice(from, from + 500))
      .execute()
    for (const { guid, version } of rows) known.add(versionKey(guid, version))
  }
  return known
}

export function versionKey(guid: string, version: string): string {
  return JSON.stringify([guid, version])
}

const twinsOf = onceBuilt(
  (db, { source, fingerprint, guid }: { source: string; fingerprint: string; guid: string }) =>
    db
      // First those few, whatever the server believes of how many there are.
      .with(
        (part) => part('twins').materialized(),
        (part) =>
          part.selectFrom('item_versions').select('item_id').where('fingerprint', '=', fingerprint),
      )
      .selectFrom('twins')
      .innerJoin('items', 'items.id', 'twins.item_id')
      .selectAll('items')
      .where('items.source', '=', source)
      .where('items.guid', '!=', guid)
      .limit(1),
)

/** The item of the same source that says the very same under another guid. */
export async function twinItem(
  db: Database,
  source: string,
  fingerprint: string,
  guid: string,
): Promise<ItemRow | undefined> {
  return rowOf(db, twinsOf(db, { source, fingerprint, guid }))
}

export async function slugOfArticle(db: Database, articleId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('articles')
    .select('slug')
    .where('id', '=', articleId)
    .executeTakeFirst()
  return row?.slug
}
