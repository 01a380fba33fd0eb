import type { Database } from '../database/database.ts'
import { together } from '../database/database.ts'
import { isListed } from '../gate/gate.ts'
import type { Article, ArticleContent, Teaser } from './article.ts'
import * as queries from './articles.queries.ts'
import * as revisions from './revisions.queries.ts'
import {
  articleOf,
  correctionsOf,
  correctionsOfMany,
  factsOn,
  illustrated,
  picturesOf,
  verdictOn,
} from './stored-article.ts'

export type { Article, ArticleContent, Correction, Teaser } from './article.ts'
export type { Block, Body, Mark, Span } from './body/body.ts'
export { paragraphsOf, textOf, textOfSpans } from './body/body.ts'
export { bodyFrom, markupOf } from './editing/body-markup.ts'
export type { Change } from './editing/alignment.ts'
export { changesBetween } from './editing/alignment.ts'
export type { DeskArticle, Editing, HouseEdit } from './editing/editing.ts'
export { deskArticle, deskArticleAt, editArticle, lockArticle } from './editing/editing.ts'
export type { Chunk, FieldChunk, Merging } from './editing/merging.ts'
export { compareThree, mergedContent } from './editing/merging.ts'
export type { ArticleDraft, OnRevision } from './publishing.ts'
export { newestDeskRows } from './articles.queries.ts'
export { isHouseEdited, revisionRows } from './revisions.queries.ts'
export {
  changedParagraph,
  createArticle,
  noteArticleChange,
  reviseArticle,
  setHistory,
} from './publishing.ts'
export { reservation } from './terms/for-machines.ts'
export { openDueArticles, waitAnew } from './terms/due.ts'
export type { Found } from './article-in-address.ts'
export { articleAt, articleInAddress } from './article-in-address.ts'
export { withPictures } from './stored-article.ts'
export { searchArticles } from './lists/search.ts'
export type { FeedSummary } from './lists/feeds.ts'
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
  const content = await revisions.revisionContent(db, id, revision)
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
  const ids = open.map((row) => row.id)
  const [corrections, shown] = await together([
    correctionsOfMany(db, ids),
    picturesOf(db, ids, now),
  ])
  return open.map((row) => illustrated(articleOf(row, corrections.get(row.id) ?? []), shown))
}

export function teaserOf(article: Article, comments: number): Teaser {
  const { slug, section, headline, standfirst, byline, agency, pictures, publishedAt, updatedAt } =
    article
  return {
    slug,
    section,
    headline,
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(byline === undefined ? {} : { byline }),
    ...(agency === undefined ? {} : { agency }),
    ...(pictures?.[0] === undefined ? {} : { picture: pictures[0] }),
    publishedAt,
    updatedAt,
    corrected: article.corrections.length > 0,
    comments,
  }
}
