import { createHash } from 'node:crypto'
import type { OnRevision } from '../articles/articles.ts'
import type { Database, Engine } from '../database/database.ts'
import { newId } from '../database/database.ts'
import type { Mark } from '../ledger/ledger.ts'
import type { Reading, WireItem } from './item.ts'
import type { Outcome } from './placing.ts'
import { placeItem } from './placing.ts'
import { withStopped } from './stopping.ts'
import * as queries from './wire.queries.ts'

/** The source of files that came without one. */
export const unnamedSource = 'wire'

export interface Delivery {
  bytes: Uint8Array
  source: string
  /** How it came: `command`, `folder`, `push`, `poll`. */
  channel: string
  fileName: string
}

export interface IntakeTools {
  engine: Engine
  read: (bytes: Uint8Array, about: { source: string; fileName: string }) => Reading
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
 * Takes one delivery in: keeps the very bytes, then reads them, then places each item. One item
 * that cannot be read never hinders the others.
 */
export async function takeIn(delivery: Delivery, tools: IntakeTools): Promise<IntakeLine[]> {
  return placeAll(delivery, await keepBytes(delivery, tools), tools)
}

/** Reads a delivery whose bytes are kept, places each item and notes what was refused. */
export async function placeAll(
  delivery: Delivery,
  deliveryId: string,
  tools: IntakeTools,
): Promise<IntakeLine[]> {
  const { items, refused } = withStopped(tools.read(delivery.bytes, delivery))
  const lines: IntakeLine[] = []
  for (const item of items) lines.push(await place(item, delivery, deliveryId, tools))
  const reasons = refused.map(({ reason }) => reason)
  if (reasons.length > 0)
    await tools.engine.write((tx) => queries.setRefusal(tx, deliveryId, reasons.join('\n')))
  for (const reason of reasons) lines.push({ file: delivery.fileName, outcome: 'refused', reason })
  return lines
}

async function place(
  item: WireItem,
  delivery: Delivery,
  deliveryId: string,
  tools: IntakeTools,
): Promise<IntakeLine> {
  const now = tools.now()
  const placed = await tools.engine.write((tx) =>
    placeItem(tx, item, { ...tools, source: delivery.source, deliveryId, now }),
  )
  return {
    file: delivery.fileName,
    guid: item.uri,
    version: item.version,
    outcome: placed.outcome,
    ...(placed.reason === undefined ? {} : { reason: placed.reason }),
    ...(placed.slug === undefined ? {} : { article: `/articles/${placed.slug}` }),
  }
}

async function keepBytes(delivery: Delivery, tools: IntakeTools): Promise<string> {
  const now = tools.now()
  const sha256 = createHash('sha256').update(delivery.bytes).digest('hex')
  const id = newId(now)
  await tools.engine.write(async (tx) => {
    await queries.insertBytes(tx, { sha256, bytes: delivery.bytes, stored_at: now.toISOString() })
    await queries.insertDelivery(tx, {
      id,
      sha256,
      source: delivery.source,
      channel: delivery.channel,
      file_name: delivery.fileName,
      received_at: now.toISOString(),
      refusal: null,
    })
  })
  return id
}
