import type { Context } from 'hono'
import { notFound, problem } from '../web/answers.ts'
import type { House } from '../web/house.ts'
import type { Article } from './article.ts'
import { articleAt } from './articles.ts'

/** The open article that an address names, or the answer to give where there is none. */
export async function articleInAddress(c: Context, house: House): Promise<Article | Response> {
  const found = await articleAt(house.engine.db, c.req.param('slug') ?? '', house.now())
  if (!found || 'moved' in found) return notFound(c, house)
  if ('article' in found) return found.article
  return problem(c, house, {
    status: 410,
    title: 'This story has been withdrawn',
    wrong: found.gone.words,
    remedy: 'What you wrote was not taken.',
  })
}
