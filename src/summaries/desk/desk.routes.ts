import type { Context } from 'hono'
import { Hono } from 'hono'
import { openArticle } from '../../articles/articles.ts'
import { noteChange } from '../../database/database.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { formFields } from '../../web/form-fields.ts'
import { html } from '../../web/html.ts'
import type { House } from '../../web/house.ts'
import { answerFlag } from '../flags/flags.ts'
import { flagById, openFlags } from '../flags/flags.queries.ts'
import { modelDays } from '../models/requests.queries.ts'
import { keepPolicy, policyIn } from '../policy/policy.ts'
import { recordCsv, recordOf } from '../register/record-export.ts'
import { summaryFrom } from '../summaries.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'
import { check } from '../summaries-tools.ts'
import type { DeskFrame } from './desk-page.ts'
import type { FlagTask, Task } from './desk.html.ts'
import { examination, overview, policyForm, tryForm } from './desk.html.ts'
import type { Decision, Examined } from './examination.ts'
import { examine, reject, written } from './examination.ts'

/** How many of each kind one page lists. */
const listed = 50

/** Summaries at the desk. Whoever mounts it puts a guard before it: nothing here asks who comes. */
export function summaryDeskRoutes(house: House, frame: DeskFrame): Hono {
  const app = new Hono()
  const desk: Desk = { house, frame }
  app.get(routes.deskSummaries.pattern, (c) => overviewAnswer(c, desk))
  app.get(routes.deskSummary.pattern, (c) => examinationAnswer(c, desk))
  app.post(routes.deskExamination.pattern, (c) => verdictAnswer(c, desk))
  app.post(routes.deskFlagAnswer.pattern, (c) => flagVerdictAnswer(c, desk))
  app.get(routes.deskSummaryTry.pattern, (c) => tryAnswer(c, desk))
  app.post(routes.deskSummaryTry.pattern, (c) => tryAnswer(c, desk))
  app.get(routes.deskSummaryPolicy.pattern, (c) => policyAnswer(c, desk))
  app.post(routes.deskSummaryPolicy.pattern, (c) => keepPolicyAnswer(c, desk))
  app.get(routes.deskSummaryRecordCsv.pattern, async () =>
    file('text/csv; charset=utf-8', recordCsv(await recordOf(house.engine.db))),
  )
  app.get(routes.deskSummaryRecordJson.pattern, async () =>
    file('application/json; charset=utf-8', JSON.stringify(await recordOf(house.engine.db))),
  )
  return app
}

interface Desk {
  house: House
  frame: DeskFrame
}

async function overviewAnswer(c: Context, { house, frame }: Desk): Promise<Response> {
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
    asksName: frame.editor(c) === undefined,
  })
  return frame.draw(c, { title: 'Machine summaries', body })
}

/** Those whose story readers can see in this very revision. */
async function tasksOf(house: House, rows: readonly SummaryRow[]): Promise<Task[]> {
  const tasks = await Promise.all(rows.map((row) => taskOf(house, row)))
  return tasks.filter((task) => task !== undefined)
}

async function taskOf(house: House, row: SummaryRow | undefined): Promise<Task | undefined> {
  if (!row || row.withdrawn_at !== null) return undefined
  const article = await openArticle(house.engine.db, row.article_id, house.now())
  if (article?.revision !== row.revision) return undefined
  return { article, summary: { ...summaryFrom(row), id: row.id } }
}

async function examinationAnswer(
  c: Context,
  { house, frame }: Desk,
  trouble?: string,
): Promise<Response> {
  const row = await queries.summaryById(house.engine.db, c.req.param('id') ?? '')
  const task = await taskOf(house, row)
  if (!row || !task) return notFound(c, house)
  const body = examination({
    task,
    withheld: await queries.withheldFrom(house.engine.db, row.id),
    asksName: frame.editor(c) === undefined,
  })
  return frame.draw(c, { title: 'Examine a summary', body, trouble }, trouble ? 422 : 200)
}

async function verdictAnswer(c: Context, desk: Desk): Promise<Response> {
  const { engine, now } = desk.house
  const field = await fieldsOf(c)
  const editor = nameOf(c, desk, field)
  const id = c.req.param('id') ?? ''
  if (editor === '') return examinationAnswer(c, desk, 'The record needs your name.')
  if (field('verdict') === 'reject') {
    const reason = field('reason').trim()
    if (reason === '') return examinationAnswer(c, desk, 'Please say why it shall not go out.')
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
  return examinationAnswer(c, desk, troubleOf(examined))
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

async function flagVerdictAnswer(c: Context, desk: Desk): Promise<Response> {
  const { house, frame } = desk
  const field = await fieldsOf(c)
  const flag = await flagById(house.engine.db, c.req.param('id') ?? '')
  if (!flag) return notFound(c, house)
  const editor = nameOf(c, desk, field)
  const [verdict, answer] = [field('verdict'), field('answer').trim().slice(0, 300)]
  if (editor === '' || answer === '' || !['upheld', 'stands'].includes(verdict)) {
    const trouble = 'An answer has a verdict, words for readers and a name. Nothing was changed.'
    return frame.draw(c, { title: 'Not answered', body: html``, trouble }, 422)
  }
  const article = await openArticle(house.engine.db, flag.article_id, house.now())
  const wish = field('correction').trim()
  const correction =
    wish === '' || !article
      ? undefined
      : written(editor, { text: flag.text, evidence: [] }, wish, article)
  if (correction && 'findings' in correction) {
    const trouble = `The new sentence does not pass the check. ${correction.findings.join(' ')}`
    return frame.draw(c, { title: 'Not answered', body: html``, trouble }, 422)
  }
  await house.engine.write((tx) =>
    answerFlag(tx, editor, flag, { upheld: verdict === 'upheld', answer, correction }, house.now()),
  )
  return seeOther(house, routes.deskSummaries.href())
}

async function tryAnswer(c: Context, { frame }: Desk): Promise<Response> {
  const field = await fieldsOf(c)
  const typed = { article: field('article'), summary: field('summary') }
  const [headline = '', ...lines] = typed.article.replace(/\r\n?/g, '\n').split('\n')
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean)
  const result = typed.article === '' ? undefined : check({ headline, paragraphs }, typed.summary)
  return frame.draw(c, { title: 'Try the checker', body: tryForm(typed, result) })
}

async function policyAnswer(c: Context, { house, frame }: Desk): Promise<Response> {
  const json = JSON.stringify(await policyIn(house.engine.db), null, 2)
  const body = policyForm(json, false)
  return frame.draw(c, { title: 'What may go out', body })
}

async function keepPolicyAnswer(c: Context, { house, frame }: Desk): Promise<Response> {
  const text = (await fieldsOf(c))('policy')
  try {
    const value: unknown = JSON.parse(text)
    await house.engine.write(async (tx) => {
      await keepPolicy(tx, value)
      await noteChange(tx, ['lists', 'register'], house.now())
    })
  } catch {
    const page = { title: 'What may go out', body: policyForm(text, false) }
    return frame.draw(c, { ...page, trouble: 'This is no policy; the one before stays.' }, 422)
  }
  // Every article's page may say something else now, and other nodes draw anew within a moment.
  house.pages.forgetAll()
  return seeOther(house, routes.deskSummaryPolicy.href())
}

async function fieldsOf(c: Context): Promise<(name: string) => string> {
  if (c.req.method !== 'POST') return () => ''
  const form = await formFields(c)
  return (name) => ('fields' in form ? (form.fields.get(name) ?? '') : '')
}

function nameOf(c: Context, { frame }: Desk, field: (name: string) => string): string {
  return frame.editor(c) ?? field('name').trim().slice(0, 80)
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
