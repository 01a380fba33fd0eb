import type { Change } from '../../articles/articles.ts'
import { html, type Html } from '../../web/html/html.ts'

/** `ins` and `del` are said by screen readers; a sign stands in the margin for those who see no colour. */
export function changeList(changes: Change[]): Html {
  return html`<div class="text changes" dir="auto">${changes.map(({ kind, text }) =>
    kind === 'same'
      ? html`<p>${text}</p>`
      : kind === 'added'
        ? html`<p class="${kind}"><ins>${text}</ins></p>`
        : html`<p class="${kind}"><del>${text}</del></p>`,
  )}</div>`
}
