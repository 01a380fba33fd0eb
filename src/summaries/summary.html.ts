import type { Article } from '../articles/articles.ts'
import { html, type Html } from '../web/html.ts'
import type { Site } from '../web/site.ts'
import { time } from '../web/time.html.ts'
import type { Summary, SummarySentence } from './summary.ts'

/**
 * `shown`: there is one. `none`: a reader may ask for one. `brief`: the article is no longer than
 * its summary would be. `off`: this story gets none, because of its kind or its licence.
 */
export type SummaryState = 'shown' | 'none' | 'brief' | 'off'

export interface SummaryBox {
  article: Pick<Article, 'slug' | 'revision'>
  summary?: Summary | undefined
  state: SummaryState
  site: Site
}

export function summaryBox({ article, summary, state, site }: SummaryBox): Html {
  const current = summary?.revision === article.revision
  if (state === 'shown' && summary && current) return shown(summary, site)
  if (state === 'brief')
    return line('This article is short enough to read whole, so it has no machine summary.')
  if (state === 'off') return line('No machine summary is made of this story.')
  return request(article.slug)
}

function shown(summary: Summary, site: Site): Html {
  return html`<section class="summary" id="summary" aria-labelledby="summary-h">
    <details open>
      <summary><h2 id="summary-h">Machine summary</h2></summary>
      <ol>
        ${summary.sentences.map(sentence)}
      </ol>
      <p class="label">
        ${howMade(summary.method)} It rests on revision ${summary.revision} of this article and was
        made ${time(summary.createdAt, site)}. ${examined(summary, site)}
      </p>
    </details>
  </section>`
}

function sentence({ text, evidence }: SummarySentence): Html {
  const [first, ...others] = [...new Set(evidence.map(({ paragraph }) => paragraph))]
  if (first === undefined) return html`<li>${text}</li>`
  const further = others.map(
    (paragraph) => html` <a class="ref" href="#p${paragraph}">Paragraph ${paragraph}</a>`,
  )
  return html`<li><a href="#p${first}">${text} <span class="ref">Paragraph ${first}</span></a>${further}</li>
`
}

function howMade(method: string): string {
  return method === 'extract'
    ? 'Chosen from the article by machine: sentences 1:1 from the text.'
    : `Written by machine (${method}); each sentence was checked by machine against the passage that it opens.`
}

function examined({ examiner, examinedAt }: Summary, site: Site): Html {
  if (examinedAt === undefined) return html`<b>Nobody has checked it yet.</b>`
  return html`Checked by ${examiner ?? 'an editor'}, ${time(examinedAt, site)}.`
}

function line(text: string): Html {
  return html`<section class="summary" id="summary" aria-label="Machine summary">
    <p class="label">${text}</p>
  </section>`
}

function request(slug: string): Html {
  return html`<section class="summary" id="summary" aria-label="Machine summary">
    <form method="post" action="/articles/${slug}/summary" data-swap="#summary">
      <button>Summarize this article</button>
      <p class="label">
        A machine chooses sentences from the article, 1:1, and each opens its paragraph.
      </p>
    </form>
  </section>`
}
