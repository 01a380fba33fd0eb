import type { Database, Engine } from '../database/database.ts'
import { newId, noteChange, together } from '../database/database.ts'
import type { GateFacts } from '../gate/gate.ts'
import { gate, nextTurn } from '../gate/gate.ts'
import type { Article, ArticleContent, Correction } from './article.ts'
import type { ArticleRow } from './articles.queries.ts'
import * as queries from './articles.queries.ts'
import { correctionRows, insertCorrection, updateCorrection } from './corrections.queries.ts'
import * as revisions from './revisions.queries.ts'
import { paragraphsOf } from './body/body.ts'
import { indexArticle } from './lists/search.ts'
import { slugOf } from './slug.ts'
import { articleOf, contentOf, correctionsOf } from './stored-article.ts'

export interface ArticleDraft {
  section: string
  content: ArticleContent
  facts: GateFacts
  publishedAt: string
  updatedAt: string
  /** A correction that this state makes, in words meant for readers; its place is found where it can be. */
  correction?: { text: string; paragraph?: number }
  /** The version of the wire item that it was made from. */
  itemVersionId?: string
  /** Who at the desk made it; absent where the wire did. */
  editor?: string
}

/** Called inside the transaction for each new revision, so that what is bound to it follows. */
export type OnRevision = (tx: Database, article: Article, now: Date) => Promise<void>

/** Makes an article. It goes live at once if the gate lets it. */
export async function createArticle(
  engine: Engine,
  tx: Database,
  draft: ArticleDraft,
  now: Date,
  onRevision: OnRevision,
  wishedSlug = slugOf(draft.content.headline),
): Promise<Article> {
  const row: ArticleRow = {
    id: newId(now),
    slug: await freeSlug(engine, tx, wishedSlug),
    revision: 1,
    live_at: isOpen(draft.facts, now) ? now.toISOString() : null,
    ...columnsOf(draft, now),
  }
  const at = now.toISOString()
  await queries.insertArticle(tx, row, at)
  await revisions.insertRevision(tx, row, draft.itemVersionId ?? null, at, draft.editor ?? null)
  await together([indexArticle(tx, row, now), noteArticleChange(tx, row.id, now)])
  const article = articleOf(row, [])
  await onRevision(tx, article, now)
  return article
}

/** An article as it is stored, read under its lock. */
export interface Stored {
  row: ArticleRow
  corrections: Correction[]
}

/** Undefined where there is no article of this id. */
export async function storedArticle(tx: Database, id: string): Promise<Stored | undefined> {
  const [row, corrections] = await together([queries.articleRow(tx, id), correctionsOf(tx, id)])
  return row && { row, corrections }
}

/**
 * Gives an article a new state. The revision rises only when the content changed; the slug stays.
 * `content` may be left out by a kill or a hold that came without text. `stored` is what the
 * article is now, where that is known.
 */
export async function reviseArticle(
  tx: Database,
  id: string,
  draft: Omit<ArticleDraft, 'content'> & { content?: ArticleContent },
  now: Date,
  onRevision: OnRevision,
  stored?: Stored,
): Promise<Article> {
  const known = stored ?? (await storedArticle(tx, id))
  if (!known) throw new Error(`There is no article ${id}.`)
  const before = known.row
  const content = draft.content ?? contentOf(before)
  const columns = columnsOf({ ...draft, content }, now)
  const isNewText = columns.content !== before.content
  const row: ArticleRow = {
    ...before,
    ...columns,
    revision: before.revision + (isNewText ? 1 : 0),
    live_at: before.live_at ?? (isOpen(draft.facts, now) ? now.toISOString() : null),
  }
  await queries.updateArticle(tx, row)
  if (isNewText)
    await revisions.insertRevision(
      tx,
      row,
      draft.itemVersionId ?? null,
      now.toISOString(),
      draft.editor ?? null,
    )
  else if (draft.content !== undefined && draft.itemVersionId !== undefined)
    await revisions.setWireBase(tx, row, draft.itemVersionId)
  const isCorrected =
    draft.correction !== undefined && (await correct(tx, known, row, draft.correction, now))
  await indexArticle(tx, row, now)
  await noteArticleChange(tx, id, now)
  const article = articleOf(row, isCorrected ? await correctionsOf(tx, id) : known.corrections)
  if (isNewText) await onRevision(tx, article, now)
  return article
}

/**
 * Tells what was before this state anew: when the story was first out, and which corrections were
 * made. Each correction is known by its words, and of the same words the earliest counts.
 */
export async function setHistory(
  tx: Database,
  id: string,
  history: {
    publishedAt: string
    corrections: { text: string; at: string; paragraph?: number }[]
  },
  now: Date,
): Promise<void> {
  const row = await queries.articleRow(tx, id)
  if (!row) throw new Error(`There is no article ${id}.`)
  await queries.updateArticle(tx, { ...row, published_at: history.publishedAt })
  const known = new Set((await correctionRows(tx, id)).map(({ text }) => text))
  for (const { text, at, paragraph } of history.corrections.toReversed()) {
    const place = { made_at: at, paragraph: paragraph ?? null }
    if (known.has(text)) await updateCorrection(tx, id, text, place)
    else
      await insertCorrection(tx, {
        id: newId(now),
        article_id: id,
        revision: row.revision,
        text,
        ...place,
      })
    known.add(text)
  }
  await noteArticleChange(tx, id, now)
}

/** What changes of an article make every page forget: itself, and the lists it may stand in. */
export async function noteArticleChange(tx: Database, id: string, now: Date): Promise<void> {
  await noteChange(tx, [`article:${id}`, 'lists'], now)
}

/** The one paragraph that differs, where it is one; for "this was corrected here". */
export function changedParagraph(before: string[], after: string[]): number | undefined {
  if (before.length !== after.length) return undefined
  const changed = after.flatMap((text, i) => (text === before[i] ? [] : [i + 1]))
  return changed.length === 1 ? changed[0] : undefined
}

/** False where the correction is known. */
async function correct(
  tx: Database,
  { row: before, corrections }: Stored,
  after: ArticleRow,
  { text, paragraph }: { text: string; paragraph?: number },
  now: Date,
): Promise<boolean> {
  if (corrections.some((correction) => correction.text === text)) return false
  const place =
    paragraph ??
    changedParagraph(paragraphsOf(contentOf(before).body), paragraphsOf(contentOf(after).body))
  await insertCorrection(tx, {
    id: newId(now),
    article_id: after.id,
    revision: after.revision,
    text,
    paragraph: place ?? null,
    made_at: after.updated_at,
  })
  return true
}

async function freeSlug(engine: Engine, tx: Database, wish: string): Promise<string> {
  await engine.lock(tx, `slug:${wish}`)
  // Asked by name, a few at first: a look at all that begin alike would read the whole table.
  for (let first = 1, many = 4; ; first += many, many = mostSlugsAsked) {
    const wishes = Array.from({ length: many }, (_, i) => numbered(wish, first + i))
    const taken = await queries.takenSlugs(tx, wishes)
    const free = wishes.find((slug) => !taken.has(slug))
    if (free !== undefined) return free
  }
}

/** Both engines limit how many values one statement may carry. */
const mostSlugsAsked = 500

function numbered(wish: string, number: number): string {
  return number === 1 ? wish : `${wish}-${number}`
}

function columnsOf(draft: ArticleDraft, now: Date) {
  return {
    section: draft.section,
    content: JSON.stringify(draft.content),
    pub_status: draft.facts.pubStatus,
    embargoed: draft.facts.embargoed ?? null,
    held: JSON.stringify(draft.facts.held ?? []),
    due_at: nextTurn(draft.facts, now)?.toISOString() ?? null,
    expires_at: draft.facts.expires ?? null,
    barred_at: draft.facts.barred ?? null,
    published_at: draft.publishedAt,
    updated_at: draft.updatedAt,
  }
}

function isOpen(facts: GateFacts, now: Date): boolean {
  return gate(facts, now).open
}
