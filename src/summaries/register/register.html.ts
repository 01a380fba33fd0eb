import { html, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Entry, Figures, ModelState, Register } from './register.ts'
import { fewestForShare } from './register.ts'

export function registerPage({ site, register }: { site: Site; register: Register }): string {
  const { entries, figures, model } = register
  return page({
    site,
    look: 'plain',
    title: 'Register of machine summaries',
    description: 'Every machine summary that was withdrawn or corrected here, when and why.',
    canonical: '/summaries/register',
    body: html`<div class="plain">
      <p class="kicker">Machine summaries</p>
      <h1>What was wrong</h1>
      <p class="deck">${rate(figures)}</p>
      <p>
        Counted are different sentences that readers were shown, ${figures.sentences.extract} chosen
        from articles and ${figures.sentences.model} written by a model, and those of them that a
        reader reported and an editor found wrong. Errors that nobody reported are not in it.
        ${figures.flags} reports came in; ${figures.answered} are answered.
      </p>
      ${model && watch(model, site)}
      <section>
        <h2>Withdrawn and corrected</h2>
        ${entries.length === 0 ? html`<p>Nothing yet.</p>` : html`<ol class="register">${entries.map((entry) => line(entry, site))}</ol>`}
      </section>
      <p class="links">
        <a href="/summaries/register.csv">As CSV</a> <a href="/summaries/register.json">As JSON</a>
      </p>
    </div>`,
  })
}

/** The error rate in words that do not say more than the numbers do. */
function rate({ wrongSentences, sentences, share }: Figures): string {
  const n = sentences.extract + sentences.model
  if (!share) {
    return `${wrongSentences} of ${n} sentences were found wrong after a reader’s report. That is too few to call it a rate: one is given from ${fewestForShare} sentences on.`
  }
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`
  return `${percent(share.value)} of the sentences shown were found wrong after a reader’s report: ${wrongSentences} of ${n}. Chance alone could make it ${percent(share.low)} to ${percent(share.high)}.`
}

function watch(model: ModelState, site: Site): Html {
  const { lastAnswerAt, lastFailureAt, requests, failures, sentences, withheld } = model
  return html`<p class="label">
    The model: ${lastAnswerAt ? html`last answer ${time(lastAnswerAt, site)}` : 'no answer yet'}${lastFailureAt && html`, last failure ${time(lastFailureAt, site)}`}.
    On its last 30 days it was asked ${requests} times and failed ${failures} times; ${withheld} of the
    ${sentences} sentences it wrote were held back by the checks.
  </p>`
}

const deeds = { withdrawn: 'Withdrawn', corrected: 'Corrected', stands: 'Stands' }

function line({ at, what, words, method, revision, article }: Entry, site: Site): Html {
  const maker = method === 'extract' ? 'chosen sentences' : method
  return html`<li>
    <p><b>${deeds[what]}</b> ${time(at, site)}. ${words}</p>
    <p class="label">
      ${article ? html`<a href="/articles/${article.slug}">${article.headline}</a>` : 'A story that is no longer public'},
      revision ${revision}, ${maker}
    </p>
  </li>`
}
