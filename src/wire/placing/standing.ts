import type { Database } from '../../database/database.ts'
import { together } from '../../database/database.ts'
import type { ItemVersionsTable } from '../../database/schema.ts'
import type { WireItem } from '../item.ts'
import * as rulings from './rulings.queries.ts'
import type { Ruling } from './rulings.ts'
import { ruled, rulingOf } from './rulings.ts'
import type { VersionFacts } from '../versions.ts'
import { compareVersions } from '../versions.ts'
import type { ItemRow } from '../wire.queries.ts'
import * as queries from '../wire.queries.ts'

/** A version that arrived, as the desk's rulings leave it. */
export interface StandingVersion extends VersionFacts {
  id: string
  itemId: string
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
  const all = await together(items.map((item) => versionsOf(db, item.id)))
  return all
    .filter((versions) => versions.length > 0)
    .toSorted((a, b) => byTime(a.at(-1), b.at(-1)))
    .flat()
}

/** The same for an item of which this is the only version, and nobody has ruled on it yet. */
export function standingOfFirst(version: ItemVersionsTable): Standing {
  return ruledVersions([version], [])
}

async function versionsOf(db: Database, itemId: string): Promise<StandingVersion[]> {
  const [rows, decided] = await together([
    queries.versionRows(db, itemId),
    rulings.rulingRows(db, itemId),
  ])
  return ruledVersions(rows, decided.map(rulingOf))
}

function ruledVersions(
  rows: readonly ItemVersionsTable[],
  decided: readonly Ruling[],
): StandingVersion[] {
  const versions = rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
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
