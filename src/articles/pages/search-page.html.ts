import { html, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'
import type { Teaser } from '../article.ts'
import { teaser } from './teaser.html.ts'

export interface SearchPage {
  site: Site
  /** What the reader typed; empty before anything was. */
  question: string
  stories: Teaser[]
  /** Address of the page with older finds. */
  older?: string | undefined
  longest: number
}

export function searchPage({ site, question, stories, older, longest }: SearchPage): string {
  return page({
    site,
    look: 'front',
    title: question === '' ? 'Search' : `Search: ${question}`,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1 class="section-name">Search</h1>
      <search><form class="ask" action="/search">
        <label for="q">Words that the story holds</label>
        <input id="q" name="q" type="search" value="${question}" maxlength="${longest}" required>
        <button>Search</button>
      </form></search>
      ${question !== '' && finds(site, stories, question)}
      ${older && html`<p class="links"><a href="${older}">Older finds</a></p>`}`,
  })
}

function finds(site: Site, stories: Teaser[], question: string): Html {
  if (stories.length === 0) {
    return html`<p class="empty">No story here holds all of “${question}”. Fewer words find more; the last one may be only begun.</p>`
  }
  return html`<div class="river">${stories.map((story) => teaser(story, site, { level: 2, kicker: true }))}</div>`
}
