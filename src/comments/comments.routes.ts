import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Article } from '../articles/articles.ts'
import { articleInAddress } from '../articles/articles.ts'
import { Pace, voterCookie, voterIn, voterOn } from '../readers/readers.ts'
import { routes } from '../routes.ts'
import {
  answerPrivate,
  answerPublic,
  drawnPage,
  notFound,
  problem,
  seeOther,
} from '../web/pages/answers.ts'
import { formFields } from '../web/form-fields.ts'
import { addressOf } from '../web/guarding/guards.ts'
import type { House } from '../web/house.ts'
import { commentPage } from './pages/comments.html.ts'
import type { Comment } from './comments.ts'
import { postComment, recommend, talkParameters, threadOf } from './comments.ts'
import type { Refused } from './screening.ts'

/** Comments that one network may send: a lively household, not a program. */
const commentPace = { burst: 8, perMinute: 4 }
const recommendationPace = { burst: 60, perMinute: 60 }

export interface CommentParts {
  /** The article's whole page, with the comment that was not taken still in its form. */
  drawRefused: (article: Article, error: string, values: CommentValues) => Promise<string>
}

interface CommentValues {
  name: string
  text: string
  parent?: string
}

export function commentRoutes(house: House, { drawRefused }: CommentParts): Hono {
  const app = new Hono()
  const comments = new Pace(commentPace, house.paceFactor)
  const recommendations = new Pace(recommendationPace, house.paceFactor)
  app.post(routes.comments.pattern, (c) => postAnswer(c, house, comments, drawRefused))
  app.get(routes.comments.pattern, (c) =>
    seeOther(house, `${routes.article.href({ slug: c.req.param('slug') })}#comments`),
  )
  app.get(routes.comment.pattern, (c) => commentAnswer(c, house))
  app.post(routes.recommendation.pattern, (c) => recommendationAnswer(c, house, recommendations))
  return app
}

async function postAnswer(
  c: Context,
  house: House,
  pace: Pace,
  drawRefused: CommentParts['drawRefused'],
): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const form = await formFields(c)
  if ('refused' in form) return formProblem(c, house, form.refused)
  const field = (name: string) => form.fields.get(name) ?? ''
  const values = {
    name: field('name'),
    text: field('text'),
    ...(field('parent') ? { parent: field('parent') } : {}),
  }
  const posting = pace.allows(addressOf(c, house), house.now())
    ? await postComment(
        house.engine,
        article.id,
        {
          name: values.name,
          text: values.text,
          trap: field('website'),
          ...(values.parent ? { parentId: values.parent } : {}),
        },
        house.now(),
      )
    : tooFast
  if ('refused' in posting) return refusedAnswer(house, article, posting, values, drawRefused)
  house.pages.forget([`article:${article.id}`, 'counts'])
  return seeOther(house, placeOf(c, house, article, posting.posted))
}

const tooFast: Refused = {
  refused: 'too-fast',
  words: 'That was many comments in a short time. Please wait a minute and send it again.',
}

/** A reply is shown in its thread; with scripts, the conversation comes back as it is read instead. */
function placeOf(
  c: Context,
  house: House,
  { slug }: Article,
  { id, threadId }: { id: string; threadId: string },
): string {
  const isSwap = c.req.header('x-requested-with') === 'swap'
  const page =
    id === threadId
      ? `${routes.article.href({ slug })}?sort=newest`
      : isSwap
        ? pageBefore(c, house, slug)
        : routes.comment.href({ slug, id: threadId })
  return `${page}#comment-${id}`
}

/** The page that the reader acted on: this story in the same order, or one comment of it. */
function pageBefore(c: Context, house: House, slug: string): string {
  const article = routes.article.href({ slug })
  const before = URL.parse(c.req.header('referer') ?? '')
  if (!before || !house.origins.includes(before.origin)) return article
  if (before.pathname.startsWith(`${article}/comments/`)) return before.pathname
  const kept = [...before.searchParams].filter(([name]) => talkParameters.includes(name))
  if (before.pathname !== article || kept.length === 0) return article
  return `${article}?${new URLSearchParams(kept).toString()}`
}

async function refusedAnswer(
  house: House,
  article: Article,
  { refused, words }: Refused,
  values: CommentValues,
  drawRefused: CommentParts['drawRefused'],
): Promise<Response> {
  const status = refused === 'too-fast' ? 429 : 422
  const found = values.parent
    ? await threadOf(house.engine.db, article.id, values.parent)
    : undefined
  const body = found
    ? commentMarkup(house, article, found, { error: words, values })
    : await drawRefused(article, words, values)
  const answer = answerPrivate(house, found ? 'plain' : 'article', body, status)
  if (status === 429) answer.headers.set('retry-after', '60')
  return answer
}

async function commentAnswer(c: Context, house: House): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const id = c.req.param('id') ?? ''
  if (!(await threadOf(house.engine.db, article.id, id))) return notFound(c, house)
  return answerPublic(c, house, async () => {
    const found = await threadOf(house.engine.db, article.id, id)
    const topics = [`article:${article.id}`]
    return found
      ? drawnPage(house, 'plain', commentMarkup(house, article, found), topics)
      : drawnPage(house, 'plain', '', topics, 404)
  })
}

function commentMarkup(
  house: House,
  article: Article,
  { thread, comment }: { thread: Comment; comment: Comment },
  trouble: { error?: string; values?: CommentValues } = {},
): string {
  return commentPage({
    site: house.site,
    article,
    comment,
    parent: parentIn(thread, comment.parentId),
    open: true,
    script: house.script,
    ...trouble,
  })
}

async function recommendationAnswer(c: Context, house: House, pace: Pace): Promise<Response> {
  const article = await articleInAddress(c, house)
  if (article instanceof Response) return article
  const id = c.req.param('id') ?? ''
  if (!(await threadOf(house.engine.db, article.id, id))) return notFound(c, house)
  if (!pace.allows(addressOf(c, house), house.now())) {
    return problem(c, house, {
      status: 429,
      title: 'Too many at once',
      wrong: 'Many recommendations came from your network in a short time.',
      remedy: 'Please wait a minute and try again.',
      retryAfter: 60,
    })
  }
  const voter = voterIn(c, house)
  const changed = await recommend(
    house.engine,
    article.id,
    id,
    voterOn(article.id, voter, house.secret),
    house.now(),
  )
  if (changed) house.pages.forget([`article:${article.id}`])
  const address = `${pageBefore(c, house, article.slug)}#comment-${id}`
  return seeOther(house, address, changed ? voterCookie(voter, house) : undefined)
}

function formProblem(c: Context, house: House, refused: 'too-large' | 'not-a-form'): Response {
  return refused === 'too-large'
    ? problem(c, house, {
        status: 413,
        title: 'That is too long',
        wrong: 'What was sent is larger than any comment may be.',
        remedy: 'Please shorten it and send it again.',
      })
    : problem(c, house, {
        status: 415,
        title: 'That is not a form',
        wrong: 'A comment comes as an ordinary web form.',
        remedy: 'Please use the form under the article.',
      })
}

function parentIn(thread: Comment, id: string | undefined): Comment | undefined {
  if (id === undefined) return undefined
  if (thread.id === id) return thread
  for (const reply of thread.replies) {
    const found = parentIn(reply, id)
    if (found) return found
  }
  return undefined
}
