import type { Article } from '../../articles/articles.ts'
import { paragraphsOf } from '../../articles/articles.ts'
import { html, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { FlagRow } from './flags.queries.ts'
import { longestReason } from './flags.ts'
import type { Summary, SummarySentence } from '../summary.ts'

/** The form for "this sentence is wrong", with the passage that the sentence rests on. */
export function flagPage(view: {
  site: Site
  article: Article
  summary: Summary
  number: number
  sentence: SummarySentence
}): string {
  const { site, article, summary, number, sentence } = view
  return page({
    site,
    look: 'plain',
    title: 'Is this sentence wrong?',
    head: html`<meta name="robots" content="noindex">`,
    body: html`<div class="plain">
      <p class="kicker"><a href="/articles/${article.slug}#summary">${article.headline}</a></p>
      <h1>Is this sentence wrong?</h1>
      <p class="deck">${sentence.text}</p>
      <h2>What the article says there</h2>
      ${passages(article, sentence)}
      <form class="write" method="post" action="/articles/${article.slug}/summary/flags">
        <input type="hidden" name="summary" value="${summary.id}">
        <input type="hidden" name="sentence" value="${number}">
        <label for="reason">What is wrong with it? You may leave this empty.</label>
        <textarea id="reason" name="reason" rows="3" maxlength="${longestReason}"></textarea>
        <div><button>This sentence is wrong</button></div>
      </form>
      <p class="label">
        The newsroom sees it, without your name. Its answer is public in the
        <a href="/summaries/register">register</a>.
      </p>
    </div>`,
  })
}

/** Thanks, and later the answer. What the reader wrote is not shown to anybody but the desk. */
export function flagStatePage({
  site,
  article,
  flag,
}: {
  site: Site
  article: Article
  flag: FlagRow
}): string {
  const isAnswered = flag.answered_at !== null
  return page({
    site,
    look: 'plain',
    title: isAnswered ? 'The newsroom’s answer' : 'Thank you',
    head: html`<meta name="robots" content="noindex">`,
    body: html`<div class="plain">
      <p class="kicker">Sentence ${flag.sentence} of a machine summary, revision ${flag.revision}</p>
      <h1>${isAnswered ? 'The newsroom’s answer' : 'Thank you'}</h1>
      ${isAnswered ? answer(flag, site) : thanks(flag, site)}
      <p class="links">
        <a href="/articles/${article.slug}#summary">Back to the story</a>
        <a href="/summaries/register">Register of machine summaries</a>
      </p>
    </div>`,
  })
}

export function passages(article: Article, { evidence }: SummarySentence): Html {
  const paragraphs = paragraphsOf(article.body)
  const numbers = [...new Set(evidence.map(({ paragraph }) => paragraph))]
  return html`${numbers.map(
    (number) =>
      html`<blockquote><p>${paragraphs[number - 1]} <a href="/articles/${article.slug}#p${number}">Paragraph ${number}</a></p></blockquote>`,
  )}`
}

function thanks(flag: FlagRow, site: Site): Html {
  return html`<p class="deck">The newsroom has been told that this sentence may be wrong.</p>
    <p>
      It came in ${time(flag.created_at, site)}. An editor looks at it beside the passage that it
      rests on. This page will show the answer.
    </p>`
}

function answer(flag: FlagRow, site: Site): Html {
  return html`<p class="deck">${flag.upheld_at === null ? 'The sentence stands.' : 'The sentence was wrong and has been taken out.'}</p>
    <p>${flag.answer}</p>
    <p class="label">${flag.answered_by}, ${time(flag.answered_at ?? '', site)}</p>`
}
