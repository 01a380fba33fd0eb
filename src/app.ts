import { join } from 'node:path'
import { Hono } from 'hono'
import type { Article } from './articles/articles.ts'
import { withPictures } from './articles/articles.ts'
import type { PageParts } from './articles/articles.routes.ts'
import { articleRoutes, drawArticle } from './articles/articles.routes.ts'
import { feedRoutes } from './articles/lists/feeds.routes.ts'
import type { Database } from './database/database.ts'
import { together } from './database/database.ts'
import { searchRoutes } from './articles/lists/search.routes.ts'
import type { Comment, Order } from './comments/comments.ts'
import {
  commentCounts,
  conversation,
  conversationOn,
  placeIn,
  variantOf,
} from './comments/comments.ts'
import { commentRoutes } from './comments/comments.routes.ts'
import { countsOn, fewestShown, moodMeter } from './moods/moods.ts'
import { deskRoutes } from './desk/desk.routes.ts'
import { intakeOf } from './intake-tools.ts'
import { routes } from './routes.ts'
import { moodRoutes } from './moods/moods.routes.ts'
import { pictureRoutes } from './pictures/pictures.routes.ts'
import { pwaRoutes } from './pwa/pwa.routes.ts'
import {
  summariesInFeeds,
  summaryBox,
  summaryData,
  summaryInJsonLd,
  summaryOf,
} from './summaries/summaries.ts'
import { summaryDeskRoutes, summaryRoutes, withoutSummaries } from './summaries/summaries.routes.ts'
import { notFound, problem } from './web/pages/answers.ts'
import { addressesWithoutNul, ownRequestsOnly, watched } from './web/guarding/guards.ts'
import { failureWords } from './web/failure-words.ts'
import type { Html } from './web/html/html.ts'
import type { House } from './web/house.ts'
import type { Script } from './web/assets/scripts.ts'
import type { Watching } from './web/web.routes.ts'
import { webRoutes } from './web/web.routes.ts'
import { originOf, pushRoutes } from './wire/wire.ts'

/** The source of the script that gives reader pages their comfort. */
export const pageScript = join(import.meta.dirname, 'web', 'assets', 'page.browser.ts')

/** The source of the script of the desk. */
export const deskScript = join(import.meta.dirname, 'desk', 'desk.browser.ts')

/** Builds the whole site: the only place that knows all features. */
export function createApp(
  house: House,
  scripts: Script[],
  watching: Watching,
  intake = intakeOf(house),
): Hono {
  const app = new Hono({ strict: true })
  app.use(watched(house))
  app.use(ownRequestsOnly(house))
  app.use(addressesWithoutNul(house))
  app.get(routes.article.pattern, withoutSummaries(house))
  app.route('/', articleRoutes(house, { ...partsOf(house), commentCounts, origin: originOf }))
  app.route('/', pictureRoutes(house))
  app.route('/', searchRoutes(house, { commentCounts }))
  app.route('/', feedRoutes(house, { summaries: summariesInFeeds }))
  app.route('/', summaryRoutes(house))
  app.route('/', moodRoutes(house))
  app.route(
    '/',
    commentRoutes(house, { drawRefused: (...refused) => drawRefused(house, ...refused) }),
  )
  app.route('/', pushRoutes(house, intake))
  app.route('/', pwaRoutes(house))
  app.route(
    '/',
    deskRoutes({
      house,
      intake,
      script: addressOfDesk(scripts),
      summaries: (frame) => summaryDeskRoutes(house, frame),
    }),
  )
  app.route('/', webRoutes(house, scripts, watching))
  app.notFound((c) => notFound(c, house))
  app.onError((error, c) => {
    house.log.error('request-failed', error, { method: c.req.method, route: c.req.routePath })
    return problem(c, house, failureWords[house.engine.outage(error) ?? 'fault'])
  })
  return app
}

function addressOfDesk(scripts: Script[]): string {
  const file = scripts.find((script) => script.file.startsWith('desk-'))?.file ?? 'desk.js'
  return routes.scripts.href({ file })
}

/** What the other features put on an article's page. */
function partsOf(house: House) {
  return {
    variant: (query: URLSearchParams) =>
      [variantOf(placeIn(query)), query.get('summary') === 'hidden' && 'summary=hidden']
        .filter(Boolean)
        .join('&'),
    parts: async (article: Article, query: URLSearchParams) => {
      const { order, page } = placeIn(query)
      const [fixed, conversation] = await together([
        fixedParts(house, article, query.get('summary') === 'hidden'),
        talk(house, article, order, page),
      ])
      return { ...fixed, conversation }
    },
    summaryData: async (db: Database, article: Article) => {
      const { summary } = await summaryOf(db, article)
      return summary && summaryData(summary)
    },
  }
}

async function fixedParts(
  house: House,
  article: Article,
  isHidden = false,
): Promise<Omit<PageParts, 'conversation'>> {
  const { site, engine } = house
  const [view, origin, counts] = await together([
    summaryOf(engine.db, article, house.model !== undefined),
    originOf(engine.db, article.id),
    countsOn(engine.db, article.id),
  ])
  const { summary } = view
  const passages = summary?.sentences.flatMap(({ evidence }) => evidence) ?? []
  return {
    summary: summaryBox({ ...view, article, site, isHidden }),
    summarized: new Set(isHidden ? [] : passages.map(({ paragraph }) => paragraph)),
    origin,
    summaryLd: summary && !isHidden ? summaryInJsonLd(summary) : undefined,
    moods: moodMeter({ slug: article.slug, counts, minimum: fewestShown }),
  }
}

/** How many threads one page of a conversation holds. */
const threadsOnPage = 20

async function talk(
  house: House,
  article: Article,
  order: Order,
  page: number,
  refused: { error?: string; values?: { name: string; text: string } } = {},
): Promise<Html> {
  const { threads, total } = await conversationOn(house.engine.db, article.id, order)
  const pages = Math.max(1, Math.ceil(threads.length / threadsOnPage))
  // A page that is no longer there leads to the last one, not to an empty conversation.
  const shown = Math.min(page, pages)
  const before = (shown - 1) * threadsOnPage
  const comments: Comment[] = threads.slice(before, before + threadsOnPage)
  const after = threads.length - before - comments.length
  const part = pages === 1 ? undefined : { page: shown, before, after }
  return conversation({
    site: house.site,
    article,
    comments,
    total,
    order,
    part,
    open: true,
    ...refused,
  })
}

/** The page again, with what was typed; who only posts has the article without its pictures. */
async function drawRefused(
  house: House,
  plain: Article,
  error: string,
  values: { name: string; text: string },
): Promise<string> {
  const [article = plain] = await withPictures(house.engine.db, [plain], house.now())
  const parts = async () => {
    const conversation = await talk(house, article, 'newest', 1, { error, values })
    return { ...(await fixedParts(house, article)), conversation }
  }
  const { body } = await drawArticle(house, article, parts())
  return body
}
