import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Database } from '../database/database.ts'
import { together } from '../database/database.ts'
import { routes } from '../routes.ts'
import { answerPublic, drawnFile, drawnPage, notFound, problem } from '../web/pages/answers.ts'
import type { Html } from '../web/html/html.ts'
import type { House } from '../web/house.ts'
import type { Drawn } from '../web/pages/public-page.ts'
import type { Article } from './article.ts'
import type { Origin } from './article-json.ts'
import { articleJson, articleText, jsonLdOf } from './article-json.ts'
import { headersOf, reservation } from './terms/for-machines.ts'
import { articlePage } from './pages/article-page.html.ts'
import type { Found } from './articles.ts'
import { articleAt, newestArticles, teaserOf } from './articles.ts'
import { arranged, frontPage, sectionPage } from './pages/front-page.html.ts'
import { gonePage } from './pages/gone-page.html.ts'

/** How many stories the front page and a section hold, and how many stand under an article. */
const onFront = 40
const onSection = 40
const further = 4

/** What other features put on an article's page; handed over in `app.ts`. */
export interface ArticleParts {
  /** The part of a query that makes another page, in its one canonical form. */
  variant: (query: URLSearchParams) => string
  parts: (article: Article, query: URLSearchParams) => Promise<PageParts>
  /** The machine summary that readers see, for `standfirst.summary` of the JSON. */
  summaryData: (db: Database, article: Article) => Promise<object | undefined>
  commentCounts: (db: Database, ids: string[]) => Promise<Map<string, number>>
  origin: (db: Database, articleId: string) => Promise<Origin | undefined>
}

export interface PageParts {
  summary: Html
  moods: Html
  conversation: Html
  /** Numbers of the paragraphs that the summary rests on. */
  summarized?: ReadonlySet<number>
  /** What JSON-LD says of the machine-made part of the page. */
  summaryLd?: object | undefined
  /** Where the text came from; absent for the house's own. */
  origin?: Origin | undefined
}

export function articleRoutes(house: House, others: ArticleParts): Hono {
  const app = new Hono()
  app.get(routes.front.pattern, (c) => answerPublic(c, house, () => drawFront(house, others)))
  app.get(routes.section.pattern, (c) => sectionAnswer(c, house, others))
  app.get(routes.article.pattern, (c) => articleAnswer(c, house, others))
  return app
}

/** The page of an article, also used to answer a form that could not be taken. */
export async function drawArticle(
  house: House,
  article: Article,
  made: Promise<PageParts>,
): Promise<{ body: string; topics: string[] }> {
  const { site, engine, script } = house
  const [parts, newest] = await together([
    made,
    newestArticles(engine.db, house.now(), further + 1),
  ])
  const related = newest.filter(({ id }) => id !== article.id).slice(0, further)
  const body = articlePage({
    site,
    article,
    parts,
    related: related.map((story) => teaserOf(story, 0)),
    origin: parts.origin,
    jsonLd: jsonLdOf(article, site, parts),
    script,
  })
  return { body, topics: [article, ...related].map(({ id }) => `article:${id}`) }
}

async function drawFront(house: House, others: ArticleParts): Promise<Drawn> {
  const { site, script } = house
  const { teasers, headers } = await teasersOf(house, others, onFront)
  const now = house.now().toISOString()
  const body = frontPage({ site, ...arranged(teasers, site.sections), now, script })
  const drawn = drawnPage(house, 'front', body, ['lists', 'counts', 'day'])
  return { ...drawn, headers: { ...drawn.headers, ...headers } }
}

async function sectionAnswer(c: Context, house: House, others: ArticleParts): Promise<Response> {
  const section = house.site.sections.find(({ slug }) => slug === c.req.param('section'))
  if (!section) return notFound(c, house)
  return answerPublic(c, house, async () => {
    const { teasers, headers } = await teasersOf(house, others, onSection, section.slug)
    const body = sectionPage({ site: house.site, section, stories: teasers, script: house.script })
    const drawn = drawnPage(house, 'front', body, ['lists', 'counts'])
    return { ...drawn, headers: { ...drawn.headers, ...headers } }
  })
}

async function articleAnswer(c: Context, house: House, others: ArticleParts): Promise<Response> {
  const name = c.req.param('slug') ?? ''
  const form = /\.(json|txt)$/.exec(name)?.[1]
  const slug = form === undefined ? name : name.slice(0, -form.length - 1)
  const since = house.pages.moment
  const found = await articleAt(house.engine.db, slug, house.now())
  if (!found) return notFound(c, house)
  if ('moved' in found) {
    const ending = form === undefined ? '' : `.${form}`
    return c.redirect(routes.article.href({ slug: found.moved + ending }), 301)
  }
  if ('gone' in found) return goneAnswer(c, house, found, form)
  const query = new URL(c.req.url).searchParams
  const draw = () => {
    // What is kept must never be older than the drawing.
    const isNew = house.pages.isUntouched([`article:${found.article.id}`], since)
    return isNew
      ? drawFound(house, others, found, form, query)
      : drawAgain(house, others, slug, form, query)
  }
  return answerPublic(c, house, draw, others.variant(query))
}

async function drawAgain(
  house: House,
  others: ArticleParts,
  slug: string,
  form: string | undefined,
  query: URLSearchParams,
): Promise<Drawn> {
  const found = await articleAt(house.engine.db, slug, house.now())
  return drawFound(house, others, found, form, query)
}

async function drawFound(
  house: House,
  others: ArticleParts,
  found: Found | undefined,
  form: string | undefined,
  query: URLSearchParams,
): Promise<Drawn> {
  if (!found || !('article' in found)) {
    const gone =
      found && 'gone' in found
        ? found.gone
        : { onHold: true, words: 'It has just been taken down.' }
    return drawnPage(house, 'plain', gonePage({ site: house.site, ...gone }), [], 410)
  }
  const { article } = found
  const drawn = await drawForm(house, others, article, form, query)
  return { ...drawn, headers: { ...drawn.headers, ...headersOf(article) } }
}

async function drawForm(
  house: House,
  others: ArticleParts,
  article: Article,
  form: string | undefined,
  query: URLSearchParams,
): Promise<Drawn> {
  const topics = [`article:${article.id}`]
  const address = `${house.site.origin}${routes.article.href({ slug: article.slug })}`
  if (form === 'txt')
    return drawnFile(house, 'text/plain; charset=utf-8', articleText(article), topics)
  if (form === 'json') {
    const { db } = house.engine
    const [origin, summary] = await together([
      others.origin(db, article.id),
      others.summaryData(db, article),
    ])
    const json = JSON.stringify(articleJson(article, origin, address, summary))
    return drawnFile(house, 'application/json; charset=utf-8', json, topics)
  }
  const drawn = await drawArticle(house, article, others.parts(article, query))
  return drawnPage(house, 'article', drawn.body, drawn.topics)
}

function goneAnswer(
  c: Context,
  house: House,
  { gone }: Extract<Found, { gone: unknown }>,
  form: string | undefined,
): Response {
  if (form !== undefined) {
    return problem(c, house, {
      status: 410,
      title: gone.onHold ? 'This story is on hold' : 'This story has been withdrawn',
      wrong: gone.words,
      remedy: 'Please remove copies of it.',
    })
  }
  const drawn = drawnPage(house, 'plain', gonePage({ site: house.site, ...gone }), [], 410)
  return new Response(drawn.body as string, {
    status: 410,
    headers: { ...drawn.headers, 'content-type': drawn.type, 'cache-control': 'no-store' },
  })
}

async function teasersOf(house: House, others: ArticleParts, limit: number, section?: string) {
  const { db } = house.engine
  const articles = await newestArticles(db, house.now(), limit, section)
  const counts = await others.commentCounts(
    db,
    articles.map(({ id }) => id),
  )
  const teasers = articles.map((article) => teaserOf(article, counts.get(article.id) ?? 0))
  return { teasers, headers: reservation(articles) }
}
