import type { Database } from '../../database/database.ts'
import { onceBuilt, rowsOf } from '../../database/database.ts'

/** What a package names now, in its order. */
export async function setMembers(
  tx: Database,
  { id, source }: { id: string; source: string },
  guids: string[],
): Promise<void> {
  await tx.deleteFrom('package_members').where('package_id', '=', id).execute()
  if (guids.length === 0) return
  await tx
    .insertInto('package_members')
    .values(guids.map((guid, place) => ({ package_id: id, source, guid, place })))
    .execute()
}

const companionsOf = onceBuilt(
  (db, { source, guid, itemId }: { source: string; guid: string; itemId: string }) =>
    db
      .selectFrom('package_members')
      .select('guid')
      .distinct()
      .where('source', '=', source)
      .where('guid', '!=', guid)
      .where((where) =>
        where.or([
          where('package_id', '=', itemId),
          where(
            'package_id',
            'in',
            where
              .selectFrom('package_members as own')
              .select('own.package_id')
              .where('own.source', '=', source)
              .where('own.guid', '=', guid),
          ),
        ]),
      ),
)

/** What stands in a package beside this item, and what it names where it is a package itself. */
export async function companions(
  db: Database,
  source: string,
  guid: string,
  itemId: string,
): Promise<string[]> {
  const rows = await rowsOf(db, companionsOf(db, { source, guid, itemId }))
  return rows.map((row) => row.guid)
}
