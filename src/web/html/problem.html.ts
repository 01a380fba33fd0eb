import { html } from './html.ts'
import { page } from './layout.html.ts'
import type { Site } from '../site.ts'

export interface Problem {
  site: Site
  status: number
  title: string
  /** What was wrong, in one sentence. */
  wrong: string
  /** What to do about it. */
  remedy: string
  /** Where to go on, from the slash on; the front page where nothing is said. */
  back?: { href: string; name: string } | undefined
}

/** The page for whatever did not work out. The script reads `[data-problem]` from it. */
export function problemPage({ site, status, title, wrong, remedy, back }: Problem): string {
  const { href, name } = back ?? { href: '/', name: 'To the front page' }
  return page({
    site,
    look: 'plain',
    title,
    body: html`<div class="plain">
      <p class="kicker">${status}</p>
      <h1>${title}</h1>
      <p class="deck" data-problem>${wrong}</p>
      <p>${remedy}</p>
      <p class="links"><a href="${href}">${name}</a></p>
    </div>`,
  })
}
