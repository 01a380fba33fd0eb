import type { Context } from 'hono'
import { Hono } from 'hono'
import { Pace } from '../../readers/readers.ts'
import { routes } from '../../routes.ts'
import { answerPrivate, problem } from '../../web/pages/answers.ts'
import { addressOf } from '../../web/guarding/guards.ts'
import type { House } from '../../web/house.ts'
import type { ArticleParts } from '../articles.routes.ts'
import { teaserOf } from '../articles.ts'
import { reservation } from '../terms/for-machines.ts'
import { longestQuestion, searchArticles } from './search.ts'
import { searchPage } from '../pages/search-page.html.ts'

const onPage = 20
/** Questions that one network may ask: each costs the database something. */
const searchPace = { burst: 60, perMinute: 60 }
/** Nobody turns more pages than this; deeper ones cost the database too much. */
const mostPages = 50

export function searchRoutes(
  house: House,
  { commentCounts }: Pick<ArticleParts, 'commentCounts'>,
): Hono {
  const app = new Hono()
  const pace = new Pace(searchPace)
  // What readers look for is theirs: the page is kept nowhere.
  app.get(routes.search.pattern, (c) => searchAnswer(c, house, pace, commentCounts))
  return app
}

async function searchAnswer(
  c: Context,
  house: House,
  pace: Pace,
  commentCounts: ArticleParts['commentCounts'],
): Promise<Response> {
  if (!pace.allows(addressOf(c, house), house.now())) {
    return problem(c, house, {
      status: 429,
      title: 'Too many questions at once',
      wrong: 'Many searches came from your network in a short time.',
      remedy: 'Please wait a minute and search again.',
      retryAfter: 60,
    })
  }
  const question = (c.req.query('q') ?? '').toWellFormed().slice(0, longestQuestion).trim()
  const pageNumber = Math.min(
    mostPages,
    Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1),
  )
  const offset = (pageNumber - 1) * onPage
  const found = await searchArticles(house.engine, question, house.now(), {
    limit: onPage + 1,
    offset,
  })
  const shown = found.slice(0, onPage)
  const counts = await commentCounts(
    house.engine.db,
    shown.map(({ id }) => id),
  )
  const hasMore = found.length > onPage && pageNumber < mostPages
  const body = searchPage({
    site: house.site,
    question,
    stories: shown.map((article) => teaserOf(article, counts.get(article.id) ?? 0)),
    longest: longestQuestion,
    ...(hasMore
      ? {
          older: `${routes.search.href()}?${new URLSearchParams({ q: question, page: String(pageNumber + 1) }).toString()}`,
        }
      : {}),
  })
  const answer = answerPrivate(house, 'front', body)
  for (const [name, value] of Object.entries(reservation(shown))) answer.headers.set(name, value)
  return answer
}
