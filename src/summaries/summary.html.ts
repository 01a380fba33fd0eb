import type { Article } from '../articles/articles.ts'
import { routes } from '../routes.ts'
import { html, type Html } from '../web/html/html.ts'
import type { Site } from '../web/site.ts'
import { time } from '../web/html/time.html.ts'
import type { SummaryView } from './summaries.ts'
import type { Summary, SummarySentence } from './summary.ts'

export interface SummaryBox extends Partial<SummaryView> {
  article: Pick<Article, 'slug' | 'revision'>
  state: SummaryView['state']
  site: Site
  /** This is the page of a reader who wants no machine summaries. */
  isHidden?: boolean
}

/** The box above the text: the summary with its label, or why there is none. */
export function summaryBox(box: SummaryBox): Html {
  const { article, summary, state } = box
  if (box.isHidden) return hidden(article.slug)
  if (state === 'shown' && summary?.revision === article.revision) return shown(box, summary)
  return others[state](box)
}

const others: Record<SummaryView['state'], (box: SummaryBox) => Html> = {
  // The summary of another revision counts as none.
  shown: ({ article }) => request(article.slug),
  none: ({ article, mayAsk }) => request(article.slug, mayAsk),
  'made-now': ({ article }) =>
    line(
      html`A machine summary is being made. <a href="/articles/${article.slug}#summary">Look again</a>`,
    ),
  waits: () => line(html`A machine summary waits for an editor’s examination.`),
  brief: () =>
    line(html`This article is short enough to read whole, so it has no machine summary.`),
  off: ({ reason }) => line(html`No machine summary is made of this story. ${reason}`),
}

function shown({ article, site, isOpen = true, ...box }: SummaryBox, summary: Summary): Html {
  const { slug } = article
  return html`<section class="summary" id="summary" aria-labelledby="summary-h">
    <details${isOpen && html` open`}>
      <summary><h2 id="summary-h">Machine summary</h2></summary>
      <ol>
        ${summary.sentences.map((each, i) => sentence(each, i + 1, slug))}
      </ol>
      <p class="label">
        ${howMade(summary)} It rests on revision ${summary.revision} of this article and was
        made ${time(summary.createdAt, site)}. ${examined(summary, site)}
        <a href="/summaries/register">Register of corrections</a>
      </p>
      ${box.isBeingWritten && html`<p class="label">A model writes another one. <a href="/articles/${slug}#summary">Look again</a></p>`}
      ${box.mayAsk && html`<form method="post" action="/articles/${slug}/summary"><button>Ask for one in a machine’s words</button></form>`}
      <form method="post" action="/articles/${slug}/summary/hiding"><button>Hide machine summaries</button></form>
    </details>
  </section>`
}

function sentence({ text, evidence }: SummarySentence, number: number, slug: string): Html {
  const [first, ...others] = [...new Set(evidence.map(({ paragraph }) => paragraph))]
  const flag = html` <a class="ref soft" href="/articles/${slug}/summary/flags?sentence=${number}">This sentence is wrong</a>`
  if (first === undefined) return html`<li>${text}${flag}</li>`
  const further = others.map(
    (paragraph) => html` <a class="ref" href="#p${paragraph}">Paragraph ${paragraph}</a>`,
  )
  return html`<li><a href="#p${first}">${text} <span class="ref">Paragraph ${first}</span></a>${further}${flag}</li>
`
}

/** Says in words how a summary was made; also for those who examine it. */
export function howMade({ method, sentences }: Pick<Summary, 'method' | 'sentences'>): string {
  const shortened = sentences.filter((each) => each.shortened).length
  const changed =
    shortened === 0 ? ', word for word' : `; ${shortened} of ${sentences.length} shortened`
  return method === 'extract'
    ? `Sentences chosen from the article by machine${changed}.`
    : `Written by machine (${method}); each sentence was checked by machine against the passage that it opens.`
}

function examined({ examiner, examinedAt }: Summary, site: Site): Html {
  if (examinedAt === undefined) return html`<b>Nobody has checked it yet.</b>`
  return html`Checked by ${examiner ?? 'an editor'}, ${time(examinedAt, site)}.`
}

function line(text: Html): Html {
  return html`<section class="summary" id="summary" aria-label="Machine summary">
    <p class="label">${text}</p>
  </section>`
}

function request(slug: string, byModel = false): Html {
  return html`<section class="summary" id="summary" aria-label="Machine summary">
    <form method="post" action="/articles/${slug}/summary" data-swap="#summary">
      <button>Summarize this article</button>
      <p class="label">
        ${
          byModel
            ? 'A machine writes it; each sentence is checked against the article and opens its paragraph.'
            : 'A machine chooses sentences from the article, and each opens its paragraph.'
        }
      </p>
    </form>
  </section>`
}

function hidden(slug: string): Html {
  return html`<section class="summary" id="summary" aria-label="Machine summary">
    <form method="post" action="${routes.summaryHiding.href({ slug })}">
      <p class="label">This browser hides machine summaries.</p>
      <button name="show" value="1">Show them again</button>
    </form>
  </section>`
}
