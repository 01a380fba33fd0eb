import {
  changedParagraph,
  isHouseEdited,
  isOpenNow,
  paragraphsOf,
  setHistory,
} from '../articles/articles.ts'
import type { Database } from '../database/database.ts'
import { newId, together } from '../database/database.ts'
import type { ItemVersionsTable } from '../database/schema.ts'
import { noteArrival } from './watching/arrivals.ts'
import type { WireItem } from './item.ts'
import {
  contentOf,
  correctionIn,
  fingerprintOf,
  isRecognisable,
  publishedAtOf,
} from './item-to-article.ts'
import { joinByItself } from './placing/joining.ts'
import type { SettlingContext } from './placing/settling.ts'
import { settle } from './placing/settling.ts'
import type { Standing } from './placing/standing.ts'
import { standingOf, standingOfFirst } from './placing/standing.ts'
import { heldForEditor } from './sources/policy.ts'
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
  /** Its source's items wait for an editor. */
  throughDesk?: boolean
}

/**
 * Puts one item where it belongs. What is public afterwards follows from the set of versions that
 * have arrived and not from their order: the current one is found anew each time.
 */
export async function placeItem(
  tx: Database,
  arrived: WireItem,
  context: PlacingContext,
): Promise<Placed> {
  const { engine, source } = context
  await engine.lock(tx, `wire:${source}:${arrived.uri}`)
  const fingerprint = fingerprintOf(arrived)
  const [twin, known] = await together([
    isRecognisable(arrived) ? queries.twinItem(tx, source, fingerprint, arrived.uri) : undefined,
    queries.itemRow(tx, source, arrived.uri),
  ])
  if (twin)
    return {
      outcome: 'duplicate',
      reason: `It is the same story as ${twin.guid}.`,
      ...(await slugFor(tx, twin)),
    }
  const row = known ?? (await newItem(tx, arrived, context))
  // An editor who let a story through let its updates through: readers must not lose it again.
  const waits = context.throughDesk && !(await isOpenNow(tx, row.article_id, context.now))
  const item = waits ? heldForEditor(arrived) : arrived
  const versions = known ? await queries.versionRows(tx, row.id) : []
  const same = versions.find(({ version }) => version === item.version)
  const isKnown =
    same?.fingerprint === fingerprint ||
    (same && (await queries.isKnownConflict(tx, row.id, item.version, fingerprint)))
  if (isKnown) return { outcome: 'duplicate', ...(await slugFor(tx, row)) }
  const version = versionRow(item, row.id, fingerprint, context, same !== undefined)
  await queries.insertVersion(tx, version)
  const placed = same
    ? {
        outcome: 'conflict' as const,
        reason: `Version ${item.version} is known with other content. The first is shown; this one is kept apart.`,
        ...(await slugFor(tx, row)),
      }
    : await placeVersion(tx, row, version, context, known ? undefined : standingOfFirst(version))
  await noteArrival(tx, { version, item, source, outcome: placed.outcome, isFirst: !known })
  return placed.outcome === 'held' ? ((await joinByItself(tx, row.id, context)) ?? placed) : placed
}

async function placeVersion(
  tx: Database,
  row: ItemRow,
  version: ItemVersionsTable,
  context: PlacingContext,
  first?: Standing,
): Promise<Placed> {
  const standing = first ?? (await standingOf(tx, row))
  const isCurrent = standing.at(-1)?.id === version.id
  const placed = isCurrent && (await settle(tx, row, context, first))
  if (!placed || standing.slice(1).some(({ item }) => correctionIn(item)))
    await retellHistory(tx, row, standing, context)
  if (placed) return placed
  const slug = await slugFor(tx, row)
  return { outcome: 'late', reason: 'A newer version is already here.', ...slug }
}

/**
 * A late version changes no text, but it may be the first that was out, or a correction; and where
 * a correction stands depends on what was there before it.
 */
async function retellHistory(
  tx: Database,
  { source, guid }: ItemRow,
  standing: Standing,
  { siteLanguage, now }: PlacingContext,
): Promise<void> {
  const articleId = (await queries.itemRow(tx, source, guid))?.article_id
  const [first] = standing
  if (!articleId || !first) return
  const items = standing.map(({ item }) => item)
  const texts = items.map((item) => paragraphsOf(contentOf(item, siteLanguage)?.body ?? []))
  const corrections = items.flatMap((item, i) => {
    const text = i === 0 ? undefined : correctionIn(item)
    if (text === undefined) return []
    const before = texts.slice(0, i).findLast((paragraphs) => paragraphs.length > 0)
    const paragraph = changedParagraph(before ?? [], texts[i] ?? [])
    const at = item.versionCreated ?? first.receivedAt
    return [{ text, at, ...(paragraph === undefined ? {} : { paragraph }) }]
  })
  const publishedAt = publishedAtOf(items, first.receivedAt, now)
  // Where the house has edited, a correction is told when somebody has put it into the text.
  const told = (await isHouseEdited(tx, articleId)) ? [] : corrections
  await setHistory(tx, articleId, { publishedAt, corrections: told }, now)
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
