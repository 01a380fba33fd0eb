import type { Database } from '../database/database.ts'
import { isListed } from '../gate/gate.ts'
import type { Article, ArticleContent, Teaser } from './article.ts'
import * as queries from './articles.queries.ts'
import { articleOf, correctionsOf, factsOn, verdictOn } from './stored-article.ts'

export type { Article, ArticleContent, Correction, Picture, Teaser } from './article.ts'
export type { Block, Body, Mark, Span } from './body.ts'
export { paragraphsOf, textOf, textOfSpans } from './body.ts'
export { bodyFrom, markupOf } from './editing/body-markup.ts'
export type { Change } from './editing/alignment.ts'
export { changesBetween } from './editing/alignment.ts'
export type { DeskArticle, Editing, HouseEdit } from './editing/editing.ts'
export { deskArticle, deskArticleAt, editArticle, lockArticle } from './editing/editing.ts'
export type { Chunk, FieldChunk, Merging } from './editing/merging.ts'
export { compareThree, mergedContent } from './editing/merging.ts'
export type { ArticleDraft, OnRevision } from './publishing.ts'
export { isHouseEdited, newestDeskRows, pictureNames, revisionRows } from './articles.queries.ts'
export {
  changedParagraph,
  createArticle,
  noteArticleChange,
  openDueArticles,
  reviseArticle,
  setHistory,
} from './publishing.ts'
export type { Found } from './article-in-address.ts'
export { articleAt, articleInAddress } from './article-in-address.ts'
export { searchArticles } from './search.ts'
export type { FeedSummary } from './feeds.ts'
export { slugOf } from './slug.ts'

/** The article of this id, if readers may see it now. */
export async function openArticle(
  db: Database,
  id: string,
  now: Date,
): Promise<Article | undefined> {
  const row = await queries.articleRow(db, id)
  if (!row || !verdictOn(row, now).open) return undefined
  return articleOf(row, await correctionsOf(db, id))
}

/** What an article said in one of its revisions. */
export async function contentOfRevision(
  db: Database,
  id: string,
  revision: number,
): Promise<ArticleContent | undefined> {
  const content = await queries.revisionContent(db, id, revision)
  return content === undefined ? undefined : (JSON.parse(content) as ArticleContent)
}

/** Whether readers can see the article now. No article is not open. */
export async function isOpenNow(db: Database, id: string | null, now: Date): Promise<boolean> {
  const row = id === null ? undefined : await queries.articleRow(db, id)
  return row !== undefined && verdictOn(row, now).open
}

/** The newest open articles, for the front page, a section or a feed. */
export async function newestArticles(
  db: Database,
  now: Date,
  limit: number,
  section?: string,
): Promise<Article[]> {
  const rows = await queries.newestRows(db, now.toISOString(), limit, section)
  const open = rows.filter((row) => verdictOn(row, now).open && isListed(factsOn(row), now))
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
