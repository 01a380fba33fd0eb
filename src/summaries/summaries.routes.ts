import type { Context } from 'hono'
import { Hono } from 'hono'
import { articleInAddress } from '../articles/articles.ts'
import { Pace } from '../readers/readers.ts'
import { routes } from '../routes.ts'
import { problem, seeOther } from '../web/pages/answers.ts'
import { addressOf } from '../web/guarding/guards.ts'
import type { House } from '../web/house.ts'
import { flagRoutes } from './flags/flags.routes.ts'
import { hidingAnswer } from './hiding.ts'
import { registerRoutes } from './register/register.routes.ts'
import { summariseOnDemand } from './summaries.ts'

export { summaryDeskRoutes } from './desk/desk.routes.ts'
export type { DeskFrame, DeskPage } from './desk/desk-page.ts'
export { withoutSummaries } from './hiding.ts'

/** Summaries that one network may ask for: each may cost the newsroom money. */
const askPace = { burst: 20, perMinute: 10 }

export function summaryRoutes(house: House): Hono {
  const app = new Hono()
  const pace = new Pace(askPace, house.paceFactor)
  app.post(routes.summary.pattern, (c) => askAnswer(c, house, pace))
  app.get(routes.summary.pattern, (c) =>
    seeOther(house, `${routes.article.href({ slug: c.req.param('slug') })}#summary`),
  )
  app.post(routes.summaryHiding.pattern, (c) => hidingAnswer(c, house))
  app.route('/', flagRoutes(house))
  app.route('/', registerRoutes(house))
  return app
}

async function askAnswer(c: Context, house: House, pace: Pace): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  if (!pace.allows(addressOf(c, house), house.now())) {
    return problem(c, house, {
      status: 429,
      title: 'Too many at once',
      wrong: 'Many summaries were asked for from your network in a short time.',
      remedy: 'Please wait a minute and ask again.',
      retryAfter: 60,
    })
  }
  await summariseOnDemand(house.engine, article, house.model !== undefined, house.now())
  return seeOther(house, `${routes.article.href({ slug: article.slug })}#summary`)
}
