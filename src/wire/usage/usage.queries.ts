import type { Database } from '../../database/database.ts'
import type { UsagePhrasesTable } from '../../database/schema.ts'

/** Notes that an item carries a phrase; a phrase that was never seen waits for a person. */
export async function noteCarrier(
  tx: Database,
  phrase: UsagePhrasesTable,
  itemId: string,
): Promise<void> {
  await tx
    .insertInto('usage_phrases')
    .values(phrase)
    .onConflict((same) => same.columns(['source', 'phrase']).doNothing())
    .execute()
  const row = await phraseRow(tx, phrase.source, phrase.phrase)
  if (row === undefined) return
  await tx
    .insertInto('usage_carriers')
    .values({ phrase_id: row.id, item_id: itemId })
    .onConflict((same) => same.columns(['phrase_id', 'item_id']).doNothing())
    .execute()
}

async function phraseRow(db: Database, source: string, phrase: string) {
  return db
    .selectFrom('usage_phrases')
    .select('id')
    .where('source', '=', source)
    .where('phrase', '=', phrase)
    .executeTakeFirst()
}

/** What is known of these phrases of one source. */
export async function phraseRows(
  db: Database,
  source: string,
  phrases: string[],
): Promise<UsagePhrasesTable[]> {
  if (phrases.length === 0) return []
  return db
    .selectFrom('usage_phrases')
    .selectAll()
    .where('source', '=', source)
    .where('phrase', 'in', phrases)
    .execute()
}

/** Of each source so many confirmed phrases are compared with what is new; none has more. */
const mostCompared = 500

/** Every phrase of one source that a person has judged, the last judged first. */
export async function confirmedRows(db: Database, source: string): Promise<UsagePhrasesTable[]> {
  return db
    .selectFrom('usage_phrases')
    .selectAll()
    .where('source', '=', source)
    .where('meaning', 'is not', null)
    .orderBy('confirmed_at', 'desc')
    .limit(mostCompared)
    .execute()
}

export async function phraseById(db: Database, id: string): Promise<UsagePhrasesTable | undefined> {
  return db.selectFrom('usage_phrases').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those that wait for a person first, then the ones that were confirmed last. */
export async function phrasesForDesk(db: Database, limit: number) {
  return db
    .selectFrom('usage_phrases')
    .selectAll()
    .select((one) =>
      one
        .selectFrom('usage_carriers')
        .whereRef('usage_carriers.phrase_id', '=', 'usage_phrases.id')
        .select((all) => all.fn.countAll().as('n'))
        .as('items'),
    )
    .orderBy((by) => by.case().when('confirmed_at', 'is', null).then(0).else(1).end())
    .orderBy('confirmed_at', 'desc')
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function unconfirmedCount(db: Database): Promise<number> {
  const row = await db
    .selectFrom('usage_phrases')
    .select((all) => all.fn.countAll().as('n'))
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function setMeaning(
  tx: Database,
  id: string,
  row: { meaning: string; confirmed_at: string; confirmed_by: string },
): Promise<void> {
  await tx.updateTable('usage_phrases').set(row).where('id', '=', id).execute()
}

/** The newest items that carry a phrase, with their headlines. */
export async function exampleRows(db: Database, phraseId: string, limit: number) {
  return db
    .selectFrom('usage_carriers')
    .innerJoin('arrivals', 'arrivals.item_id', 'usage_carriers.item_id')
    .select(['arrivals.item_id', 'arrivals.headline'])
    .where('usage_carriers.phrase_id', '=', phraseId)
    .orderBy('arrivals.received_at', 'desc')
    .limit(limit)
    .execute()
}

/** Ids of items that carry a phrase, in order, after the last one that was seen to. */
export async function carrierIds(
  db: Database,
  phraseId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('usage_carriers')
    .select('item_id')
    .where('phrase_id', '=', phraseId)
    .where('item_id', '>', after)
    .orderBy('item_id')
    .limit(limit)
    .execute()
  return rows.map(({ item_id }) => item_id)
}

/** Ids of items that carry any confirmed phrase. */
export async function confirmedPhraseIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('usage_phrases')
    .select('id')
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}
