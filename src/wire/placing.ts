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
import { noteArrival, refreshArrivals } from './watching/arrivals.ts'
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
import { lockedAndRead, settle } from './placing/settling.ts'
import type { Standing } from './placing/standing.ts'
import { leadsOf, standingOf, standingOfFirst, takeOf } from './placing/standing.ts'
import { heldForEditor } from './sources/policy.ts'
import { relativesOf, storyOfTake, takesWaitingFor } from './takes/gather-takes.ts'
import { familyOf } from './takes/take-marks.ts'
import { noteUsage } from './usage/limits.ts'
import type { ItemRow } from './wire.queries.ts'
import type { VersionFacts } from './versions.ts'
import { countsBeside } from './versions.ts'
import * as queries from './wire.queries.ts'

/**
 * `published`, `updated`, `corrected`: readers see it. `embargoed`, `held`, `withheld`, `canceled`:
 * nobody does. `late`: an older version, kept, which changes nothing. `duplicate`: nothing new.
 * `conflict`: the same version with other content that takes nothing down, kept apart. `needs-merging`: readers see the
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
  // Takes and leads must see one another.
  const family = familyOf(arrived)
  if (family !== undefined) await engine.lock(tx, `wire-family:${source}:${family}`)
  const fingerprint = fingerprintOf(arrived)
  const [twin, known, versions, relatives] = await together([
    isRecognisable(arrived) ? queries.twinItem(tx, source, fingerprint, arrived.uri) : undefined,
    queries.itemRow(tx, source, arrived.uri),
    queries.versionsAs(tx, source, arrived.uri),
    family === undefined ? [] : relativesOf(tx, source, family),
  ])
  if (twin)
    return {
      outcome: 'duplicate',
      reason: `It is the same story as ${twin.guid}.`,
      ...(await slugFor(tx, twin)),
    }
  const { row, isFirst } = await itemFor(tx, arrived, known, context)
  // An editor who let a story through let its updates through: readers must not lose it again.
  const isTake = (arrived.standfirst.take?.part ?? 1) > 1
  const waits =
    context.throughDesk && !isTake && !(await isOpenNow(tx, row.article_id, context.now))
  const item = waits ? heldForEditor(arrived) : arrived
  const same = versions.filter(({ version }) => version === item.version)
  const isKnown =
    same.some((one) => one.fingerprint === fingerprint) ||
    (same.length > 0 && (await queries.isKnownConflict(tx, row.id, item.version, fingerprint)))
  if (isKnown) return { outcome: 'duplicate', ...(await slugFor(tx, row)) }
  const isConflict = same.length > 0 && !countsBeside(factsOf(item, context), same)
  const version = versionRow(item, row.id, fingerprint, context, isConflict)
  await queries.insertVersion(tx, version)
  await noteUsage(tx, row, item, context.now)
  const { standing, ...placed }: Placed & { standing?: Standing } = isConflict
    ? {
        outcome: 'conflict' as const,
        reason: `Version ${item.version} is known with other content. The first is shown; this one is kept apart.`,
        ...(await slugFor(tx, row)),
      }
    : await placeAmongTakes(tx, row, version, context, {
        isFirst,
        ...(row.family === family && { relatives }),
      })
  await noteArrival(tx, { version, item, source, outcome: placed.outcome, standing })
  return placed.outcome === 'held' ? ((await joinByItself(tx, row.id, context)) ?? placed) : placed
}

/**
 * A take is put behind its story, and a story takes in what came before it. `standing` is what its
 * story consists of, where this version is all that has changed of it.
 */
async function placeAmongTakes(
  tx: Database,
  row: ItemRow,
  version: ItemVersionsTable,
  context: PlacingContext,
  { isFirst, relatives }: { isFirst: boolean; relatives?: ItemRow[] },
): Promise<Placed & { standing?: Standing }> {
  // It is locked and has no article, so there is nothing more to find out about a first version.
  const first = isFirst ? await standingOfFirst(tx, row, version) : undefined
  const mayBeTake = row.article_id === null && (!first || takeOf(first) !== undefined)
  const story = mayBeTake ? await storyOfTake(tx, row) : undefined
  if (story !== undefined) await queries.setArticle(tx, row.id, story)
  const { standing, ...placed } = await placeVersion(
    tx,
    { ...row, article_id: story ?? row.article_id },
    version.id,
    context,
    story === undefined ? first : undefined,
  )
  if (row.family === null) return { ...placed, standing }
  const { known, waiting } = await takesWaitingFor(tx, row, relatives)
  if (!known || waiting.length === 0) return { ...placed, standing }
  for (const take of waiting) await queries.setArticle(tx, take.id, known.article_id ?? '')
  await settle(tx, known, context)
  await retellHistory(tx, known, await standingOf(tx, known), context)
  for (const take of waiting) await refreshArrivals(tx, take.id, context.now.toISOString())
  return placed
}

async function placeVersion(
  tx: Database,
  row: ItemRow,
  versionId: string,
  context: PlacingContext,
  first?: Standing,
): Promise<Placed & { standing: Standing }> {
  const known = first
    ? { standing: first, article: undefined }
    : await lockedAndRead(tx, row, context)
  const { standing } = known
  const version = standing.find(({ id }) => id === versionId)
  const placed = version?.counts === true && (await settle(tx, row, context, known))
  const story = leadsOf(standing)
  if (!placed || story.slice(1).some(({ item }) => correctionIn(item)) || version.part)
    await retellHistory(tx, row, standing, context)
  const { state, words = '' } = version?.part?.fate ?? { state: 'shown' }
  if (version?.part && state !== 'shown') {
    const outcome = { waits: 'held', canceled: 'canceled', replaced: 'late' } as const
    return { outcome: outcome[state], reason: words, standing, ...(await slugFor(tx, row)) }
  }
  if (placed) return { ...placed, standing }
  const slug = await slugFor(tx, row)
  return { outcome: 'late', reason: 'A newer version is already here.', standing, ...slug }
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
  const story = leadsOf(standing)
  const [first] = story
  if (!articleId || !first) return
  // The arrived texts are compared: the last one that stands has the text of all takes.
  const items = story.map(({ arrived, item }) => ({
    ...item,
    standfirst: { ...item.standfirst, body: arrived.standfirst.body },
  }))
  const texts = items.map((item) => paragraphsOf(contentOf(item, siteLanguage)?.body ?? []))
  const ofLeads = items.flatMap((item, i) => {
    const text = i === 0 ? undefined : correctionIn(item)
    if (text === undefined) return []
    const before = texts.slice(0, i).findLast((paragraphs) => paragraphs.length > 0)
    const paragraph = changedParagraph(before ?? [], texts[i] ?? [])
    const at = item.versionCreated ?? first.receivedAt
    return [{ text, at, ...(paragraph === undefined ? {} : { paragraph }) }]
  })
  const corrections = [...ofLeads, ...correctionsOfTakes(standing)]
  const publishedAt = publishedAtOf(items, first.receivedAt, now)
  // Where the house has edited, a correction is told when somebody has put it into the text.
  const told = (await isHouseEdited(tx, articleId)) ? [] : corrections
  await setHistory(tx, articleId, { publishedAt, corrections: told }, now)
}

/** Where a take stands in the text may change with every other take, so its paragraph is not told. */
function correctionsOfTakes(standing: Standing): { text: string; at: string }[] {
  const shown = standing.filter(({ part }) => part?.fate?.state === 'shown')
  return shown.flatMap(({ item, receivedAt, itemId }) => {
    const isFirst = standing.find((one) => one.itemId === itemId)?.item === item
    const text = isFirst ? undefined : correctionIn(item)
    return text === undefined ? [] : [{ text, at: item.versionCreated ?? receivedAt }]
  })
}

function factsOf(item: WireItem, { now }: PlacingContext): VersionFacts {
  return {
    version: item.version,
    versionCreated: item.versionCreated ?? null,
    pubStatus: item.pubStatus,
    receivedAt: now.toISOString(),
    ordering: item.standfirst.policy?.ordering,
  }
}

/** The item's row, new or known. */
async function itemFor(
  tx: Database,
  arrived: WireItem,
  known: ItemRow | undefined,
  context: PlacingContext,
): Promise<{ row: ItemRow; isFirst: boolean }> {
  if (!known) return { row: await newItem(tx, arrived, context), isFirst: true }
  const family = familyOf(arrived)
  if (known.family !== null || family === undefined) return { row: known, isFirst: false }
  // A kill that came first had no slug.
  await queries.setFamily(tx, known.id, family)
  return { row: { ...known, family }, isFirst: false }
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
    family: familyOf(item) ?? null,
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
