import type { Database } from '../../database/database.ts'
import { inPassing, onceBuilt } from '../../database/database.ts'
import type { ArrivalsTable } from '../../database/schema.ts'
import type { ArrivalFilter, ArrivalState } from './arrivals.ts'

/** More words than this narrow no search down. */
const mostWords = 6

const insertion = onceBuilt((db, row: ArrivalsTable) =>
  db
    .insertInto('arrivals')
    .values(row)
    .onConflict((same) => same.column('item_version_id').doNothing()),
)

export async function insertArrival(tx: Database, row: ArrivalsTable): Promise<void> {
  await inPassing(tx, insertion(tx, row))
}

export async function updateArrival(
  tx: Database,
  versionId: string,
  gate: { embargoed: string | null; held: string },
  replacedAt: string | null,
): Promise<void> {
  const change =
    replacedAt === null
      ? lineThatCounts(tx, { versionId, ...gate })
      : lineReplaced(tx, { versionId, ...gate, replacedAt })
  await inPassing(tx, change)
}

interface Line {
  versionId: string
  embargoed: string | null
  held: string
}

const lineThatCounts = onceBuilt((db, { versionId, ...gate }: Line) =>
  db
    .updateTable('arrivals')
    .set({ ...gate, replaced_at: null })
    .where('item_version_id', '=', versionId),
)

const lineReplaced = onceBuilt(
  (db, { versionId, replacedAt, ...gate }: Line & { replacedAt: string }) =>
    db
      .updateTable('arrivals')
      // The time when it was replaced first stays.
      .set((set) => ({
        ...gate,
        replaced_at: set.fn.coalesce('replaced_at', set.val(replacedAt)),
      }))
      .where('item_version_id', '=', versionId),
)

/** A line of the wire, with the version as its sender counts. */
export type ArrivalRow = ArrivalsTable & { version: string | null }

export async function arrivalRowsOf(db: Database, itemId: string): Promise<ArrivalRow[]> {
  return everyArrival(db)
    .where('item_id', '=', itemId)
    .orderBy('received_at', 'desc')
    .orderBy('item_version_id', 'desc')
    .execute()
}

export async function arrivalRows(
  db: Database,
  filter: ArrivalFilter,
  now: string,
  limit: number,
): Promise<ArrivalRow[]> {
  let query = everyArrival(db)
  if (filter.source !== undefined) query = query.where('source', '=', filter.source)
  if (filter.urgency !== undefined) query = query.where('urgency', '=', filter.urgency)
  if (filter.subject !== undefined) {
    for (const word of wordsOf(filter.subject)) query = query.where('subjects', 'like', `%${word}%`)
  }
  for (const word of wordsOf(filter.search ?? '')) query = query.where('words', 'like', `%${word}%`)
  if (filter.state !== undefined) query = inState(query, filter.state, now)
  const { before } = filter
  if (before !== undefined) {
    query = query.where((where) =>
      where.or([
        where('received_at', '<', before.receivedAt),
        where.and([
          where('received_at', '=', before.receivedAt),
          where('item_version_id', '<', before.versionId),
        ]),
      ]),
    )
  }
  return query
    .orderBy('received_at', 'desc')
    .orderBy('item_version_id', 'desc')
    .limit(limit)
    .execute()
}

type ArrivalQuery = ReturnType<typeof everyArrival>

function everyArrival(db: Database) {
  return db
    .selectFrom('arrivals')
    .selectAll()
    .select((select) =>
      select
        .selectFrom('item_versions')
        .select('version')
        .whereRef('item_versions.id', '=', 'arrivals.item_version_id')
        .as('version'),
    )
}

/** The gate's order of reasons, as the gate decides over each line once more when it is drawn. */
function inState(query: ArrivalQuery, state: ArrivalState, now: string): ArrivalQuery {
  if (state === 'late' || state === 'conflict') return query.where('outcome', '=', state)
  const placed = query.where('outcome', 'not in', ['late', 'conflict'])
  if (state === 'replaced') return placed.where('replaced_at', 'is not', null)
  const current = placed.where('replaced_at', 'is', null)
  if (state === 'canceled' || state === 'withheld') return current.where('pub_status', '=', state)
  if (state === 'held') {
    return current
      .where('pub_status', 'not in', ['canceled', 'withheld'])
      .where((where) => where.or([where('pub_status', '!=', 'usable'), where('held', '!=', '[]')]))
  }
  const free = current.where('pub_status', '=', 'usable').where('held', '=', '[]')
  if (state === 'embargoed') return free.where('embargoed', '>', now)
  return free.where((where) =>
    where.or([where('embargoed', 'is', null), where('embargoed', '<=', now)]),
  )
}

export async function knownSources(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('arrivals')
    .select('source')
    .distinct()
    .orderBy('source')
    .limit(200)
    .execute()
  return rows.map(({ source }) => source)
}

/** The text is in lower case on both engines, and letters and digits mean nothing to LIKE. */
function wordsOf(search: string): string[] {
  return (search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords)
}
