import { html, type Html } from '../web/html/html.ts'
import { page } from '../web/html/layout.html.ts'
import type { Site } from '../web/site.ts'
import { faces, moodNames } from './faces.ts'
import { moods, type Mood, type MoodCounts } from './mood.ts'

export interface MoodMeter {
  slug: string
  counts: MoodCounts
  /** What this reader chose; only in the answer to their own vote. */
  own?: Mood | undefined
  /** Votes below which no result is shown. */
  minimum: number
}

export function moodMeter({ slug, counts, own, minimum }: MoodMeter): Html {
  const votes = total(counts)
  const enough = votes >= minimum
  return html`<section class="moods" id="moods" aria-labelledby="moods-h">
    <h2 class="rubric" id="moods-h">How does this story make you feel?</h2>
    <form method="post" action="/articles/${slug}/mood" data-swap="#moods">
      <ul>
        ${moods.map((mood) => row(mood, enough ? result(counts[mood] ?? 0, votes) : undefined, own))}
      </ul>
    </form>
    <p class="label">
      ${own && html`<b>You chose “${moodNames[own]}”; you can change it.</b> `}${honestly(votes, minimum)}
    </p>
  </section>`
}

function total(counts: MoodCounts): number {
  return moods.reduce((sum, mood) => sum + (counts[mood] ?? 0), 0)
}

interface Result {
  count: number
  percent: number
}

function result(count: number, votes: number): Result {
  return { count, percent: votes === 0 ? 0 : Math.round((count * 100) / votes) }
}

function row(mood: Mood, result: Result | undefined, own: Mood | undefined): Html {
  const pressed = own && html` aria-pressed="${mood === own ? 'true' : 'false'}"`
  return html`<li><button name="mood" value="${mood}"${pressed}>${face(mood)}${moodNames[mood]}</button>${result && bar(result)}</li>
`
}

function face(mood: Mood): Html {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="${faces[mood]}"/></svg>`
}

// The length is the share of all clicks, so that a small share looks small.
function bar({ count, percent }: Result): Html {
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 0h${percent}v1h-${percent}z"/></svg><span>${count} <i>${percent} %</i></span>`
}

function honestly(votes: number, minimum: number): string {
  if (votes < minimum) return `Too few clicks to show: ${votes} of ${minimum}.`
  return `${votes} clicks by readers, not a poll. One for each browser.`
}

export interface VotePage extends MoodMeter {
  site: Site
  headline: string
  script?: string | undefined
}

/** What a reader without scripts gets in answer to a vote. */
export function votePage(vote: VotePage): string {
  const { site, slug, headline, own, script } = vote
  return page({
    site,
    look: 'plain',
    title: 'Your mood',
    head: html`<meta name="robots" content="noindex">`,
    script,
    body: html`<div class="plain">
      <p class="kicker"><a href="/articles/${slug}">${headline}</a></p>
      <h1>${own ? `Thank you: “${moodNames[own]}”` : 'Your vote was taken back'}</h1>
      ${moodMeter(vote)}
      <p class="links"><a href="/articles/${slug}#moods">Back to the story</a></p>
    </div>`,
  })
}
