import type { Context } from 'hono'
import type { Database } from '../database/database.ts'
import { together } from '../database/database.ts'
import { notFound, problem } from '../web/pages/answers.ts'
import type { House } from '../web/house.ts'
import type { Article } from './article.ts'
import * as queries from './articles.queries.ts'
import type { ShownPictures } from './stored-article.ts'
import { articleOf, correctionsOf, illustrated, picturesOf, verdictOn } from './stored-article.ts'

/** What an address leads to. */
export type Found =
  | { article: Article }
  | { moved: string }
  /** It was public once and is not now. */
  | { gone: Gone }

/** Why readers find a notice where a story was. */
export interface Gone {
  /** True while it may come back. */
  onHold: boolean
  words: string
}

/** Finds the article at an address, as a reader may see it now. Undefined: never was public. */
export async function articleAt(db: Database, slug: string, now: Date): Promise<Found | undefined> {
  return articleFound(db, slug, now, (id) => picturesOf(db, [id], now))
}

/** The same without its pictures, for whoever does something with it and shows none. */
function plainArticleAt(db: Database, slug: string, now: Date): Promise<Found | undefined> {
  return articleFound(db, slug, now, () => Promise.resolve(new Map()))
}

async function articleFound(
  db: Database,
  slug: string,
  now: Date,
  pictures: (id: string) => Promise<ShownPictures>,
): Promise<Found | undefined> {
  const row =
    (await queries.articleRowBySlug(db, slug)) ?? (await queries.articleRowByOldSlug(db, slug))
  if (!row) return undefined
  const verdict = verdictOn(row, now)
  if (!verdict.open) {
    if (row.live_at === null) return undefined
    const onHold = !['canceled', 'expired'].includes(verdict.reason)
    // What holds it is told in the intake's words, which may quote notes to editors.
    const words = verdict.reason === 'held' ? heldWords : verdict.words
    return { gone: { onHold, words } }
  }
  if (row.slug !== slug) return { moved: row.slug }
  const [corrections, shown] = await together([correctionsOf(db, row.id), pictures(row.id)])
  return { article: illustrated(articleOf(row, corrections), shown) }
}

const heldWords = 'The newsroom has taken this story down while it looks at it again.'

/** The open article that an address names, without its pictures, or the answer where there is none. */
export async function articleInAddress(c: Context, house: House): Promise<Article | Response> {
  const found = await plainArticleAt(house.engine.db, c.req.param('slug') ?? '', house.now())
  if (!found || 'moved' in found) return notFound(c, house)
  if ('article' in found) return found.article
  return problem(c, house, {
    status: 410,
    title: found.gone.onHold ? 'This story is on hold' : 'This story has been withdrawn',
    wrong: found.gone.words,
    remedy: 'What you wrote was not taken.',
  })
}
