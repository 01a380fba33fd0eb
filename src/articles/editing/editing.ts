import type { Database, Engine } from '../../database/database.ts'
import { together } from '../../database/database.ts'
import type { Article, ArticleContent } from '../article.ts'
import type { ArticleRow } from '../articles.queries.ts'
import * as queries from '../articles.queries.ts'
import * as revisions from '../revisions.queries.ts'
import type { OnRevision, Stored } from '../publishing.ts'
import { reviseArticle, storedArticle } from '../publishing.ts'
import { articleOf, contentOf, correctionsOf, factsOn, verdictOn } from '../stored-article.ts'
import type { Verdict } from '../../gate/gate.ts'

/** An article as the desk has it, whether or not readers may see it. */
export interface DeskArticle {
  stored: Stored
  article: Article
  content: ArticleContent
  verdict: Verdict
  /** The version of the wire whose text it was last made from; undefined for the house's own. */
  baseVersionId?: string
  wasLive: boolean
  /** Whether anybody at the desk ever changed the text. */
  isEdited: boolean
}

export interface HouseEdit {
  /** The revision that the editor saw: another one by now means that somebody was faster. */
  revision: number
  content: ArticleContent
  section: string
  /** Words for readers, where the edit corrects something. */
  correction?: string
  editor: string
  /** The wire's version that the edit took in, where it merged one. */
  baseVersionId?: string
}

export type Editing = { edited: Article } | { stale: DeskArticle } | { missing: true }

/**
 * Makes the next revision by hand. What the gate goes by stays as it is: an edit opens nothing and
 * closes nothing.
 */
export async function editArticle(
  engine: Engine,
  tx: Database,
  id: string,
  edit: HouseEdit,
  now: Date,
  onRevision: OnRevision,
): Promise<Editing> {
  await lockArticle(engine, tx, id)
  const stored = await storedArticle(tx, id)
  if (!stored) return { missing: true }
  const { row } = stored
  if (row.revision !== edit.revision) return { stale: await deskArticleOf(tx, row, now) }
  const draft = {
    section: edit.section,
    content: edit.content,
    facts: factsOn(row),
    publishedAt: row.published_at,
    updatedAt: now.toISOString(),
    editor: edit.editor,
    ...(edit.correction === undefined ? {} : { correction: { text: edit.correction } }),
    ...(edit.baseVersionId === undefined ? {} : { itemVersionId: edit.baseVersionId }),
  }
  return { edited: await reviseArticle(tx, id, draft, now, onRevision, stored) }
}

/** Whoever changes an article's text holds this first, so that no two edits cross. */
export async function lockArticle(engine: Engine, tx: Database, id: string): Promise<void> {
  await engine.lock(tx, `article:${id}`)
}

export async function deskArticle(
  db: Database,
  id: string,
  now: Date,
): Promise<DeskArticle | undefined> {
  const [stored, past] = await together([storedArticle(db, id), pastOf(db, id)])
  return stored && deskArticleFrom(stored, past, now)
}

export async function deskArticleAt(
  db: Database,
  slug: string,
  now: Date,
): Promise<DeskArticle | undefined> {
  const row =
    (await queries.articleRowBySlug(db, slug)) ?? (await queries.articleRowByOldSlug(db, slug))
  return row && deskArticleOf(db, row, now)
}

async function deskArticleOf(db: Database, row: ArticleRow, now: Date): Promise<DeskArticle> {
  const [corrections, past] = await together([correctionsOf(db, row.id), pastOf(db, row.id)])
  return deskArticleFrom({ row, corrections }, past, now)
}

type Past = Awaited<ReturnType<typeof pastOf>>

function pastOf(db: Database, id: string) {
  return together([revisions.newestWireBase(db, id), revisions.isHouseEdited(db, id)])
}

function deskArticleFrom(stored: Stored, [baseVersionId, isEdited]: Past, now: Date): DeskArticle {
  const { row, corrections } = stored
  return {
    stored,
    article: articleOf(row, corrections),
    content: contentOf(row),
    verdict: verdictOn(row, now),
    wasLive: row.live_at !== null,
    isEdited,
    ...(baseVersionId === undefined ? {} : { baseVersionId }),
  }
}
