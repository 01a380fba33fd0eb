import { sql } from 'kysely'
import type { Database } from '../../database/database.ts'
import { inPassing } from '../../database/database.ts'
import type { SourcePollsTable, SourcesTable } from '../../database/schema.ts'

export async function sourceRow(db: Database, name: string): Promise<SourcesTable | undefined> {
  return db.selectFrom('sources').selectAll().where('name', '=', name).executeTakeFirst()
}

export async function sourceRows(db: Database): Promise<SourcesTable[]> {
  return db.selectFrom('sources').selectAll().orderBy('name').execute()
}

/** False when the name is taken. */
export async function insertSource(tx: Database, row: SourcesTable): Promise<boolean> {
  const done = await tx
    .insertInto('sources')
    .values(row)
    .onConflict((same) => same.column('name').doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateSource(
  tx: Database,
  row: Omit<SourcesTable, 'token_hash' | 'last_heard_at' | 'silent_at' | 'added_at'>,
): Promise<void> {
  const { name, ...rest } = row
  await tx.updateTable('sources').set(rest).where('name', '=', name).execute()
}

export async function setToken(tx: Database, name: string, hash: string): Promise<boolean> {
  const done = await tx
    .updateTable('sources')
    .set({ token_hash: hash })
    .where('name', '=', name)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** How exactly it is known when a source delivered last, in milliseconds. */
const heardWithin = 1000

/**
 * Notes that a source delivered; nothing for one that nobody made known. Once a second is enough:
 * deliveries at the same time would else wait for each other's commit at this row.
 */
export async function setHeard(tx: Database, name: string, at: string): Promise<void> {
  const before = new Date(Date.parse(at) - heardWithin).toISOString()
  await inPassing(
    tx,
    tx
      .updateTable('sources')
      .set({ last_heard_at: at, silent_at: null })
      .where('name', '=', name)
      .where((where) =>
        where.or([
          where('last_heard_at', 'is', null),
          where('last_heard_at', '<=', before),
          where('silent_at', 'is not', null),
        ]),
      ),
  )
}

/** False when the alarm was raised before, by this node or another one. */
export async function setSilent(tx: Database, name: string, at: string): Promise<boolean> {
  const done = await tx
    .updateTable('sources')
    .set({ silent_at: at })
    .where('name', '=', name)
    .where('silent_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Each source that delivered since then, with its last time. */
export async function lastDeliveries(db: Database, since: string): Promise<[string, string][]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['source'])
    .select((s) => s.fn.max('received_at').as('at'))
    .where('received_at', '>=', since)
    .groupBy('source')
    .execute()
  return rows.map(({ source, at }) => [source, at])
}

/** The spans of ten minutes (`2026-05-04T12:3`) in which a source delivered, in their order. */
export async function busyTenMinutes(
  db: Database,
  source: string,
  since: string,
): Promise<string[]> {
  const tenMinutes = sql<string>`substr(received_at, 1, 15)`
  const rows = await db
    .selectFrom('deliveries')
    .select(tenMinutes.as('at'))
    .distinct()
    .where('source', '=', source)
    .where('received_at', '>=', since)
    .orderBy('at')
    .execute()
  return rows.map(({ at }) => at)
}

/** How often each source delivered in each hour (`2026-05-04T12`) since then. */
export async function deliveriesByHour(db: Database, since: string) {
  const hour = sql<string>`substr(received_at, 1, 13)`
  const rows = await db
    .selectFrom('deliveries')
    .select(['source', hour.as('at')])
    .select((s) => s.fn.countAll<number | string>().as('number'))
    .where('received_at', '>=', since)
    .groupBy(['source', 'at'])
    .execute()
  return rows.map(({ source, at, number }) => ({ source, at, number: Number(number) }))
}

/** How many deliveries of each source wait in quarantine. */
export async function refusedBySource(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('deliveries')
    .select('source')
    .select((s) => s.fn.countAll<number | string>().as('number'))
    .where('refusal', 'is not', null)
    .groupBy('source')
    .execute()
  return new Map(rows.map(({ source, number }) => [source, Number(number)]))
}

export async function pollRow(db: Database, source: string): Promise<SourcePollsTable | undefined> {
  return db.selectFrom('source_polls').selectAll().where('source', '=', source).executeTakeFirst()
}

export async function pollRows(db: Database): Promise<SourcePollsTable[]> {
  return db.selectFrom('source_polls').selectAll().execute()
}

export async function setPoll(tx: Database, row: SourcePollsTable): Promise<void> {
  const { source: _, ...rest } = row
  await tx
    .insertInto('source_polls')
    .values(row)
    .onConflict((same) => same.column('source').doUpdateSet(rest))
    .execute()
}

export async function deletePoll(tx: Database, source: string): Promise<void> {
  await tx.deleteFrom('source_polls').where('source', '=', source).execute()
}
