import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import type { Arrival, Match } from '../../wire/wire.ts'
import type { Typed } from '../parts/refused.ts'
import { arrivalRow } from '../parts/state.html.ts'

/** What waits for a match, each with the stories that it may belong to. */
export function matchesPage(
  waiting: { arrival: Arrival; matches: Match[] }[],
  site: Site,
  now: Date,
): Html {
  if (waiting.length === 0)
    return html`<div id="live" data-live="5"><p class="empty">No update waits for its story.</p></div>`
  return html`<p>These came as new items and say that they update another story. Joined, an item becomes that story’s next version; otherwise open it and release it as a story of its own.</p>
<ol class="rows">${waiting.map(
    ({ arrival, matches }) => html`${arrivalRow(arrival, site, now)}
<li class="under">${matches.length === 0 ? html`<p class="empty">No story of ${arrival.source} in the last days is like it.</p>` : matchList(arrival.itemId, matches)}</li>`,
  )}</ol>`
}

export function matchList(itemId: string, matches: Match[]): Html {
  return html`<ul class="matches">${matches.map((match) => matchLine(itemId, match))}</ul>`
}

function matchLine(itemId: string, match: Match): Html {
  return html`<li><a href="/desk/items/${itemId}/matches/${match.articleId}" dir="auto">${match.headline}</a> <b class="score">${match.score.toFixed(2)}</b> <small>${evidenceWords(match)}</small></li>`
}

/** The evidence in words, the strongest first. */
export function evidenceWords({ evidence }: Match): string {
  const { association, slug, dateline, hours, sharedOfNew, sharedOfOld } = evidence
  return [
    association !== undefined && `names ${association}`,
    `${percent(sharedOfNew)} of the new text stands in the old, ${percent(sharedOfOld)} of the old in the new`,
    slug !== 'different' && `${slug} slug`,
    dateline && 'same dateline',
    `${hours} h apart`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** From which score on the updates of a source join their story by themselves. */
export function thresholdsPart(thresholds: Record<string, number>, typed: Typed = () => ''): Html {
  const rows = Object.entries(thresholds).sort()
  return html`<section><h2>By themselves</h2>
<p>Updates of these sources join the story that fits them best, from this score on. The ledger names each.</p>
${rows.length > 0 && html`<ul>${rows.map(([source, score]) => html`<li>${source}: ${score.toFixed(2)}</li>`)}</ul>`}
<form method="post" action="/desk/matches/thresholds" class="decide"><p><label for="source">Source</label><input id="source" name="source" value="${typed('source')}" required maxlength="41"></p>
<p><label for="threshold">Score, from 0.35 to 1; empty for never</label><input id="threshold" name="threshold" value="${typed('threshold')}" inputmode="decimal" maxlength="5"></p><p><button>Keep</button></p></form></section>`
}
