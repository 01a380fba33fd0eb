import type { Database } from '../database/database.ts'
import { newId } from '../database/database.ts'
import type { ItemVersionsTable } from '../database/schema.ts'
import { noteArrival } from './watching/arrivals.ts'
import type { WireItem } from './item.ts'
import { fingerprintOf, isRecognisable } from './item-to-article.ts'
import { joinByItself } from './placing/joining.ts'
import type { SettlingContext } from './placing/settling.ts'
import { settle } from './placing/settling.ts'
import { standingOf } from './placing/standing.ts'
import type { ItemRow } from './wire.queries.ts'
import * as queries from './wire.queries.ts'

/**
 * `published`, `updated`, `corrected`: readers see it. `embargoed`, `held`, `withheld`, `canceled`:
 * nobody does. `late`: an older version, kept, which changes nothing. `duplicate`: nothing new.
 * `conflict`: the same version with other content, kept apart. `needs-merging`: readers see the
 * house's text until an editor has merged the wire's.
 */
export type Outcome =
  | 'published'
  | 'updated'
  | 'corrected'
  | 'embargoed'
  | 'held'
  | 'withheld'
  | 'canceled'
  | 'late'
  | 'duplicate'
  | 'conflict'
  | 'needs-merging'

export interface Placed {
  outcome: Outcome
  reason?: string
  slug?: string
}

export interface PlacingContext extends SettlingContext {
  source: string
  deliveryId: string
}

/**
 * Puts one item where it belongs. What is public afterwards follows from the set of versions that
 * have arrived and not from their order: the current one is found anew each time.
 */
export async function placeItem(
  tx: Database,
  item: WireItem,
  context: PlacingContext,
): Promise<Placed> {
  const { engine, source } = context
  await engine.lock(tx, `wire:${source}:${item.uri}`)
  const fingerprint = fingerprintOf(item)
  const twin = isRecognisable(item)
    ? await queries.twinItem(tx, source, fingerprint, item.uri)
    : undefined
  if (twin)
    return {
      outcome: 'duplicate',
      reason: `It is the same story as ${twin.guid}.`,
      ...(await slugFor(tx, twin)),
    }
  const row = (await queries.itemRow(tx, source, item.uri)) ?? (await newItem(tx, item, context))
  const versions = await queries.versionRows(tx, row.id)
  const same = versions.find(({ version }) => version === item.version)
  if (same?.fingerprint === fingerprint)
    return { outcome: 'duplicate', ...(await slugFor(tx, row)) }
  const version = versionRow(item, row.id, fingerprint, context, same !== undefined)
  await queries.insertVersion(tx, version)
  const placed = same
    ? {
        outcome: 'conflict' as const,
        reason: `Version ${item.version} is known with other content. The first is shown; this one is kept apart.`,
        ...(await slugFor(tx, row)),
      }
    : await placeVersion(tx, row, version.id, context)
  await noteArrival(tx, { version, item, source, outcome: placed.outcome })
  return placed.outcome === 'held' ? ((await joinByItself(tx, row.id, context)) ?? placed) : placed
}

async function placeVersion(
  tx: Database,
  row: ItemRow,
  versionId: string,
  context: PlacingContext,
): Promise<Placed> {
  if ((await standingOf(tx, row)).at(-1)?.id === versionId) return settle(tx, row, context)
  const slug = await slugFor(tx, row)
  return { outcome: 'late', reason: 'A newer version is already here.', ...slug }
}

async function newItem(
  tx: Database,
  item: WireItem,
  { source, now }: PlacingContext,
): Promise<ItemRow> {
  const row = {
    id: newId(now),
    source,
    guid: item.uri,
    article_id: null,
    created_at: now.toISOString(),
  }
  await queries.insertItem(tx, row)
  return row
}

async function slugFor(tx: Database, { article_id }: ItemRow): Promise<{ slug?: string }> {
  const slug = article_id === null ? undefined : await queries.slugOfArticle(tx, article_id)
  return slug === undefined ? {} : { slug }
}

function versionRow(
  item: WireItem,
  itemId: string,
  fingerprint: string,
  { deliveryId, now }: PlacingContext,
  isConflict: boolean,
): ItemVersionsTable {
  return {
    id: newId(now),
    item_id: itemId,
    delivery_id: deliveryId,
    version: item.version,
    version_created: item.versionCreated ?? null,
    pub_status: item.pubStatus,
    fingerprint,
    item: JSON.stringify(item),
    received_at: now.toISOString(),
    conflict_at: isConflict ? now.toISOString() : null,
  }
}
