import type { Database } from '../../database/database.ts'
import { together } from '../../database/database.ts'
import type { ItemVersionsTable } from '../../database/schema.ts'
import type { WireItem } from '../item.ts'
import type { Fate, Part } from '../takes/join-parts.ts'
import { heldBesidesTake, joinParts } from '../takes/join-parts.ts'
import type { Take } from '../takes/take-marks.ts'
import { underUsage } from '../usage/limits.ts'
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
  deliveryId: string
  item: WireItem
  /** As it came, before any ruling and any limit of use. */
  arrived: WireItem
  /** It is the newest of its item, and no other item of the story has overtaken it. */
  counts?: boolean
  /** It is a part of the story after its first; what became of it there. */
  part?: { take: Take; fate?: Fate }
}

/**
 * All versions behind one article, in the order that counts; the last one is current and has the
 * text of all takes. Versions of takes come first.
 */
export type Standing = StandingVersion[]

/**
 * The versions of an item and of every item that was joined to the same article. Within an item its
 * source's own rule orders; of several items, the one whose newest version is the latest counts.
 * `upTo` leaves out what arrived after that version.
 */
export async function standingOf(db: Database, row: ItemRow, upTo?: string): Promise<Standing> {
  // Most stories are one item, of which everything is asked in one go.
  const [items, own] = await together([
    row.article_id === null ? [row] : queries.itemsOfArticle(db, row.article_id),
    versionsOf(db, row, upTo),
  ])
  return ordered(
    await together(items.map((item) => (item.id === row.id ? own : versionsOf(db, item, upTo)))),
  )
}

/** The versions of every item behind an article; none for the house's own. */
export async function standingBehind(db: Database, articleId: string): Promise<Standing> {
  const items = await queries.itemsOfArticle(db, articleId)
  return ordered(await together(items.map((item) => versionsOf(db, item))))
}

/** The same for an item of which this is the only version, and nobody has ruled on it yet. */
export async function standingOfFirst(
  db: Database,
  row: Pick<ItemRow, 'id' | 'source'>,
  version: ItemVersionsTable,
): Promise<Standing> {
  return ordered([await standingVersions(db, row, [version], [])])
}

function ordered(all: Standing[]): Standing {
  const known = all.filter((versions) => versions.length > 0)
  const [takes, leads] = [true, false].map((isPart) =>
    known.filter((versions) => (takeOf(versions) !== undefined) === isPart),
  ) as [Standing[], Standing[]]
  const story = leads.toSorted((a, b) => byTime(a.at(-1), b.at(-1))).flat()
  return story.length === 0 ? alone(takes) : joined(story, takes)
}

/** The versions that tell the story from its start: without those of later takes. */
export function leadsOf(standing: Standing): Standing {
  const leads = standing.filter(({ part }) => part === undefined)
  return leads.length > 0 ? leads : standing
}

/**
 * The version that stands for the story's text as it is now: the current one, or with takes the one
 * that came last.
 */
export function textVersionId(standing: Standing): string {
  const ids = standing.map(({ id }) => id)
  const hasTakes = standing.some(({ part }) => part !== undefined)
  return (hasTakes ? ids.toSorted() : ids).at(-1) ?? ''
}

/** The story as it was when `versionId` stood for its text. */
export async function standingVersion(
  db: Database,
  row: ItemRow,
  standing: Standing,
  versionId: string,
): Promise<StandingVersion | undefined> {
  const found = standing.find(({ id }) => id === versionId)
  const hasTakes = standing.some(({ part }) => part !== undefined)
  return found && hasTakes ? (await standingOf(db, row, versionId)).at(-1) : found
}

async function versionsOf(db: Database, item: ItemRow, upTo?: string): Promise<Standing> {
  const [all, decided] = await together([
    queries.versionRows(db, item.id),
    rulings.rulingRows(db, item.id),
  ])
  const rows = upTo === undefined ? all : all.filter(({ id }) => id <= upTo)
  return standingVersions(db, item, rows, decided.map(rulingOf))
}

async function standingVersions(
  db: Database,
  { id: itemId, source }: Pick<ItemRow, 'id' | 'source'>,
  rows: readonly ItemVersionsTable[],
  decided: readonly Ruling[],
): Promise<Standing> {
  const arrived = rows.map((row) => JSON.parse(row.item) as WireItem)
  const items = await together(
    arrived.map((item, i) => underUsage(db, source, item, rows[i]?.received_at ?? '')),
  )
  const versions = rows.map((row, i) => ({ id: row.id, item: items[i] as WireItem }))
  return rows
    .map((row, i) => ({
      id: row.id,
      itemId,
      deliveryId: row.delivery_id,
      version: row.version,
      versionCreated: row.version_created,
      receivedAt: row.received_at,
      pubStatus: row.pub_status,
      arrived: arrived[i] as WireItem,
      ordering: arrived[i]?.standfirst.policy?.ordering,
      item: ruled({ id: row.id, item: items[i] as WireItem }, decided, versions),
    }))
    .toSorted(compareVersions)
}

/** Which later part of a story an item is. A kill says nothing of it, so any version may. */
export function takeOf(versions: readonly { arrived: WireItem }[]): Take | undefined {
  const take = versions.findLast(({ arrived }) => arrived.standfirst.take)?.arrived.standfirst.take
  return take !== undefined && take.part > 1 ? take : undefined
}

/** A take without its story, which an editor may have made a story of its own. */
function alone(takes: Standing[]): Standing {
  const versions = takes.toSorted((a, b) => byTime(a.at(-1), b.at(-1))).flat()
  return versions.map((version, at) => ({ ...version, counts: at === versions.length - 1 }))
}

function joined(story: Standing, takes: Standing[]): Standing {
  const current = story.at(-1) as StandingVersion
  const before = story.slice(0, -1)
  const parts = new Map<StandingVersion, Part>()
  for (const versions of takes) {
    const [newest, take] = [versions.at(-1), takeOf(versions)]
    const times = versions.map(({ versionCreated, receivedAt }) => versionCreated ?? receivedAt)
    if (newest && take)
      parts.set(newest, { take, created: times.toSorted()[0] ?? '', item: newest.item })
  }
  const leads = story.map(({ item }) => item)
  const { whole, fates } = joinParts(current.item, leads, [...parts.values()])
  const told = takes.flatMap((versions) =>
    versions.map((version) => partOf(version, takeOf(versions), parts.get(version), fates)),
  )
  return [...told, ...before, { ...current, item: whole, counts: true }]
}

function partOf(
  version: StandingVersion,
  take: Take | undefined,
  part: Part | undefined,
  fates: Map<Part, Fate>,
): StandingVersion {
  const fate = part && fates.get(part)
  const { item } = version
  const held = [...heldBesidesTake(item), ...(fate?.state === 'waits' ? [fate.words ?? ''] : [])]
  return {
    ...version,
    counts: fate !== undefined && fate.state !== 'replaced',
    part: { take: take ?? { part: 2 }, ...(fate === undefined ? {} : { fate }) },
    item: { ...item, standfirst: { ...item.standfirst, held: held.filter(Boolean) } },
  }
}

function byTime(a: StandingVersion | undefined, b: StandingVersion | undefined): number {
  const [first, second] = [a, b].map(
    (version) => version?.versionCreated ?? version?.receivedAt ?? '',
  )
  if (first === undefined || second === undefined) return 0
  return first < second ? -1 : first > second ? 1 : 0
}
