import { html } from '../web/html.ts'
import { page } from '../web/layout.html.ts'
import type { Site } from '../web/site.ts'
import { time } from '../web/time.html.ts'

export interface Gone {
  site: Site
  /** Why the story is no longer shown, in words fit for readers. */
  reason: string
  at?: string | undefined
}

/** Answers 410. It names no headline: what was taken back is not said again. */
export function gonePage({ site, reason, at }: Gone): string {
  return page({
    site,
    look: 'plain',
    title: 'This story has been withdrawn',
    head: html`<meta name="robots" content="noindex">`,
    body: html`<div class="plain">
      <p class="kicker">Withdrawn${at !== undefined && [' ', time(at, site)]}</p>
      <h1>This story has been withdrawn</h1>
      <p class="deck" data-problem>${reason}</p>
      <p>
        The address stays, so that nobody who followed a link to it is left to wonder. The text, its
        picture, its summary and its place in search and feeds are gone.
      </p>
      <p class="links"><a href="/">To the front page</a></p>
    </div>`,
  })
}
