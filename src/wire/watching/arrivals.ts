import type { Database } from '../../database/database.ts'
import type { ArrivalsTable, ItemVersionsTable } from '../../database/schema.ts'
import type { GateFacts } from '../../gate/gate.ts'
import { gate } from '../../gate/gate.ts'
import * as arrivals from './arrivals.queries.ts'
import type { WireItem } from '../item.ts'
import { factsOf } from '../item-to-article.ts'
import type { Outcome } from '../placing.ts'
import { standingOf, standingOfFirst } from '../placing/standing.ts'
import * as queries from '../wire.queries.ts'

/** The most of a body that the search of the wire page looks at, in characters. */
const searchedText = 40_000

export const arrivalStates = [
  'open',
  'embargoed',
  'held',
  'withheld',
  'canceled',
  'late',
  'conflict',
  'replaced',
] as const

export type ArrivalState = (typeof arrivalStates)[number]

/** One version on the wire page, in the state that it is in now. */
export interface Arrival {
  versionId: string
  itemId: string
  source: string
  receivedAt: string
  headline: string
  slugline: string
  urgency?: number
  subjects: string[]
  state: ArrivalState
  /** Why the gate keeps it closed. */
  words?: string
  opensAt?: Date
  /** The intake's reasons that nobody has lifted. */
  held: string[]
  /** What became of it when it came: `published`, `corrected`, `late`. */
  outcome: string
  /** As its sender counts. */
  version: string
}

/** Notes a version for the wire page, and brings the lines of its item up to date. */
export async function noteArrival(
  tx: Database,
  {
    version,
    item,
    source,
    outcome,
    isAlone,
  }: {
    version: ItemVersionsTable
    item: WireItem
    source: string
    outcome: Outcome
    /** Nothing else belongs to its story: neither versions nor takes. */
    isAlone: boolean
  },
): Promise<void> {
  const headline = item.headlines.find(({ value }) => value !== '')?.value ?? ''
  const slugline = item.slugline ?? ''
  const row = { id: version.item_id, source }
  const standing = isAlone ? (await standingOfFirst(tx, row, version)).at(-1) : undefined
  const words = [headline, slugline, item.standfirst.bodyText].join('\n').slice(0, searchedText)
  await arrivals.insertArrival(tx, {
    item_version_id: version.id,
    item_id: version.item_id,
    source,
    received_at: version.received_at,
    headline,
    slugline,
    urgency: item.urgency ?? null,
    subjects: item.subjects
      .map(({ name, uri, code }) => name ?? uri ?? code ?? '')
      .filter(Boolean)
      .slice(0, 40)
      .join('\n')
      .toLowerCase(),
    words: words.toLowerCase(),
    outcome,
    pub_status: item.pubStatus,
    ...gateColumns(factsOf(standing?.item ?? item)),
    replaced_at: null,
  })
  if (!isAlone) await refreshArrivals(tx, version.item_id, version.received_at)
}

/** What the gate goes by changes with a ruling and with a later version. */
export async function refreshArrivals(tx: Database, itemId: string, now: string): Promise<void> {
  const row = await queries.itemById(tx, itemId)
  const standing = row ? await standingOf(tx, row) : []
  for (const { id, item, counts } of standing) {
    await arrivals.updateArrival(tx, id, gateColumns(factsOf(item)), counts ? null : now)
  }
}

/** An embargo that cannot be read would sort among those that can: it becomes a reason instead. */
function gateColumns(facts: GateFacts): { embargoed: string | null; held: string } {
  const verdict = gate(facts, new Date(0))
  const unread = !verdict.open && verdict.reason === 'unreadable-embargo'
  const held = [...(facts.held ?? []), ...(unread ? [verdict.words] : [])]
  const instant = unread || facts.embargoed === undefined ? undefined : new Date(facts.embargoed)
  const isTime = instant !== undefined && !Number.isNaN(instant.getTime())
  return { embargoed: isTime ? instant.toISOString() : null, held: JSON.stringify(held) }
}

export interface ArrivalFilter {
  source?: string
  state?: ArrivalState
  urgency?: number
  subject?: string
  /** Words that headline, slugline or body must all hold. */
  search?: string
  /** Only arrivals before this one: its time and its id, for the next page. */
  before?: { receivedAt: string; versionId: string }
}

/** Incoming versions, newest first. */
export async function newestArrivals(
  db: Database,
  filter: ArrivalFilter,
  now: Date,
  limit: number,
): Promise<Arrival[]> {
  const rows = await arrivals.arrivalRows(db, filter, now.toISOString(), limit)
  return rows.map((row) => arrivalOf(row, now))
}

export async function arrivalsOfItem(db: Database, itemId: string, now: Date): Promise<Arrival[]> {
  return (await arrivals.arrivalRowsOf(db, itemId)).map((row) => arrivalOf(row, now))
}

function arrivalOf(row: arrivals.ArrivalRow, now: Date): Arrival {
  return {
    versionId: row.item_version_id,
    itemId: row.item_id,
    source: row.source,
    receivedAt: row.received_at,
    headline: row.headline,
    slugline: row.slugline,
    ...(row.urgency === null ? {} : { urgency: row.urgency }),
    subjects: row.subjects === '' ? [] : row.subjects.split('\n'),
    held: JSON.parse(row.held) as string[],
    outcome: row.outcome,
    version: row.version ?? '',
    ...stateOf(row, now),
  }
}

function stateOf(row: ArrivalsTable, now: Date): Pick<Arrival, 'state' | 'words' | 'opensAt'> {
  if (row.outcome === 'late' || row.outcome === 'conflict') return { state: row.outcome }
  if (row.replaced_at !== null) return { state: 'replaced' }
  const facts = {
    pubStatus: row.pub_status,
    embargoed: row.embargoed ?? undefined,
    held: JSON.parse(row.held) as string[],
  }
  const verdict = gate(facts, now)
  if (verdict.open) return { state: 'open' }
  const known = (['canceled', 'withheld', 'embargoed'] as const).find((r) => r === verdict.reason)
  return {
    state: known ?? 'held',
    words: verdict.words,
    ...(verdict.opensAt === undefined ? {} : { opensAt: verdict.opensAt }),
  }
}
