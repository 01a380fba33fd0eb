import { createHash } from 'node:crypto'
import type { OnRevision } from '../articles/articles.ts'
import type { Database, Engine } from '../database/database.ts'
import { answeredByTheEnd, newId } from '../database/database.ts'
import type { Mark } from '../ledger/ledger.ts'
import type { Reading, WireItem } from './item.ts'
import type { Outcome } from './placing.ts'
import { placeItem } from './placing.ts'
import { underPolicy } from './sources/policy.ts'
import * as sources from './sources/sources.queries.ts'
import type { Source } from './sources/sources.ts'
import { sourceNamed } from './sources/sources.ts'
import { withAliases, withStopped } from './stopping/stopping.ts'
import * as queries from './wire.queries.ts'

/** The source of files that came without one. */
export const unnamedSource = 'wire'

export interface Delivery {
  bytes: Uint8Array
  source: string
  /** How it came: `command`, `folder`, `push`, `poll`. */
  channel: string
  fileName: string
  /** Where the pictures lie that it names without an address. */
  folder?: string
}

export interface ReadingAbout {
  source: string
  fileName: string
  /** Of the source, where its items do not say theirs. */
  language?: string
  timeZone?: string
}

export interface IntakeTools {
  engine: Engine
  /** Perhaps in another thread. Never throws. */
  read: (bytes: Uint8Array, about: ReadingAbout) => Reading | Promise<Reading>
  onRevision: OnRevision
  siteLanguage: string
  /** The section that wire copy goes to by itself. */
  section: string
  now: () => Date
  /** What else a kill or a hold closes: summaries, comments; for its receipt. */
  alsoClosed?: (tx: Database, articleId: string) => Promise<Mark[]>
}

/** One line of `ingest`: what became of one item. */
export interface IntakeLine {
  file: string
  guid?: string
  version?: string
  outcome: Outcome | 'refused'
  reason?: string
  /** The path of the article's page. */
  article?: string
}

/**
 * Takes one delivery in: keeps the very bytes, then reads them, then places each item as its
 * source's settings say. `choose` may leave items out, or put them into another order.
 */
export async function takeIn(
  delivery: Delivery,
  tools: IntakeTools,
  choose?: Choose,
): Promise<IntakeLine[]> {
  const { id, source } = await keepBytes(delivery, tools)
  return placeAll(delivery, id, source, tools, choose)
}

export type Choose = (items: WireItem[]) => Promise<WireItem[]>

/**
 * Reads a delivery whose bytes are kept, places each item and notes what was refused. One item that
 * cannot be read or stored never hinders the others: it is set apart with its reason, and can be
 * replayed. Where it is the database that is away or full, this throws in the end, so that nobody
 * takes the delivery for done (rule 4).
 */
export async function placeAll(
  delivery: Delivery,
  deliveryId: string,
  source: Source | undefined,
  tools: IntakeTools,
  choose: Choose = (items) => Promise.resolve(items),
): Promise<IntakeLine[]> {
  const { fileName } = delivery
  const language = source?.language === undefined ? {} : { language: source.language }
  const zone = source?.timeZone === undefined ? {} : { timeZone: source.timeZone }
  const about = { source: delivery.source, fileName, ...language, ...zone }
  const { items, refused } = withStopped(await tools.read(delivery.bytes, about))
  const lines: IntakeLine[] = []
  const failures: unknown[] = []
  const poison: string[] = []
  const chosen = await choose(items)
  for (const { item, isTold } of await withAliases(tools.engine.db, delivery.source, chosen)) {
    const put = () => place(item, delivery, deliveryId, source, tools)
    try {
      // A second try costs little beside a person who has to look.
      const line = await put().catch((error: unknown) => again(error, put, tools.engine))
      if (isTold) lines.push(line)
    } catch (error) {
      // Where the database is away, the next item fails like this one.
      await tools.engine.check()
      if (tools.engine.outage(error) === undefined) poison.push(poisonIn(item, error))
      else failures.push(error)
    }
  }
  const reasons = [...refused.map(({ reason }) => reason), ...poison]
  if (reasons.length > 0)
    await tools.engine.write((tx) => queries.setRefusal(tx, deliveryId, reasons.join('\n')))
  for (const reason of reasons) lines.push({ file: delivery.fileName, outcome: 'refused', reason })
  if (failures.length > 0) throw failures[0]
  return lines
}

function again<T>(error: unknown, put: () => Promise<T>, engine: Engine): Promise<T> {
  if (engine.outage(error) !== undefined) throw error
  return put()
}

/** For the desk and the log of whoever delivers; the cause is our own fault, in its own words. */
function poisonIn({ uri, version }: WireItem, error: unknown): string {
  const cause = error instanceof Error ? error.message : String(error)
  return `The item ${uri}, version ${version}, could not be stored: ${cause.slice(0, 200)}`
}

async function place(
  item: WireItem,
  delivery: Delivery,
  deliveryId: string,
  source: Source | undefined,
  tools: IntakeTools,
): Promise<IntakeLine> {
  const context = {
    ...tools,
    source: delivery.source,
    deliveryId,
    section: source?.section ?? tools.section,
    throughDesk: source?.publish === 'through-desk',
    now: tools.now(),
  }
  const placed = await tools.engine.write((tx) => placeItem(tx, underPolicy(item, source), context))
  return {
    file: delivery.fileName,
    guid: item.uri,
    version: item.version,
    outcome: placed.outcome,
    ...(placed.reason === undefined ? {} : { reason: placed.reason }),
    ...(placed.slug === undefined ? {} : { article: `/articles/${placed.slug}` }),
  }
}

async function keepBytes(
  delivery: Delivery,
  tools: IntakeTools,
): Promise<{ id: string; source: Source | undefined }> {
  const now = tools.now()
  const sha256 = createHash('sha256').update(delivery.bytes).digest('hex')
  const id = newId(now)
  const source = await tools.engine.write(async (tx) => {
    await queries.insertBytes(tx, { sha256, bytes: delivery.bytes, stored_at: now.toISOString() })
    await queries.insertDelivery(tx, {
      id,
      sha256,
      source: delivery.source,
      channel: delivery.channel,
      file_name: delivery.fileName,
      received_at: now.toISOString(),
      refusal: null,
      folder: delivery.folder ?? null,
    })
    await sources.setHeard(tx, delivery.source, now.toISOString())
    return answeredByTheEnd(tx, sourceNamed(tx, delivery.source))
  })
  return { id, source: source() }
}
