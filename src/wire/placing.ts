import type { Article, OnRevision } from '../articles/articles.ts'
import {
  changedParagraph,
  createArticle,
  isOpenNow,
  paragraphsOf,
  reviseArticle,
  setHistory,
} from '../articles/articles.ts'
import type { Database, Engine } from '../database/database.ts'
import { newId } from '../database/database.ts'
import type { ItemVersionsTable } from '../database/schema.ts'
import { gate } from '../gate/gate.ts'
import type { WireItem } from './item.ts'
import {
  contentOf,
  correctionIn,
  factsOf,
  fingerprintOf,
  isRecognisable,
  publishedAtOf,
} from './item-to-article.ts'
import { heldForEditor } from './sources/policy.ts'
import { compareVersions, currentVersion, orderable } from './versions.ts'
import type { ItemRow } from './wire.queries.ts'
import * as queries from './wire.queries.ts'

/**
 * `published`, `updated`, `corrected`: readers see it. `embargoed`, `held`, `withheld`, `canceled`:
 * nobody does. `late`: an older version, kept, which changes nothing. `duplicate`: nothing new.
 * `conflict`: the same version with other content, kept apart.
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

export interface Placed {
  outcome: Outcome
  reason?: string
  slug?: string
}

export interface PlacingContext {
  engine: Engine
  source: string
  deliveryId: string
  onRevision: OnRevision
  siteLanguage: string
  section: string
  /** Its source's items wait for an editor. */
  throughDesk?: boolean
  now: Date
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
  const { engine, source, now } = context
  await engine.lock(tx, `wire:${source}:${arrived.uri}`)
  const fingerprint = fingerprintOf(arrived)
  const twin = isRecognisable(arrived)
    ? await queries.twinItem(tx, source, fingerprint, arrived.uri)
    : undefined
  if (twin)
    return {
      outcome: 'duplicate',
      reason: `It is the same story as ${twin.guid}.`,
      ...(await slugFor(tx, twin)),
    }
  const row =
    (await queries.itemRow(tx, source, arrived.uri)) ?? (await newItem(tx, arrived, context))
  // An editor who let a story through let its updates through: readers must not lose it again.
  const waits = context.throughDesk && !(await isOpenNow(tx, row.article_id, now))
  const item = waits ? heldForEditor(arrived) : arrived
  const versions = await queries.versionRows(tx, row.id)
  const same = versions.find(({ version }) => version === item.version)
  const isKnown =
    same !== undefined &&
    (same.fingerprint === fingerprint ||
      (await queries.isKnownConflict(tx, row.id, item.version, fingerprint)))
  if (isKnown) return { outcome: 'duplicate', ...(await slugFor(tx, row)) }
  const version = versionRow(item, row.id, fingerprint, context, same !== undefined)
  await queries.insertVersion(tx, version)
  if (same) {
    const reason = `Version ${item.version} is known with other content. The first is shown; this one is kept apart.`
    return { outcome: 'conflict', reason, ...(await slugFor(tx, row)) }
  }
  const known = [...versions, version].map(orderable).toSorted(compareVersions)
  const items = known.map(({ item: json }) => JSON.parse(json) as WireItem)
  const isCurrent = currentVersion(known)?.id === version.id
  const placed = isCurrent && (await applyVersion(tx, row, item, items, version.id, context))
  if (!placed || items.slice(1).some(correctionIn))
    await retellHistory(tx, item.uri, items, known[0]?.received_at ?? now.toISOString(), context)
  if (placed) return placed
  const reason = 'A newer version is already here.'
  return { outcome: 'late', reason, ...(await slugFor(tx, row)) }
}

/**
 * A late version changes no text, but it may be the first that was out, or a correction; and where
 * a correction stands depends on what was there before it.
 */
async function retellHistory(
  tx: Database,
  guid: string,
  items: WireItem[],
  receivedAt: string,
  { source, siteLanguage, now }: PlacingContext,
): Promise<void> {
  const articleId = (await queries.itemRow(tx, source, guid))?.article_id
  if (!articleId) return
  const texts = items.map((item) => paragraphsOf(contentOf(item, siteLanguage)?.body ?? []))
  const corrections = items.flatMap((item, i) => {
    const text = i === 0 ? undefined : correctionIn(item)
    if (text === undefined) return []
    const before = texts.slice(0, i).findLast((paragraphs) => paragraphs.length > 0)
    const paragraph = changedParagraph(before ?? [], texts[i] ?? [])
    const at = item.versionCreated ?? receivedAt
    return [{ text, at, ...(paragraph === undefined ? {} : { paragraph }) }]
  })
  const publishedAt = publishedAtOf(items, receivedAt, now)
  await setHistory(tx, articleId, { publishedAt, corrections }, now)
}

/** Makes the article say what its item's current version says. */
async function applyVersion(
  tx: Database,
  row: ItemRow,
  item: WireItem,
  versions: WireItem[],
  itemVersionId: string,
  context: PlacingContext,
): Promise<Placed> {
  const { now } = context
  const content = contentOf(item, context.siteLanguage)
  const receivedAt = now.toISOString()
  const correction = correctionIn(item)
  const draft = {
    section: context.section,
    facts: factsOf(item),
    publishedAt: publishedAtOf(versions, receivedAt, now),
    updatedAt: item.versionCreated ?? receivedAt,
    itemVersionId,
    ...(correction === undefined ? {} : { correction: { text: correction } }),
  }
  const verdict = gate(draft.facts, now)
  let article: Article | undefined
  if (row.article_id !== null) {
    article = await reviseArticle(
      tx,
      row.article_id,
      { ...draft, ...(content ? { content } : {}) },
      now,
      context.onRevision,
    )
  } else if (content) {
    article = await createArticle(
      context.engine,
      tx,
      { ...draft, content },
      now,
      context.onRevision,
    )
    await queries.setArticle(tx, row.id, article.id)
  }
  const slug = article && { slug: article.slug }
  if (!verdict.open) return { outcome: outcomeOf(verdict.reason), reason: verdict.words, ...slug }
  if (!content)
    return { outcome: 'held', reason: 'It has no headline or no text to show.', ...slug }
  if (!wasOpen(versions, now)) return { outcome: 'published', ...slug }
  return { outcome: correction === undefined ? 'updated' : 'corrected', ...slug }
}

/** Whether readers could see the version before the newest of these, given in their order. */
function wasOpen(versions: WireItem[], now: Date): boolean {
  const before = versions.at(-2)
  return before !== undefined && gate(factsOf(before), now).open
}

function outcomeOf(reason: string): Outcome {
  return reason === 'canceled' || reason === 'withheld' || reason === 'embargoed' ? reason : 'held'
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
