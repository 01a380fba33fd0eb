import type { Change } from '../../articles/articles.ts'
import { changesBetween, deskArticle, paragraphsOf } from '../../articles/articles.ts'
import type { Database } from '../../database/database.ts'
import type { Verdict } from '../../gate/gate.ts'
import { gate } from '../../gate/gate.ts'
import type { Arrival } from './arrivals.ts'
import { newestArrivals } from './arrivals.ts'
import { matchFirst } from '../reading/fields/holdings.ts'
import type { WireItem } from '../item.ts'
import { contentOf, factsOf } from '../item-to-article.ts'
import type { Match } from '../placing/joining.ts'
import { matchesFor } from '../placing/joining.ts'
import * as rulings from '../placing/rulings.queries.ts'
import { refusedByDesk } from '../placing/rulings.ts'
import { standingOf, standingVersion } from '../placing/standing.ts'
import * as queries from '../wire.queries.ts'

/** An item with all that arrived of it, for the desk alone: private notes are in it. */
export interface DeskItem {
  id: string
  source: string
  guid: string
  articleId?: string
  slug?: string
  /** Newest first. */
  versions: DeskVersion[]
  /** The version that counts, after what the desk decided. */
  current: { versionId: string; item: WireItem; verdict: Verdict }
}

export interface DeskVersion {
  id: string
  deliveryId: string
  version: string
  receivedAt: string
  isConflict: boolean
  item: WireItem
  /** What it changed in the one that arrived before it; undefined for the first. */
  changes?: Change[]
}

export async function itemOnDesk(
  db: Database,
  id: string,
  now: Date,
): Promise<DeskItem | undefined> {
  const row = await queries.itemById(db, id)
  const newest = row && (await standingOf(db, row)).findLast(({ itemId }) => itemId === id)
  if (!row || !newest) return undefined
  const rows = await queries.allVersionRows(db, id)
  const items = rows.map(({ item }) => JSON.parse(item) as WireItem)
  const slug = row.article_id && (await queries.slugOfArticle(db, row.article_id))
  return {
    id,
    source: row.source,
    guid: row.guid,
    ...(row.article_id === null ? {} : { articleId: row.article_id }),
    ...(slug ? { slug } : {}),
    versions: rows.map((version, i) => {
      const [item, before] = [items[i] as WireItem, items[i + 1]]
      return {
        id: version.id,
        deliveryId: version.delivery_id,
        version: version.version,
        receivedAt: version.received_at,
        isConflict: version.conflict_at !== null,
        item,
        ...(before ? { changes: changesBetween(linesOf(before), linesOf(item)) } : {}),
      }
    }),
    current: {
      versionId: newest.id,
      item: newest.item,
      verdict: gate(factsOf(newest.item), now),
    },
  }
}

/** Items that the gate keeps closed until an editor decides, newest first. */
export async function waitingHolds(db: Database, now: Date, limit: number): Promise<Arrival[]> {
  const held = await newestArrivals(db, { state: 'held' }, now, limit)
  return held.filter(({ held }) => !held.includes(refusedByDesk) && !held.includes(matchFirst))
}

/** Items that say they update another story, newest first. */
export async function waitingMatches(db: Database, now: Date, limit: number): Promise<Arrival[]> {
  const held = await newestArrivals(db, { state: 'held' }, now, limit)
  return held.filter(({ held }) => held.includes(matchFirst) && !held.includes(refusedByDesk))
}

export async function matchesOnDesk(db: Database, itemId: string, now: Date): Promise<Match[]> {
  const row = await queries.itemById(db, itemId)
  return row ? matchesFor(db, row, now) : []
}

export interface WaitingMerge {
  articleId: string
  slug: string
  headline: string
  askedAt: string
}

/** Stories whose new wire text waits to be merged with the house's, the longest waiting first. */
export async function waitingMerges(db: Database): Promise<WaitingMerge[]> {
  return (await rulings.mergeRows(db)).map((row) => ({
    articleId: row.article_id,
    slug: row.slug,
    headline: (JSON.parse(row.content) as { headline: string }).headline,
    askedAt: row.asked_at,
  }))
}

/** The wire's two texts for a three-way comparison: the one ours was made from, and the new one. */
export async function wireTexts(
  db: Database,
  articleId: string,
  siteLanguage: string,
  newVersionId?: string,
) {
  const article = await deskArticle(db, articleId, new Date(0))
  const merge = await rulings.mergeRow(db, articleId)
  const [row] = await queries.itemsOfArticle(db, articleId)
  const standing = row ? await standingOf(db, row) : []
  const was = article?.baseVersionId ?? merge?.base_version_id
  const wanted = newVersionId ?? merge?.item_version_id
  if (!article || !row || was === undefined || wanted === undefined) return undefined
  const base = await standingVersion(db, row, standing, was)
  const next =
    (await standingVersion(db, row, standing, wanted)) ?? (await joinedVersion(db, wanted))
  const [old, wire] = [base, next].map(
    (version) => version && contentOf(version.item, siteLanguage),
  )
  if (!next || !old || !wire) return undefined
  return { article, old, wire, versionId: wanted, item: next.item }
}

/** A version of an item that does not belong to the article (yet). */
async function joinedVersion(db: Database, versionId: string) {
  const version = await queries.versionRow(db, versionId)
  const row = version && (await queries.itemById(db, version.item_id))
  return row && (await standingOf(db, row)).find(({ id }) => id === versionId)
}

function linesOf(item: WireItem): string[] {
  const { headlines, descriptions, by, dateline, standfirst } = item
  return [
    ...headlines.map(({ value }) => value),
    ...descriptions.map(({ value }) => value),
    by ?? '',
    dateline ?? '',
    ...paragraphsOf(standfirst.body),
  ].filter(Boolean)
}
