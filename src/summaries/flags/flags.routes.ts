import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Article } from '../../articles/articles.ts'
import { articleInAddress, reservation } from '../../articles/articles.ts'
import { isId } from '../../database/database.ts'
import { Pace } from '../../readers/readers.ts'
import { routes } from '../../routes.ts'
import { answerPrivate, notFound, problem, seeOther } from '../../web/pages/answers.ts'
import { formFields } from '../../web/form-fields.ts'
import { addressOf } from '../../web/guarding/guards.ts'
import type { House } from '../../web/house.ts'
import { visibleText } from '../text/invisible.ts'
import { flagPage, flagStatePage } from './flags.html.ts'
import { flagById } from './flags.queries.ts'
import { flagSentence, longestReason } from './flags.ts'
import { summaryOf } from '../summaries.ts'

/** Flags that one network may raise: a reader with a sharp eye, not a program. */
const flagPace = { burst: 6, perMinute: 2 }

export function flagRoutes(house: House): Hono {
  const app = new Hono()
  const pace = new Pace(flagPace, house.paceFactor)
  app.get(routes.summaryFlags.pattern, (c) => formAnswer(c, house))
  app.post(routes.summaryFlags.pattern, (c) => flagAnswer(c, house, pace))
  app.get(routes.summaryFlag.pattern, (c) => stateAnswer(c, house))
  return app
}

async function formAnswer(c: Context, house: House): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const number = numberIn(new URL(c.req.url).searchParams.get('sentence'))
  const { summary } = await summaryOf(house.engine.db, article)
  const sentence = summary?.sentences[number - 1]
  if (!summary || !sentence) return noSuchSentence(c, house, article)
  const { site } = house
  const page = flagPage({ site, article, summary, number, sentence })
  const answer = answerPrivate(house, 'plain', page)
  for (const [name, value] of Object.entries(reservation([article])))
    answer.headers.set(name, value)
  return answer
}

async function flagAnswer(c: Context, house: House, pace: Pace): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const form = await formFields(c)
  const fields = 'fields' in form ? form.fields : new Map<string, string>()
  if (!pace.allows(addressOf(c, house), house.now())) return tooMany(c, house)
  const summaryId = fields.get('summary')
  const flagging = await flagSentence(
    house.engine,
    article,
    {
      sentence: numberIn(fields.get('sentence')),
      reason: visibleText(fields.get('reason') ?? ''),
      ...(summaryId === undefined ? {} : { summaryId }),
    },
    house.now(),
  )
  if ('flagged' in flagging) {
    const { id } = flagging.flagged
    return seeOther(house, routes.summaryFlag.href({ slug: article.slug, id }))
  }
  if (flagging.refused === 'no-sentence') return noSuchSentence(c, house, article)
  return flagging.refused === 'changed'
    ? problem(c, house, {
        status: 409,
        title: 'The summary has changed',
        wrong: 'The sentence that you saw is no longer shown, so there is nothing to take down.',
        remedy: 'Please look at the summary that stands there now.',
        back: backTo(article),
      })
    : problem(c, house, {
        status: 422,
        title: 'That is too long',
        wrong: `A reason may have ${longestReason} characters; nothing was sent to the newsroom.`,
        remedy: 'Please say it in fewer words.',
        back: backTo(article),
      })
}

async function stateAnswer(c: Context, house: House): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const id = c.req.param('id') ?? ''
  const flag = isId(id) ? await flagById(house.engine.db, id) : undefined
  if (flag?.article_id !== article.id) return notFound(c, house)
  return answerPrivate(house, 'plain', flagStatePage({ site: house.site, article, flag }))
}

function numberIn(text: string | null | undefined): number {
  return /^\d{1,2}$/.test(text ?? '') ? Number(text) : 0
}

function backTo({ slug }: Article) {
  return { href: `${routes.article.href({ slug })}#summary`, name: 'Back to the story' }
}

function noSuchSentence(c: Context, house: House, article: Article): Response {
  return problem(c, house, {
    status: 422,
    title: 'There is no such sentence',
    wrong: 'The summary of this story has no sentence of that number.',
    remedy: 'Please choose one on the article’s page.',
    back: backTo(article),
  })
}

function tooMany(c: Context, house: House): Response {
  return problem(c, house, {
    status: 429,
    title: 'Too many at once',
    wrong: 'Many sentences were reported from your network in a short time; yours was not taken.',
    remedy: 'Please wait a minute and send it again.',
    retryAfter: 60,
  })
}
