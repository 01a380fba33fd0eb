import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'
import { passages } from '../flags/flags.html.ts'
import { howMade } from '../summary.html.ts'
import type { Task } from './desk.html.ts'
import type { Typed } from './desk-page.ts'

/** One summary, sentence by sentence, with the passage beside each. */
export function examination(view: {
  task: Task
  withheld: { text: string; findings: string[] }[]
  /** What an editor typed that could not be taken. */
  typed?: Typed | undefined
}): Html {
  const { typed } = view
  const { summary, article } = view.task
  const action = routes.deskExamination.href({ id: summary.id })
  return html`<p class="deck"><a href="/articles/${article.slug}">${article.headline}</a></p>
    <p>${howMade(summary)} Revision ${summary.revision}. ${summary.examiner && `Examined by ${summary.examiner}.`}</p>
    <form class="write" method="post" action="${action}">
      ${summary.sentences.map(
        (sentence, i) => html`<section>
          <label for="text-${i + 1}">Sentence ${i + 1}${sentence.since !== undefined && `, from revision ${sentence.since}`}</label>
          <textarea id="text-${i + 1}" name="text-${i + 1}" rows="3" maxlength="400">
${typed?.(`text-${i + 1}`) ?? sentence.text}</textarea>
          ${passages(article, sentence)}
          <p><label><input type="checkbox" name="out-${i + 1}" value="1"${typed?.(`out-${i + 1}`) && html` checked`}> Take it out</label></p>
        </section>`,
      )}
      <label for="reason">Why, where it shall not go out; public once readers saw it</label>
      <textarea id="reason" name="reason" rows="2" maxlength="300">
${typed?.('reason')}</textarea>
      <div><button name="verdict" value="accept">I have examined it: it may go out</button> <button name="verdict" value="reject">It shall not go out</button></div>
    </form>
    ${view.withheld.length > 0 && held(view.withheld)}`
}

function held(withheld: { text: string; findings: string[] }[]): Html {
  return html`<section><h2>Held back by the checks</h2><ul>${withheld.map(
    ({ text, findings }) => html`<li>${text}<br>${findings.join(' ')}</li>`,
  )}</ul></section>`
}
