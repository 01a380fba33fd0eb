import type { Context } from 'hono'
import { Hono } from 'hono'
import { openArticle } from '../../articles/articles.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { House } from '../../web/house.ts'
import { summaryFrom } from '../summaries.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'
import type { Task } from './desk.html.ts'
import type { Desk, Typed } from './desk-page.ts'
import { typedIn } from './desk-page.ts'
import type { Decision, Examined } from './examination.ts'
import { examine, reject } from './examination.ts'
import { examination } from './examining.html.ts'

/** A summary before an editor, sentence by sentence. */
export function examiningRoutes(desk: Desk): Hono {
  const app = new Hono()
  app.get(routes.deskSummary.pattern, (c) => examinationAnswer(c, desk))
  app.post(routes.deskExamination.pattern, (c) => verdictAnswer(c, desk))
  return app
}

/** What an editor can examine: a summary of the very revision that readers see. */
export async function taskOf(house: House, row: SummaryRow | undefined): Promise<Task | undefined> {
  if (!row || row.withdrawn_at !== null) return undefined
  const article = await openArticle(house.engine.db, row.article_id, house.now())
  if (article?.revision !== row.revision) return undefined
  return { article, summary: { ...summaryFrom(row), id: row.id } }
}

async function examinationAnswer(
  c: Context,
  { house, frame }: Desk,
  trouble?: string,
  typed?: Typed,
): Promise<Response> {
  const row = await queries.summaryById(house.engine.db, c.req.param('id') ?? '')
  const task = await taskOf(house, row)
  if (!row || !task) return notFound(c, house)
  const body = examination({
    task,
    withheld: await queries.withheldFrom(house.engine.db, row.id),
    typed,
  })
  return frame.draw(c, { title: 'Examine a summary', body, trouble }, trouble ? 422 : 200)
}

async function verdictAnswer(c: Context, desk: Desk): Promise<Response> {
  const { engine, now } = desk.house
  const field = await typedIn(c)
  if (!field) return notFound(c, desk.house)
  const editor = desk.frame.editor(c)
  const id = c.req.param('id') ?? ''
  if (field('verdict') === 'reject') {
    const reason = field('reason').trim()
    if (reason === '')
      return examinationAnswer(c, desk, 'Please say why it shall not go out.', field)
    await reject(engine, editor, id, reason, now())
    return seeOther(desk.house, routes.deskSummaries.href())
  }
  const row = await queries.summaryById(engine.db, id)
  const count = row ? summaryFrom(row).sentences.length : 0
  const decisions = Array.from({ length: count }, (_, i): Decision => {
    const text = field(`text-${i + 1}`)
    return field(`out-${i + 1}`) !== '' || text === '' ? { out: true } : { text }
  })
  const examined = await examine(engine, editor, id, decisions, now())
  if ('done' in examined) return seeOther(desk.house, routes.deskSummaries.href())
  return examinationAnswer(c, desk, troubleOf(examined), field)
}

function troubleOf(examined: Exclude<Examined, { done: true }>): string {
  switch (examined.refused) {
    case 'overtaken':
      return 'The article was edited meanwhile, so this summary is no longer its own.'
    case 'nothing-left':
      return 'No sentence is left. If none of it is right, refuse it with a reason.'
    case 'not-supported':
      return `Sentence ${examined.sentence} does not pass the check. ${examined.findings.join(' ')}`
  }
}
