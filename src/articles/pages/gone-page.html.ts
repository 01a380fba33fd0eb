import { html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'

export interface GonePage {
  site: Site
  /** Whether it may come back: a hold, not a kill. */
  onHold: boolean
  /** Why the story is no longer shown, in words fit for readers. */
  words: string
}

/** Answers 410. It names no headline: what was taken back is not said again. */
export function gonePage({ site, onHold, words }: GonePage): string {
  const title = onHold ? 'This story is on hold' : 'This story has been withdrawn'
  return page({
    site,
    look: 'plain',
    title,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<div class="plain">
      <p class="kicker">${onHold ? 'On hold' : 'Withdrawn'}</p>
      <h1>${title}</h1>
      <p class="deck" data-problem>${words}</p>
      <p>${onHold ? mayReturn : stays}</p>
      <p class="links"><a href="/">To the front page</a></p>
    </div>`,
  })
}

const mayReturn =
  'It was here and may be again. Until then its text, its picture, its summary and its place in search and feeds are closed.'
const stays =
  'The address stays, so that nobody who followed a link to it is left to wonder. The text, its picture, its summary and its place in search and feeds are gone.'
