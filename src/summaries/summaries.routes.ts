import { Hono } from 'hono'
import { articleInAddress } from '../articles/articles.ts'
import { routes } from '../routes.ts'
import { seeOther } from '../web/answers.ts'
import type { House } from '../web/house.ts'
import { summariseOnDemand } from './summaries.ts'

export function summaryRoutes(house: House): Hono {
  const app = new Hono()
  app.post(routes.summary.pattern, async (c) => {
    const article = await articleInAddress(c, house)
    if (article instanceof Response) return article
    await summariseOnDemand(house.engine, article, house.now())
    house.pages.forget([`article:${article.id}`])
    return seeOther(house, `${routes.article.href({ slug: article.slug })}#summary`)
  })
  return app
}
