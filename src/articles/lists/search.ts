import type { Database, Engine } from '../../database/database.ts'
import type { Article } from '../article.ts'
import type { ArticleRow } from '../articles.queries.ts'
import * as queries from '../articles.queries.ts'
import * as searchTexts from './search-texts.queries.ts'
import { isListed } from '../../gate/gate.ts'
import { textOf } from '../body/body.ts'
import { articleOf, contentOf, correctionsOf, factsOn, verdictOn } from '../stored-article.ts'

/** Longest question, in characters, and most words of it that count. */
export const longestQuestion = 200
const mostWords = 12

/** What is longer is no word, and an index holds only so much; in characters. */
const longestWord = 200

/**
 * Text as the index holds it, the same on both engines: lower case, accents off, words parted by
 * one blank. Words of scripts without blanks are found by their beginning only.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+|['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[^ ]{201,}/g, (word) => word.slice(0, longestWord))
    .trim()
}

/** The open articles that hold every word of the question, the newest first. */
export async function searchArticles(
  engine: Engine,
  question: string,
  now: Date,
  page: { limit: number; offset: number },
): Promise<Article[]> {
  const words = searchable(question.slice(0, longestQuestion))
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
  if (words.length === 0) return []
  const ids = await engine.search(words, page)
  const rows = await queries.articleRows(engine.db, ids)
  const found = ids.map((id) => rows.get(id)).filter((row): row is ArticleRow => row !== undefined)
  const open = found.filter((row) => verdictOn(row, now).open && isListed(factsOn(row), now))
  return Promise.all(
    open.map(async (row) => articleOf(row, await correctionsOf(engine.db, row.id))),
  )
}

/** Keeps the index true to an article; what is withdrawn or has expired leaves it. */
export async function indexArticle(tx: Database, row: ArticleRow, now: Date): Promise<void> {
  const isOver = row.pub_status !== 'usable' || !isListed(factsOn(row), now)
  if (isOver) return searchTexts.deleteSearchText(tx, row.id)
  const { headline, standfirst, byline, body } = contentOf(row)
  const text = [standfirst, byline, textOf(body)].filter(Boolean).join(' ')
  await searchTexts.upsertSearchText(tx, {
    article_id: row.id,
    headline: searchable(headline),
    body: searchable(text),
  })
}
