import type { Database, Engine } from '../database/database.ts'
import { newId, noteChange } from '../database/database.ts'
import * as queries from './ledger.queries.ts'

export { decisionsAbout, newestClosings, newestDecisions } from './ledger.queries.ts'

/** What a decision can be about: its table and its id. */
export type Subject =
  `${'item' | 'article' | 'comment' | 'delivery' | 'phrase' | 'source' | 'setting'}:${string}`

export interface Decision {
  subject: Subject
  /** In the past tense, as the ledger lists it: "released", "took down". */
  deed: string
  /** The editor, or the rule that an editor set. */
  by: string
  reason: string
  /** What exactly: the reasons that were lifted, the embargo that was set. */
  detail?: string
}

/** Notes a decision in the transaction that carries it out. The ledger only grows. */
export async function recordDecision(tx: Database, decision: Decision, now: Date): Promise<void> {
  await queries.insertDecision(tx, {
    id: newId(now),
    subject: decision.subject,
    deed: decision.deed,
    by_name: decision.by,
    reason: decision.reason,
    detail: decision.detail ?? '',
    made_at: now.toISOString(),
  })
}

/** One outlet that was closed: how many things, and which. */
export interface Mark {
  what: string
  number: number
  detail: string
}

/**
 * Opens the receipt of a kill or a hold, in the transaction that closes the story: `closed` is what
 * the commit itself closes for every node. The nodes add what they forgot.
 */
export async function openReceipt(
  tx: Database,
  receipt: { articleId: string; cause: string; deliveredAt: string; closed: Mark[] },
  now: Date,
): Promise<void> {
  const id = newId(now)
  const at = now.toISOString()
  await queries.insertReceipt(tx, {
    id,
    article_id: receipt.articleId,
    cause: receipt.cause,
    delivered_at: receipt.deliveredAt,
    closed_at: at,
  })
  await queries.insertMarks(
    tx,
    receipt.closed.map((mark) => ({ receipt_id: id, node: 'database', ...mark, marked_at: at })),
  )
  await noteChange(tx, [topicOf(id)], now)
}

const topicOf = (id: string) => `receipt:${id}`

/**
 * What this process forgot as soon as one of its own transactions closed a story, until its ticker
 * has written it on the receipt. Only receipts are remembered, so it stays small.
 */
export class Reached {
  readonly #paths = new Map<string, { paths: readonly string[]; at: Date }>()

  note(topics: readonly string[], paths: readonly string[], at: Date): void {
    for (const topic of topics) {
      if (topic.startsWith('receipt:')) this.#paths.set(topic, { paths, at })
    }
  }

  take(topic: string): { paths: readonly string[]; at: Date } | undefined {
    const noted = this.#paths.get(topic)
    this.#paths.delete(topic)
    return noted
  }
}

/** Notes on open receipts what this node forgot; `topics` are the changes that it just followed. */
export async function markReceipts(
  engine: Engine,
  topics: readonly string[],
  { name, forgotten, reached }: { name: string; forgotten: readonly string[]; reached: Reached },
  now: Date,
): Promise<void> {
  const rows = topics
    .filter((topic) => topic.startsWith('receipt:'))
    .flatMap((topic) => {
      const { paths, at } = reached.take(topic) ?? { paths: forgotten, at: now }
      return marksFor(paths).map((mark) => ({
        receipt_id: topic.slice('receipt:'.length),
        node: name,
        ...mark,
        marked_at: at.toISOString(),
      }))
    })
  if (rows.length > 0) await engine.write((tx) => queries.insertMarks(tx, rows))
}

/** The most addresses that a receipt names one by one. */
const mostNamed = 20

function marksFor(forgotten: readonly string[]): Mark[] {
  const isFeed = (path: string) => /^\/(feeds\/|sitemap|news-sitemap)/.test(path)
  const kinds = { 'pages forgotten': [] as string[], 'feeds forgotten': [] as string[] }
  for (const path of forgotten)
    kinds[isFeed(path) ? 'feeds forgotten' : 'pages forgotten'].push(path)
  return Object.entries(kinds).map(([what, paths]) => ({
    what,
    number: paths.length,
    detail: paths.slice(0, mostNamed).join('\n'),
  }))
}

export interface Receipt {
  id: string
  slug: string
  cause: string
  deliveredAt: string
  closedAt: string
  marks: (Mark & { node: string; at: string })[]
}

export async function newestReceipts(db: Database, limit: number): Promise<Receipt[]> {
  const rows = await queries.newestReceipts(db, limit)
  const marks = await queries.marksOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    cause: row.cause,
    deliveredAt: row.delivered_at,
    closedAt: row.closed_at,
    marks: marks
      .filter(({ receipt_id }) => receipt_id === row.id)
      .map(({ node, what, number, detail, marked_at }) => ({
        node,
        what,
        number,
        detail,
        at: marked_at,
      })),
  }))
}
