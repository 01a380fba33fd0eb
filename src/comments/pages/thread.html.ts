import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Comment } from '../comment.ts'

/** A comment with its replies below it. One that was taken down keeps its place in the talk. */
export function thread(comment: Comment, slug: string, site: Site, open: boolean): Html {
  const { id, text, replies } = comment
  return html`<article class="comment" id="comment-${id}">
${text === undefined ? takenDown() : said(comment, text, slug, site, open)}
${replies.length > 0 && html`<div class="replies">${replies.map((reply) => thread(reply, slug, site, open))}</div>`}
</article>
`
}

function takenDown(): Html {
  return html`<p class="empty">This comment was taken down</p>`
}

function said(comment: Comment, text: string, slug: string, site: Site, open: boolean): Html {
  const address = `/articles/${slug}/comments/${comment.id}`
  return html`<p class="who"><b dir="auto">${comment.name}</b> <a href="${address}">${time(comment.createdAt, site, 'short')}</a></p>
${paragraphs(text)}
<form method="post" action="${address}/recommendation" data-swap="#comments">
<button>Recommend${comment.recommended > 0 && ` · ${comment.recommended}`}</button>
${open && html`<a href="${address}" data-reply="${comment.id}">Reply</a>`}
</form>`
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p dir="auto">${paragraph}</p>`)
}
