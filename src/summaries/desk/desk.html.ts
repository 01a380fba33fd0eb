import type { Article } from '../../articles/articles.ts'
import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/time.html.ts'
import { passages } from '../flags/flags.html.ts'
import type { FlagRow } from '../flags/flags.queries.ts'
import type { ModelDay } from '../models/requests.queries.ts'
import type { SummaryCheck } from '../summaries-tools.ts'
import { howMade } from '../summary.html.ts'
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

/** What waits for an editor, and how the machines are doing. */
export function overview(view: {
  site: Site
  waiting: Task[]
  unexamined: Task[]
  flags: FlagTask[]
  days: ModelDay[]
  model: string | undefined
  asksName: boolean
}): Html {
  const { site, waiting, unexamined, flags } = view
  return html`<section><h2>Readers say that it is wrong (${flags.length})</h2>
      ${flags.length === 0 ? html`<p>Nothing waits.</p>` : flags.map((task) => flagTask(task, site, view.asksName))}</section>
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
  if (tasks.length === 0) return html`<p>Nothing.</p>`
  return html`<ul>${tasks.map(
    ({ summary, article }) =>
      html`<li><a href="${routes.deskSummary.href({ id: summary.id })}">${article.headline}</a>, revision ${summary.revision}, ${summary.method}, ${time(summary.createdAt, site)}</li>`,
  )}</ul>`
}

function flagTask({ flag, article, sentence }: FlagTask, site: Site, asksName: boolean): Html {
  return html`<form class="write" method="post" action="${routes.deskFlagAnswer.href({ id: flag.id })}">
    <p><b>${flag.text}</b></p>
    <p class="label">Sentence ${flag.sentence}, revision ${flag.revision}, ${time(flag.created_at, site)}, <a href="/articles/${article.slug}#summary">${article.headline}</a></p>
    ${flag.reason !== null && html`<p>The reader says: ${flag.reason}</p>`}
    ${sentence ? passages(article, sentence) : html`<p>Readers do not see this sentence any more.</p>`}
    <label for="answer-${flag.id}">Your answer; it is public</label>
    <textarea id="answer-${flag.id}" name="answer" rows="2" maxlength="300" required></textarea>
    <label for="correction-${flag.id}">What the sentence should say; empty takes it out</label>
    <textarea id="correction-${flag.id}" name="correction" rows="2" maxlength="400"></textarea>
    ${asksName && nameField(flag.id)}
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

/** One summary, sentence by sentence, with the passage beside each. */
export function examination(view: {
  task: Task
  withheld: { text: string; findings: string[] }[]
  asksName: boolean
}): Html {
  const { summary, article } = view.task
  const action = routes.deskExamination.href({ id: summary.id })
  return html`<p class="deck"><a href="/articles/${article.slug}">${article.headline}</a></p>
    <p>${howMade(summary)} Revision ${summary.revision}. ${summary.examiner && `Examined by ${summary.examiner}.`}</p>
    <form class="write" method="post" action="${action}">
      ${summary.sentences.map(
        (sentence, i) => html`<section>
          <label for="text-${i + 1}">Sentence ${i + 1}${sentence.since !== undefined && `, from revision ${sentence.since}`}</label>
          <textarea id="text-${i + 1}" name="text-${i + 1}" rows="3" maxlength="400">${sentence.text}</textarea>
          ${passages(article, sentence)}
          <p><label><input type="checkbox" name="out-${i + 1}" value="1"> Take it out</label></p>
        </section>`,
      )}
      <label for="reason">Why, where it shall not go out; public once readers saw it</label>
      <textarea id="reason" name="reason" rows="2" maxlength="300"></textarea>
      ${view.asksName && nameField('examiner')}
      <div><button name="verdict" value="accept">I have examined it: it may go out</button> <button name="verdict" value="reject">It shall not go out</button></div>
    </form>
    ${view.withheld.length > 0 && held(view.withheld)}`
}

function held(withheld: { text: string; findings: string[] }[]): Html {
  return html`<section><h2>Held back by the checks</h2><ul>${withheld.map(
    ({ text, findings }) => html`<li>${text}<br>${findings.join(' ')}</li>`,
  )}</ul></section>`
}

function nameField(id: string): Html {
  return html`<p><label for="name-${id}">Your name, for the record</label> <input id="name-${id}" name="name" maxlength="80" required></p>`
}

/** Paste an article and a summary, see what the checker says of each sentence. */
export function tryForm(typed: { article: string; summary: string }, result?: SummaryCheck): Html {
  return html`${result && findings(result)}
    <form class="write" method="post" action="${routes.deskSummaryTry.href()}">
      <label for="article">Article; the first line is its headline, paragraphs are parted by blank lines</label>
      <textarea id="article" name="article" rows="12" required>
${typed.article}</textarea>
      <label for="summary">Summary</label>
      <textarea id="summary" name="summary" rows="4" required>
${typed.summary}</textarea>
      <div><button>Check</button></div>
    </form>`
}

const verdicts = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'cannot-check': 'Cannot be checked',
}

function findings({ verdict, sentences }: SummaryCheck): Html {
  return html`<section><h2>${verdicts[verdict]}</h2><ol>${sentences.map(
    ({ text, verdict, score, evidence, findings }) =>
      html`<li><p>${text}</p><p><b>${verdicts[verdict]}</b>, ${score.toFixed(2)}. ${evidence.map(({ paragraph }) => `Paragraph ${paragraph}. `)}${findings.join(' ')}</p></li>`,
  )}</ol></section>`
}

export function policyForm(json: string, asksName: boolean): Html {
  return html`<form class="write" method="post" action="${routes.deskSummaryPolicy.href()}">
    <label for="policy">What may go out, as JSON; what is left out has its usual value</label>
    <textarea id="policy" name="policy" rows="24" spellcheck="false">
${json}</textarea>
    ${asksName && nameField('policy')}
    <div><button>Keep</button></div>
  </form>`
}
