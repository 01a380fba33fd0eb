import type { Database } from '../../database/database.ts'

export async function insertKey(tx: Database, hash: string, at: string): Promise<void> {
  await tx.insertInto('desk_keys').values({ hash, made_at: at, used_at: null }).execute()
}

/** Keys that may still open the desk, the newest first. */
export async function openKeys(db: Database, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('desk_keys')
    .select('hash')
    .where('used_at', 'is', null)
    .where('made_at', '>', since)
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** False when somebody was faster: a key opens once. */
export async function useKey(tx: Database, hash: string, at: string): Promise<boolean> {
  const done = await tx
    .updateTable('desk_keys')
    .set({ used_at: at })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertSession(
  tx: Database,
  row: { hash: string; name: string; made_at: string; seen_at: string },
): Promise<void> {
  await tx.insertInto('desk_sessions').values(row).execute()
}

export async function sessionRow(db: Database, hash: string) {
  return db.selectFrom('desk_sessions').selectAll().where('hash', '=', hash).executeTakeFirst()
}

export async function setSeen(tx: Database, hash: string, at: string): Promise<void> {
  await tx.updateTable('desk_sessions').set({ seen_at: at }).where('hash', '=', hash).execute()
}

export async function deleteSession(tx: Database, hash: string): Promise<void> {
  await tx.deleteFrom('desk_sessions').where('hash', '=', hash).execute()
}

/** Sessions and keys that nobody can use any more. */
export async function deleteExpired(tx: Database, before: string): Promise<void> {
  await tx.deleteFrom('desk_sessions').where('made_at', '<', before).execute()
  await tx.deleteFrom('desk_keys').where('made_at', '<', before).execute()
}
