import type { Context } from 'hono'
import { Hono } from 'hono'
import { routes } from '../../routes.ts'
import { answerPublic, drawnFile, notFound } from '../../web/pages/answers.ts'
import type { House } from '../../web/house.ts'
import type { Database } from '../../database/database.ts'
import type { Article } from '../articles.ts'
import { newestArticles } from '../articles.ts'
import type { FeedSummary } from './feeds.ts'
import { closedArticles } from '../terms/closed.ts'
import { reservation } from '../terms/for-machines.ts'
import { feedForms, newsSitemap, sitemap } from './feeds.ts'

const inFeed = 50
/** https://www.sitemaps.org/protocol.html allows 50,000; a news sitemap 1,000. */
const inSitemap = 10_000
const inNewsSitemap = 1000

/** What other features put into feeds; handed over in `app.ts`. */
export interface FeedParts {
  summaries: (db: Database, articles: readonly Article[]) => Promise<Map<string, FeedSummary>>
}

export function feedRoutes(house: House, parts: FeedParts): Hono {
  const app = new Hono()
  const xml = 'application/xml; charset=utf-8'
  app.get(routes.feeds.pattern, (c) => {
    const [name, form] = nameAndForm(c)
    return name === 'all' ? feedAnswer(c, house, parts, form) : notFound(c, house)
  })
  app.get(routes.sectionFeeds.pattern, (c) => {
    const [name, form] = nameAndForm(c)
    const section = house.site.sections.find(({ slug }) => slug === name)
    return section ? feedAnswer(c, house, parts, form, section) : notFound(c, house)
  })
  app.get(routes.sitemap.pattern, (c) =>
    answerPublic(c, house, async () =>
      drawnFile(
        house,
        xml,
        sitemap(house.site, await newestArticles(house.engine.db, house.now(), inSitemap)),
        ['lists'],
      ),
    ),
  )
  app.get(routes.newsSitemap.pattern, (c) =>
    answerPublic(c, house, async () => {
      const articles = await newestArticles(house.engine.db, house.now(), inNewsSitemap)
      return drawnFile(house, xml, newsSitemap(house.site, articles, house.now()), ['lists', 'day'])
    }),
  )
  app.get(routes.robots.pattern, (c) =>
    answerPublic(c, house, () =>
      Promise.resolve(drawnFile(house, 'text/plain; charset=utf-8', robots(house), [])),
    ),
  )
  return app
}

async function feedAnswer(
  c: Context,
  house: House,
  parts: FeedParts,
  form: string,
  section?: { slug: string; name: string },
): Promise<Response> {
  const feed = Object.hasOwn(feedForms, form) ? feedForms[form] : undefined
  if (!feed) return notFound(c, house)
  return answerPublic(c, house, async () => {
    const articles = await newestArticles(house.engine.db, house.now(), inFeed, section?.slug)
    const title = section ? `${house.site.name}: ${section.name}` : house.site.name
    const drawn = drawnFile(
      house,
      feed.type,
      feed.draw({
        site: house.site,
        title,
        self: c.req.path,
        articles,
        closed: await closedArticles(house.engine.db, house.now(), inFeed, section?.slug),
        summaries: await parts.summaries(house.engine.db, articles),
      }),
      ['lists'],
    )
    return { ...drawn, headers: { ...drawn.headers, ...reservation(articles) } }
  })
}

function nameAndForm(c: Context): [string, string] {
  const file = c.req.param('file') ?? ''
  const dot = file.lastIndexOf('.')
  return dot < 0 ? [file, ''] : [file.slice(0, dot), file.slice(dot + 1)]
}

function robots({ site }: House): string {
  return `User-agent: *
Disallow: /desk
Sitemap: ${site.origin}/sitemap.xml
Sitemap: ${site.origin}/news-sitemap.xml
`
}
