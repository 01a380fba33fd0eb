import type { Database } from '../database/database.ts'
import type { PictureOriginalsTable } from '../database/schema.ts'

/** Keeps a file as it came; the same bytes are kept once. */
export async function keepOriginal(tx: Database, row: PictureOriginalsTable): Promise<void> {
  await tx
    .insertInto('picture_originals')
    .values(row)
    .onConflict((same) => same.column('sha256').doNothing())
    .execute()
}

export async function originalRow(
  db: Database,
  sha256: string,
): Promise<PictureOriginalsTable | undefined> {
  return db
    .selectFrom('picture_originals')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

export async function originalFacts(db: Database, sha256: string) {
  return db
    .selectFrom('picture_originals')
    .select(['content_type', 'size', 'width', 'height', 'metadata'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

export async function keepRenditions(
  tx: Database,
  pictureId: string,
  renditions: readonly { name: string; bytes: Uint8Array }[],
  now: string,
): Promise<void> {
  for (const { name, bytes } of renditions) {
    const row = { picture_id: pictureId, name, bytes, made_at: now }
    await tx
      .insertInto('picture_renditions')
      .values(row)
      .onConflict((same) =>
        same.columns(['picture_id', 'name']).doUpdateSet({ bytes, made_at: now }),
      )
      .execute()
  }
}

/** Forgets renditions made before this time, but for these. */
export async function dropOldRenditions(
  tx: Database,
  pictureId: string,
  before: string,
  kept: readonly string[],
): Promise<void> {
  let query = tx
    .deleteFrom('picture_renditions')
    .where('picture_id', '=', pictureId)
    .where('made_at', '<', before)
  if (kept.length > 0) query = query.where('name', 'not in', kept)
  await query.execute()
}

export async function dropRenditions(tx: Database, pictureId: string): Promise<void> {
  await tx.deleteFrom('picture_renditions').where('picture_id', '=', pictureId).execute()
}

export async function renditionBytes(
  db: Database,
  pictureId: string,
  name: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('picture_renditions')
    .select('bytes')
    .where('picture_id', '=', pictureId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.bytes
}

/** Whether there is such a rendition, without reading it. */
export async function isMade(db: Database, pictureId: string, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('picture_renditions')
    .select('name')
    .where('picture_id', '=', pictureId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}
