import type { Article } from '../../articles/articles.ts'
import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import { passages } from '../flags/flags.html.ts'
import type { FlagRow } from '../flags/flags.queries.ts'
import type { ModelDay } from '../models/requests.queries.ts'
import type { Summary } from '../summary.ts'

export interface Task {
  summary: Summary & { id: string }
  article: Article
}

export interface FlagTask {
  flag: FlagRow
  article: Article
  /** The sentence, where readers still see it. */
  sentence: Summary['sentences'][number] | undefined
}

/** An answer to a flag that was not taken, as it was typed. */
export interface RefusedAnswer {
  flagId: string
  answer: string
  correction: string
}

/** What waits for an editor, and how the machines are doing. */
export function overview(view: {
  site: Site
  waiting: Task[]
  unexamined: Task[]
  flags: FlagTask[]
  days: ModelDay[]
  model: string | undefined
  /** What an editor typed that could not be taken. */
  refused?: RefusedAnswer | undefined
}): Html {
  const { site, waiting, unexamined, flags } = view
  return html`<section><h2>Readers say that it is wrong (${flags.length})</h2>
      ${flags.length === 0 ? html`<p class="empty">Nothing waits.</p>` : flags.map((task) => flagTask(task, site, view.refused))}</section>
    <section><h2>Wait for an examination (${waiting.length})</h2>${taskList(waiting, site)}</section>
    <section><h2>Shown, and nobody has examined them</h2>${taskList(unexamined, site)}</section>
    <section><h2>The model</h2>${modelState(view.model, view.days, site)}</section>
    <p class="links">
      <a href="${routes.deskSummaryTry.href()}">Try the checker</a>
      <a href="${routes.deskSummaryPolicy.href()}">What may go out</a>
      <a href="${routes.deskSummaryRecordCsv.href()}">Record as CSV</a>
      <a href="${routes.deskSummaryRecordJson.href()}">Record as JSON</a>
      <a href="/summaries/register">Public register</a>
    </p>`
}

function taskList(tasks: Task[], site: Site): Html {
  if (tasks.length === 0) return html`<p class="empty">Nothing.</p>`
  return html`<ol class="rows">${tasks.map(
    ({ summary, article }) =>
      html`<li class="row" data-row="${summary.id}"><span class="what"><a href="${routes.deskSummary.href({ id: summary.id })}" dir="auto">${article.headline}</a> <small>revision ${summary.revision}, ${summary.method}</small></span> <span class="when">${time(summary.createdAt, site)}</span></li>`,
  )}</ol>`
}

function flagTask(
  { flag, article, sentence }: FlagTask,
  site: Site,
  refused?: RefusedAnswer,
): Html {
  const typed = refused?.flagId === flag.id ? refused : undefined
  return html`<form class="write" method="post" action="${routes.deskFlagAnswer.href({ id: flag.id })}">
    <p><b>${flag.text}</b></p>
    <p class="label">Sentence ${flag.sentence}, revision ${flag.revision}, ${time(flag.created_at, site)}, <a href="/articles/${article.slug}#summary">${article.headline}</a></p>
    ${flag.reason !== null && html`<p>The reader says: ${flag.reason}</p>`}
    ${sentence ? passages(article, sentence) : html`<p>Readers do not see this sentence any more.</p>`}
    <label for="answer-${flag.id}">Your answer; it is public</label>
    <textarea id="answer-${flag.id}" name="answer" rows="2" maxlength="300" required>
${typed?.answer}</textarea>
    <label for="correction-${flag.id}">What the sentence should say; empty takes it out</label>
    <textarea id="correction-${flag.id}" name="correction" rows="2" maxlength="400">
${typed?.correction}</textarea>
    <div><button name="verdict" value="upheld">It is wrong: take it out</button> <button name="verdict" value="stands">It stands</button></div>
  </form>`
}

function modelState(model: string | undefined, days: ModelDay[], site: Site): Html {
  if (model === undefined) return html`<p>None is configured; summaries are chosen sentences.</p>`
  const answer = days.find(({ last_answer_at }) => last_answer_at !== null)?.last_answer_at
  const failure = days.find(({ last_failure_at }) => last_failure_at !== null)
  return html`<p>${model}: ${answer ? html`last answer ${time(answer, site)}` : 'no answer yet'}${failure?.last_failure_at && html`, last failure ${time(failure.last_failure_at, site)} (${failure.last_failure})`}.</p>
    <table><tr><th>Day (UTC)</th><th>asked</th><th>failed</th><th>sentences</th><th>held back</th></tr>
    ${days.slice(0, 7).map((day) => html`<tr><td>${day.day}</td><td>${day.requests}</td><td>${day.failures}</td><td>${day.sentences}</td><td>${day.withheld}</td></tr>`)}</table>`
}
