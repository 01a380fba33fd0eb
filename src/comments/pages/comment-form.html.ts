import { html, type Html } from '../../web/html/html.ts'

export interface CommentValues {
  name?: string
  text?: string
  /** The comment that this one answers. */
  parent?: string
}

export interface CommentForm {
  slug: string
  error?: string | undefined
  values?: CommentValues | undefined
  /** The name of whoever is answered. */
  answering?: string
  /** Whether the script may bring the answer into the page. */
  swap?: boolean
}

export function commentForm({ slug, error, values = {}, answering, swap }: CommentForm): Html {
  const refused = error !== undefined
  return html`<form class="write" method="post" action="/articles/${slug}/comments"${swap && html` data-swap="#comments"`}>
${refused && html`<p class="error" id="comment-error" role="alert">${error}</p>`}
${values.parent !== undefined && html`<input type="hidden" name="parent" value="${values.parent}">`}
<label for="comment-text">${answering === undefined ? 'Add a comment' : `Reply to ${answering}`}</label>
<textarea id="comment-text" name="text" rows="4" required${
    refused && html` autofocus aria-invalid="true" aria-describedby="comment-error"`
  }>${typed(values.text)}</textarea>
<div>
<p><label for="comment-name">Name</label>
<input id="comment-name" name="name" value="${values.name}" autocomplete="nickname" required></p>
<button>${answering === undefined ? 'Post comment' : 'Post reply'}</button>
</div>
<p class="trap"><label for="comment-website">Leave this empty</label>
<input id="comment-website" name="website" tabindex="-1" autocomplete="off"></p>
</form>`
}

// Browsers drop the first line break of a textarea; without this one a reader's own would be lost.
function typed(text: string | undefined): string | undefined {
  return text && `\n${text}`
}
