import type { Context } from 'hono'
import { Hono } from 'hono'
import { openArticle } from '../../articles/articles.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { House } from '../../web/house.ts'
import { articleFromText } from '../commands/plain-article.ts'
import { answerFlag } from '../flags/flags.ts'
import { flagById, openFlags } from '../flags/flags.queries.ts'
import { modelDays } from '../models/requests.queries.ts'
import { recordCsv, recordOf } from '../register/record-export.ts'
import { summaryFrom } from '../summaries.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'
import { check } from '../summaries-tools.ts'
import type { Desk, DeskFrame } from './desk-page.ts'
import { typedIn } from './desk-page.ts'
import type { FlagTask, RefusedAnswer, Task } from './desk.html.ts'
import { overview } from './desk.html.ts'
import { written } from './examination.ts'
import { examiningRoutes, taskOf } from './examining.routes.ts'
import { policyRoutes } from './policy.routes.ts'
import { example } from './trying-example.ts'
import { tryForm } from './trying.html.ts'

/** How many of each kind one page lists. */
const listed = 50
/** Of what readers are told about a sentence that one of them called wrong, in characters. */
const longestAnswer = 300

/** Summaries at the desk. Whoever mounts it puts a guard before it: nothing here asks who comes. */
export function summaryDeskRoutes(house: House, frame: DeskFrame): Hono {
  const app = new Hono()
  const desk: Desk = { house, frame }
  app.get(routes.deskSummaries.pattern, (c) => overviewAnswer(c, desk))
  app.post(routes.deskFlagAnswer.pattern, (c) => flagVerdictAnswer(c, desk))
  app.get(routes.deskSummaryTry.pattern, (c) => tryAnswer(c, desk))
  app.post(routes.deskSummaryTry.pattern, (c) => tryAnswer(c, desk))
  app.get(routes.deskSummaryRecordCsv.pattern, async () =>
    file('text/csv; charset=utf-8', recordCsv(await recordOf(house.engine.db))),
  )
  app.get(routes.deskSummaryRecordJson.pattern, async () =>
    file('application/json; charset=utf-8', JSON.stringify(await recordOf(house.engine.db))),
  )
  app.route('/', policyRoutes(desk))
  app.route('/', examiningRoutes(desk))
  return app
}

async function overviewAnswer(
  c: Context,
  { house, frame }: Desk,
  trouble?: string,
  refused?: RefusedAnswer,
): Promise<Response> {
  const { db } = house.engine
  const [waiting, unexamined, flags, days] = await Promise.all([
    queries.unexaminedRows(db, listed),
    queries.shownUnexaminedRows(db, listed),
    openFlags(db, listed),
    modelDays(db, 30),
  ])
  const flagTasks = await Promise.all(
    flags.map(async (flag): Promise<FlagTask[]> => {
      const article = await openArticle(db, flag.article_id, house.now())
      if (!article) return []
      const row = await queries.shownRow(db, article.id, article.revision)
      const sentences = row ? summaryFrom(row).sentences : []
      return [{ flag, article, sentence: sentences.find(({ text }) => text === flag.text) }]
    }),
  )
  const body = overview({
    site: house.site,
    waiting: await tasksOf(house, waiting),
    unexamined: await tasksOf(house, unexamined),
    flags: flagTasks.flat(),
    days,
    model: house.model,
    refused,
  })
  const page = { title: 'Machine summaries', body, trouble }
  return frame.draw(c, page, trouble === undefined ? 200 : 422)
}

/** Those whose story readers can see in this very revision. */
async function tasksOf(house: House, rows: readonly SummaryRow[]): Promise<Task[]> {
  const tasks = await Promise.all(rows.map((row) => taskOf(house, row)))
  return tasks.filter((task) => task !== undefined)
}

async function flagVerdictAnswer(c: Context, desk: Desk): Promise<Response> {
  const { house, frame } = desk
  const typed = await typedIn(c)
  const flag = await flagById(house.engine.db, c.req.param('id') ?? '')
  if (!typed || !flag) return notFound(c, house)
  const verdict = typed('verdict')
  const [answer, wish] = [typed('answer').trim(), typed('correction').trim()]
  const refuse = (trouble: string) =>
    overviewAnswer(c, desk, trouble, { flagId: flag.id, answer, correction: wish })
  if (answer === '' || answer.length > longestAnswer || !['upheld', 'stands'].includes(verdict))
    return refuse(
      `An answer has a verdict and at most ${longestAnswer} characters for readers. Nothing was changed.`,
    )
  const editor = frame.editor(c)
  const article = await openArticle(house.engine.db, flag.article_id, house.now())
  const correction =
    wish === '' || !article
      ? undefined
      : written(editor, { text: flag.text, evidence: [] }, wish, article)
  if (correction && 'findings' in correction)
    return refuse(`The new sentence does not pass the check. ${correction.findings.join(' ')}`)
  await house.engine.write((tx) =>
    answerFlag(tx, editor, flag, { upheld: verdict === 'upheld', answer, correction }, house.now()),
  )
  return seeOther(house, routes.deskSummaries.href())
}

async function tryAnswer(c: Context, { frame }: Desk): Promise<Response> {
  const field = c.req.method === 'POST' ? await typedIn(c) : undefined
  const typed =
    c.req.query('example') === undefined
      ? { article: field?.('article') ?? '', summary: field?.('summary') ?? '' }
      : example
  if (typed.article.trim() === '')
    return frame.draw(c, { title: 'Try the checker', body: tryForm(typed) })
  const read = articleFromText(typed.article)
  const trial = { read, result: check(read, typed.summary) }
  return frame.draw(c, { title: 'Try the checker', body: tryForm(typed, trial) })
}

function file(type: string, body: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment',
    },
  })
}
