import type { Context } from 'hono'
import { Hono } from 'hono'
import { articleInAddress } from '../articles/articles.ts'
import { Pace, voterCookie, voterIn, voterOn } from '../readers/readers.ts'
import { routes } from '../routes.ts'
import { answerPrivate, problem, seeOther } from '../web/pages/answers.ts'
import { formFields } from '../web/form-fields.ts'
import { addressOf } from '../web/guarding/guards.ts'
import type { House } from '../web/house.ts'
import { votePage } from './moods.html.ts'
import { countsOn, fewestShown, moodFrom, vote, voteOf } from './moods.ts'

/** Votes that one network may send. Many readers share an address, so it is wide. */
const votePace = { burst: 120, perMinute: 120 }

export function moodRoutes(house: House): Hono {
  const app = new Hono()
  const pace = new Pace(votePace, house.paceFactor)
  app.post(routes.mood.pattern, (c) => voteAnswer(c, house, pace))
  app.get(routes.mood.pattern, (c) => ownVoteAnswer(c, house))
  return app
}

async function voteAnswer(c: Context, house: House, pace: Pace): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const form = await formFields(c)
  const mood = 'fields' in form ? moodFrom(form.fields.get('mood')) : undefined
  if (mood === undefined) {
    return problem(c, house, {
      status: 422,
      title: 'That is not one of the moods',
      wrong: 'A vote names one of the eight moods; nothing was counted.',
      remedy: 'Please choose one of them on the article’s page.',
      back: {
        href: `${routes.article.href({ slug: article.slug })}#moods`,
        name: 'Back to the story',
      },
    })
  }
  if (!pace.allows(addressOf(c, house), house.now())) {
    return problem(c, house, {
      status: 429,
      title: 'Too many votes at once',
      wrong: 'Many votes came from your network in a short time; yours was not counted.',
      remedy: 'Please wait a minute and vote again.',
      retryAfter: 60,
    })
  }
  const voter = voterIn(c, house)
  await vote(house.engine, article.id, voterOn(article.id, voter, house.secret), mood, house.now())
  house.pages.forget([`article:${article.id}`])
  return seeOther(house, routes.mood.href({ slug: article.slug }), voterCookie(voter, house))
}

/** The reader's own vote, among the others: for this reader alone, so no cache keeps it. */
async function ownVoteAnswer(c: Context, house: House): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const own = await voteOf(
    house.engine.db,
    article.id,
    voterOn(article.id, voterIn(c, house), house.secret),
  )
  if (own === undefined)
    return seeOther(house, `${routes.article.href({ slug: article.slug })}#moods`)
  const page = votePage({
    site: house.site,
    slug: article.slug,
    headline: article.headline,
    counts: await countsOn(house.engine.db, article.id),
    own,
    minimum: fewestShown,
    script: house.script,
  })
  return answerPrivate(house, 'plain', page)
}
