import type { Database } from '../../database/database.ts'
import type { WireItem } from '../item.ts'
import * as rulings from './rulings.queries.ts'
import { ruled, rulingOf } from './rulings.ts'
import type { VersionFacts } from '../versions.ts'
import { compareVersions } from '../versions.ts'
import type { ItemRow } from '../wire.queries.ts'
import * as queries from '../wire.queries.ts'

/** A version that arrived, as the desk's rulings leave it. */
export interface StandingVersion extends VersionFacts {
  id: string
  itemId: string
  deliveryId: string
  item: WireItem
  /** As it came, before any ruling. */
  arrived: WireItem
}

/** All versions behind one article, in the order that counts; the last one is current. */
export type Standing = StandingVersion[]

/**
 * The versions of an item and of every item that was joined to the same article. Within an item its
 * source's own rule orders; of several items, the one whose newest version is the latest counts.
 */
export async function standingOf(db: Database, row: ItemRow): Promise<Standing> {
  const items = row.article_id === null ? [row] : await queries.itemsOfArticle(db, row.article_id)
  const all = await Promise.all(items.map((item) => versionsOf(db, item.id)))
  return all
    .filter((versions) => versions.length > 0)
    .toSorted((a, b) => byTime(a.at(-1), b.at(-1)))
    .flat()
}

async function versionsOf(db: Database, itemId: string): Promise<StandingVersion[]> {
  const rows = await queries.versionRows(db, itemId)
  const decided = (await rulings.rulingRows(db, itemId)).map(rulingOf)
  const versions = rows.map((row) => ({
    id: row.id,
    itemId,
    deliveryId: row.delivery_id,
    version: row.version,
    versionCreated: row.version_created,
    receivedAt: row.received_at,
    pubStatus: row.pub_status,
    item: JSON.parse(row.item) as WireItem,
  }))
  return versions
    .map((version) => ({
      ...version,
      ordering: version.item.standfirst.policy?.ordering,
      arrived: version.item,
      item: ruled(version, decided, versions),
    }))
    .toSorted(compareVersions)
}

function byTime(a: StandingVersion | undefined, b: StandingVersion | undefined): number {
  const [first, second] = [a, b].map(
    (version) => version?.versionCreated ?? version?.receivedAt ?? '',
  )
  if (first === undefined || second === undefined) return 0
  return first < second ? -1 : first > second ? 1 : 0
}
