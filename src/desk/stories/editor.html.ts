import type { DeskArticle } from '../../articles/articles.ts'
import { changesBetween, markupOf, paragraphsOf } from '../../articles/articles.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import { changeList } from '../parts/changes.html.ts'
import { sentence } from '../parts/state.html.ts'

/** What stands in the fields of the editor. */
export interface Typed {
  revision: number
  headline: string
  standfirst: string
  byline: string
  body: string
  section: string
  correction: string
}

export function typedOf({ article, content }: DeskArticle): Typed {
  return {
    revision: article.revision,
    headline: content.headline,
    standfirst: content.standfirst ?? '',
    byline: content.byline ?? '',
    body: markupOf(content.body),
    section: article.section,
    correction: '',
  }
}

export interface EditorPage {
  site: Site
  desk: DeskArticle
  typed: Typed
  /** Somebody else saved meanwhile: both texts are shown. */
  isStale: boolean
  hasMerge: boolean
}

export function editorPage({ site, desk, typed, isStale, hasMerge }: EditorPage): Html {
  const { article, verdict } = desk
  return html`<p class="about">${verdict.open ? html`Readers see it at <a href="${site.origin}/articles/${article.slug}">/articles/${article.slug}</a>.` : html`Closed: ${sentence(verdict.words)}`} Revision ${article.revision}, updated ${time(article.updatedAt, site, 'short')}.</p>
${hasMerge && html`<p class="notice trouble">The wire has a newer text. <a href="/desk/articles/${article.slug}/merge">Merge it with ours</a></p>`}
<form class="editor" method="post" action="/desk/articles/${article.slug}" data-keep>
<input type="hidden" name="revision" value="${typed.revision}">
${input('headline', 'Headline', typed.headline, 300, true)}
${input('standfirst', 'Standfirst', typed.standfirst, 600)}
${input('byline', 'Byline', typed.byline, 200)}
<p><label for="section">Section</label><select id="section" name="section">${sectionsOf(
    site,
    typed.section,
  ).map(
    ({ slug, name }) =>
      html`<option value="${slug}"${slug === typed.section && html` selected`}>${name}</option>`,
  )}</select></p>
<p><label for="body">Text</label>
<textarea id="body" name="body" rows="24" dir="auto" aria-describedby="marks">${`\n${typed.body}`}</textarea>
<small id="marks">A blank line parts paragraphs. <code>## </code> heading · <code>&gt; </code> quotation · <code>- </code> item · <code>**strong**</code> · <code>*emphasis*</code> · <code>[text](https://…)</code></small></p>
<p><label for="correction">Correction, in words for readers</label>
<input id="correction" name="correction" maxlength="600" value="${typed.correction}" aria-describedby="correction-why">
<small id="correction-why">Leave it empty unless something was wrong. It stands above the story for good.</small></p>
<p><button>Save</button></p>
</form>
${isStale && stale(desk, typed)}`
}

/** A section that the newsroom has given up still names itself. */
function sectionsOf({ sections }: Site, slug: string): Site['sections'] {
  return sections.some((known) => known.slug === slug)
    ? sections
    : [...sections, { slug, name: slug }]
}

function input(name: string, label: string, value: string, most: number, required = false): Html {
  return html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" dir="auto" maxlength="${most}" value="${value}"${required && html` required`}></p>`
}

function stale({ content }: DeskArticle, typed: Typed): Html {
  const theirs = [content.headline, content.standfirst ?? '', ...paragraphsOf(content.body)]
  const yours = [typed.headline, typed.standfirst, ...typed.body.split(/\n\s*\n/)]
  return html`<section><h2>From theirs to yours</h2>${changeList(changesBetween(theirs.filter(Boolean), yours.filter(Boolean)))}</section>
<section><h2>Their text, to copy from</h2><textarea readonly rows="12" aria-label="Their text">${`\n${markupOf(content.body)}`}</textarea></section>`
}

export function articleList(
  rows: {
    slug: string
    content: string
    section: string
    revision: number
    updated_at: string
    live_at: string | null
    pub_status: string
  }[],
  site: Site,
  now: Date,
): Html {
  if (rows.length === 0) return html`<p class="empty">There are no articles yet.</p>`
  return html`<ol class="rows">${rows.map((row) => {
    const { headline } = JSON.parse(row.content) as { headline: string }
    return html`<li class="row" data-row="${row.slug}"><span class="when">${time(row.updated_at, site, { near: now.toISOString() })}</span>
<span class="source">${row.section}</span>
<span class="what"><a href="/desk/articles/${row.slug}" dir="auto">${headline}</a></span>
<span class="how"><small>r${row.revision}</small> ${row.pub_status !== 'usable' ? html`<span class="state ${row.pub_status}">${row.pub_status}</span>` : row.live_at === null && html`<span class="state held">not live</span>`}</span></li>`
  })}</ol>`
}
