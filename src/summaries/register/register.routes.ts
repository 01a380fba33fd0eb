import { Hono } from 'hono'
import { routes } from '../../routes.ts'
import { answerPublic, drawnFile, drawnPage, notFound } from '../../web/pages/answers.ts'
import { csvOf } from '../../web/csv.ts'
import type { House } from '../../web/house.ts'
import type { Drawn } from '../../web/pages/public-page.ts'
import { registerPage } from './register.html.ts'
import type { Register } from './register.ts'
import { registerOf } from './register.ts'

/** The public register: as a page, as CSV and as JSON. */
export function registerRoutes(house: House): Hono {
  const app = new Hono()
  app.get(routes.summaryRegister.pattern, (c) => {
    const file = c.req.param('file')
    const draw = Object.hasOwn(forms, file) ? forms[file] : undefined
    if (!draw) return notFound(c, house)
    return answerPublic(c, house, async () =>
      draw(house, await registerOf(house.engine.db, house.now())),
    )
  })
  return app
}

// `lists` changes whenever a story is closed or opened, and the register names stories.
const topics = ['register', 'lists']

const forms: Record<string, (house: House, register: Register) => Drawn> = {
  register: asPage,
  'register.html': asPage,
  'register.csv': (house, { entries }) =>
    drawnFile(
      house,
      'text/csv; charset=utf-8',
      csvOf(
        ['at', 'what', 'why', 'made by', 'revision', 'article', 'headline'],
        entries.map(({ at, what, words, method, revision, article }) => [
          at,
          what,
          words,
          method,
          revision,
          article ? house.site.origin + routes.article.href({ slug: article.slug }) : null,
          article?.headline ?? null,
        ]),
      ),
      topics,
    ),
  'register.json': (house, register) =>
    drawnFile(house, 'application/json; charset=utf-8', JSON.stringify(register), topics),
}

function asPage(house: House, register: Register): Drawn {
  return drawnPage(house, 'plain', registerPage({ site: house.site, register }), topics)
}
