import { html, type Html } from '../../web/html.ts'
import type { Site } from '../../web/site.ts'
import type { Arrival, Match } from '../../wire/wire.ts'
import { arrivalRow } from '../state.html.ts'

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
