import type { Database } from '../database/database.ts'
import type { GateFacts, Verdict } from '../gate/gate.ts'
import { gate } from '../gate/gate.ts'
import { shownPictures } from '../pictures/pictures.ts'
import type { Article, ArticleContent, Correction } from './article.ts'
import type { CorrectionsTable } from '../database/schema.ts'
import type { ArticleRow } from './articles.queries.ts'
import { correctionRows, correctionRowsOf } from './corrections.queries.ts'

export async function correctionsOf(db: Database, id: string): Promise<Correction[]> {
  return (await correctionRows(db, id)).map(correctionOf)
}

/** The same for many articles at once, by article; those without any are left out. */
export async function correctionsOfMany(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Correction[]>> {
  const rows = Map.groupBy(await correctionRowsOf(db, ids), (row) => row.article_id)
  return new Map([...rows].map(([id, own]) => [id, own.map(correctionOf)]))
}

function correctionOf(row: CorrectionsTable): Correction {
  return {
    revision: row.revision,
    text: row.text,
    at: row.made_at,
    ...(row.paragraph === null ? {} : { paragraph: row.paragraph }),
  }
}

export function articleOf(row: ArticleRow, corrections: Correction[]): Article {
  return {
    id: row.id,
    slug: row.slug,
    section: row.section,
    revision: row.revision,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    corrections,
    ...contentOf(row),
  }
}

/** The articles with the pictures that readers may see with them now. */
export async function withPictures(
  db: Database,
  articles: Article[],
  now: Date,
): Promise<Article[]> {
  const ids = articles.map(({ id }) => id)
  const shown = await picturesOf(db, ids, now)
  return articles.map((article) => illustrated(article, shown))
}

/** What readers may see with each of these articles now. */
export const picturesOf = shownPictures
export type ShownPictures = Awaited<ReturnType<typeof shownPictures>>

export function illustrated(article: Article, shown: ShownPictures): Article {
  const pictures = shown.get(article.id)
  return pictures ? { ...article, pictures } : article
}

/** Of one row it is asked for more than once: the article, its index, what is compared with it. */
export function contentOf(row: ArticleRow): ArticleContent {
  const known = contents.get(row)
  if (known !== undefined) return known
  const content = JSON.parse(row.content) as ArticleContent
  contents.set(row, content)
  return content
}

const contents = new WeakMap<ArticleRow, ArticleContent>()

/** What the gate goes by, as it is stored. */
export type FactColumns = Pick<ArticleRow, 'pub_status' | 'embargoed' | 'held'> &
  Partial<Pick<ArticleRow, 'expires_at' | 'barred_at'>>

export function factsOn(row: FactColumns): GateFacts {
  return {
    pubStatus: row.pub_status,
    embargoed: row.embargoed ?? undefined,
    held: JSON.parse(row.held) as string[],
    expires: row.expires_at ?? undefined,
    barred: row.barred_at ?? undefined,
  }
}

export function verdictOn(row: FactColumns & { barred_at: string | null }, now: Date): Verdict {
  return gate(factsOn(row), now)
}
