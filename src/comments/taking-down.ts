import type { Database } from '../database/database.ts'
import { isId, noteChange } from '../database/database.ts'
import { topicsOf } from './comment.ts'
import * as queries from './comments.queries.ts'

/** A comment as the desk sees it: with its words, whether or not readers do. */
export interface DeskComment {
  id: string
  slug: string
  headline: string
  name: string
  text: string
  createdAt: string
  takenDownAt?: string
}

/** The topics that pages must forget; undefined where there was nothing to change. */
export type Moderated = { topics: string[] } | undefined

/**
 * Takes a comment from readers' eyes at once: pages, counts and the list of its thread. Its place
 * stays, so that answers to it make sense. The reason is the ledger's to keep.
 */
export async function takeDown(tx: Database, id: string, now: Date): Promise<Moderated> {
  return set(tx, id, now.toISOString(), now)
}

/** Puts a comment back where it stood. */
export async function restore(tx: Database, id: string, now: Date): Promise<Moderated> {
  return set(tx, id, null, now)
}

async function set(tx: Database, id: string, at: string | null, now: Date): Promise<Moderated> {
  const row = isId(id) ? await queries.anyCommentRow(tx, id) : undefined
  if (!row || !(await queries.setTakenDown(tx, id, at))) return undefined
  const topics = topicsOf(row.article_id)
  await noteChange(tx, topics, now)
  return { topics }
}

/** The newest comments across all articles. */
export async function newestComments(
  db: Database,
  limit: number,
  before?: { createdAt: string; id: string },
): Promise<DeskComment[]> {
  const rows = await queries.newestRows(db, limit, before)
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    headline: (JSON.parse(row.content) as { headline: string }).headline,
    name: row.name,
    text: row.text,
    createdAt: row.created_at,
    ...(row.taken_down_at === null ? {} : { takenDownAt: row.taken_down_at }),
  }))
}
