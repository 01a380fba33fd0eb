import type { Database, Engine } from '../../database/database.ts'
import { keepSetting } from '../../database/database.ts'
import type { Worker } from '../../jobs/jobs.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import type { SettlingContext } from '../placing/settling.ts'
import { settle } from '../placing/settling.ts'
import { refreshArrivals } from '../watching/arrivals.ts'
import * as items from '../wire.queries.ts'
import type { Meaning } from './meaning.ts'
import { territoriesOf } from './limits.ts'
import * as queries from './usage.queries.ts'

export { unconfirmedCount } from './usage.queries.ts'

/** A phrase as the desk lists it. */
export interface UsagePhrase {
  id: string
  source: string
  words: string
  seenAt: string
  items: number
  examples: { itemId: string; headline: string }[]
  confirmed?: { meaning: Meaning; at: string; by: string }
}

const mostExamples = 3

export async function usagePhrases(db: Database, limit: number): Promise<UsagePhrase[]> {
  const rows = await queries.phrasesForDesk(db, limit)
  return Promise.all(
    rows.map(
      async ({ id, source, words, seen_at, items, meaning, confirmed_at, confirmed_by }) => ({
        id,
        source,
        words,
        seenAt: seen_at,
        items: Number(items),
        examples: (await queries.exampleRows(db, id, mostExamples)).map(
          ({ item_id, headline }) => ({
            itemId: item_id,
            headline,
          }),
        ),
        ...(meaning !== null && confirmed_at !== null
          ? {
              confirmed: {
                meaning: JSON.parse(meaning) as Meaning,
                at: confirmed_at,
                by: confirmed_by ?? '',
              },
            }
          : {}),
      }),
    ),
  )
}

const queue = 'usage'

/** Says what a phrase means, for all items that carry it; false where there is no such phrase. */
export async function confirmPhrase(
  tx: Database,
  id: string,
  { meaning, by, why }: { meaning: Meaning; by: string; why: string },
  now: Date,
): Promise<boolean> {
  const phrase = await queries.phraseById(tx, id)
  if (!phrase) return false
  const at = now.toISOString()
  const json = JSON.stringify(meaning)
  await queries.setMeaning(tx, id, { meaning: json, confirmed_at: at, confirmed_by: by })
  const detail = `\u201c${phrase.words}\u201d of ${phrase.source}: ${json === '{}' ? 'means nothing here' : json}`
  const deed = 'said what is meant by'
  await recordDecision(tx, { subject: `phrase:${id}`, deed, by, reason: why, detail }, now)
  await enqueue(tx, { queue, key: id, payload: { phrase: id } }, now)
  return true
}

/** Says where this site is used; every limit to territories is then judged anew. */
export async function setTerritories(
  tx: Database,
  territories: string[],
  by: string,
  now: Date,
): Promise<void> {
  const before = await territoriesOf(tx)
  await keepSetting(tx, 'territories', JSON.stringify(territories))
  const detail = `${before?.join(', ') ?? 'not said'} → ${territories.join(', ')}`
  const decision = { deed: 'said where this site is used:', by, reason: '', detail }
  await recordDecision(tx, { ...decision, subject: 'phrase:territories' }, now)
  for (const id of await queries.confirmedPhraseIds(tx))
    await enqueue(tx, { queue, key: id, payload: { phrase: id } }, now)
}

/** How many items are settled in one transaction; readers wait for none of them. */
const atOnce = 20

/**
 * Makes every item that carries a phrase say what the phrase was said to mean. A job, so that a
 * restart in the middle loses none; doing it twice changes nothing.
 */
export function usageWorker(engine: Engine, settling: () => SettlingContext): Worker {
  return {
    queue,
    concurrency: 1,
    run: async (payload) => {
      const { phrase } = payload as { phrase: string }
      for (let after = ''; ;) {
        const ids = await queries.carrierIds(engine.db, phrase, after, atOnce)
        const last = ids.at(-1)
        if (last === undefined) return
        await engine.write((tx) => settleAll(tx, ids, settling()))
        after = last
      }
    },
  }
}

async function settleAll(tx: Database, ids: string[], context: SettlingContext): Promise<void> {
  for (const id of ids) {
    const row = await items.itemById(tx, id)
    if (!row) continue
    await context.engine.lock(tx, `wire:${row.source}:${row.guid}`)
    await settle(tx, row, context)
    await refreshArrivals(tx, id, context.now.toISOString())
  }
}
