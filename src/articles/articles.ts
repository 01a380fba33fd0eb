import type { Database } from '../database/database.ts'
import type { Article, Teaser } from './article.ts'
import * as queries from './articles.queries.ts'
import { articleOf, correctionsOf, verdictOn } from './stored-article.ts'

export type { Article, ArticleContent, Correction, Picture, Teaser } from './article.ts'
export type { Block, Body, Mark, Span } from './body.ts'
export { paragraphsOf, textOf, textOfSpans } from './body.ts'
export { bodyFrom, markupOf } from './body-markup.ts'
export type { Change } from './alignment.ts'
export { changesBetween } from './alignment.ts'
export type { DeskArticle, Editing, HouseEdit } from './editing.ts'
export { deskArticle, deskArticleAt, editArticle, lockArticle } from './editing.ts'
export type { Chunk, FieldChunk, Merging } from './merging.ts'
export { compareThree, mergedContent } from './merging.ts'
export type { ArticleDraft, OnRevision } from './publishing.ts'
export { isHouseEdited, newestDeskRows, pictureNames, revisionRows } from './articles.queries.ts'
export { createArticle, noteArticleChange, openDueArticles, reviseArticle } from './publishing.ts'
export { articleInAddress } from './article-in-address.ts'
export { slugOf } from './slug.ts'

/** What an address leads to. */
export type Found =
  | { article: Article }
  | { moved: string }
  /** It was public once and is not now; `words` say why. */
  | { gone: string }

/** Finds the article at an address, as a reader may see it now. Undefined: never was public. */
export async function articleAt(db: Database, slug: string, now: Date): Promise<Found | undefined> {
  const row =
    (await queries.articleRowBySlug(db, slug)) ?? (await queries.articleRowByOldSlug(db, slug))
  if (!row) return undefined
  const verdict = verdictOn(row, now)
  if (!verdict.open) return row.live_at === null ? undefined : { gone: verdict.words }
  if (row.slug !== slug) return { moved: row.slug }
  return { article: articleOf(row, await correctionsOf(db, row.id)) }
}

/** The newest open articles, for the front page, a section or a feed. */
export async function newestArticles(
  db: Database,
  now: Date,
  limit: number,
  section?: string,
): Promise<Article[]> {
  const rows = await queries.newestRows(db, limit, section)
  const open = rows.filter((row) => verdictOn(row, now).open)
  const corrected = await queries.correctedIds(
    db,
    open.map((row) => row.id),
  )
  return Promise.all(
    open.map(async (row) =>
      articleOf(row, corrected.has(row.id) ? await correctionsOf(db, row.id) : []),
    ),
  )
}

export function teaserOf(article: Article, comments: number): Teaser {
  const { slug, section, headline, standfirst, byline, agency, picture, publishedAt, updatedAt } =
    article
  return {
    slug,
    section,
    headline,
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(byline === undefined ? {} : { byline }),
    ...(agency === undefined ? {} : { agency }),
    ...(picture === undefined ? {} : { picture }),
    publishedAt,
    updatedAt,
    corrected: article.corrections.length > 0,
    comments,
  }
}

/** Keeps the bytes of a picture and gives its name. It is served only while the article is open. */
export async function keepPicture(
  tx: Database,
  articleId: string,
  picture: { name: string; contentType: string; bytes: Uint8Array },
  now: Date,
): Promise<void> {
  await queries.insertPicture(tx, {
    name: picture.name,
    article_id: articleId,
    content_type: picture.contentType,
    bytes: picture.bytes,
    stored_at: now.toISOString(),
  })
}

export async function openPicture(
  db: Database,
  name: string,
  now: Date,
): Promise<{ bytes: Uint8Array; contentType: string; articleId: string } | undefined> {
  const row = await queries.pictureRow(db, name)
  if (!row || !verdictOn(row, now).open) return undefined
  return { bytes: row.bytes, contentType: row.content_type, articleId: row.article_id }
}
