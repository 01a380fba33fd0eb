import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Arrival } from '../../wire/wire.ts'

/** The state of a version in a word, for an embargo with the time that is left. */
export function stateMark({ state, opensAt }: Pick<Arrival, 'state' | 'opensAt'>, now: Date): Html {
  if (opensAt === undefined) return html`<span class="state ${state}">${state}</span>`
  return html`<span class="state ${state}">${state}</span> <span class="left" data-until="${opensAt.toISOString()}">${timeLeft(opensAt, now)}</span>`
}

/** Days and hours, hours and minutes, or minutes and seconds: what an editor needs of it. */
export function timeLeft(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const [days, hours, minutes] = [86_400, 3600, 60].map((unit) => Math.floor(seconds / unit))
  if (days) return `${days} d ${(hours ?? 0) % 24} h`
  if (hours) return `${hours} h ${(minutes ?? 0) % 60} min`
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

/** A line of a list of versions. */
export function arrivalRow(arrival: Arrival, site: Site, now: Date): Html {
  const { itemId, versionId, headline, slugline, source, urgency, receivedAt } = arrival
  const isTold = told.has(arrival.outcome)
  return html`<li class="row" data-row="${versionId}">
<span class="when">${time(receivedAt, site, { near: now.toISOString() })}</span>
<span class="urgency">${urgency !== undefined && html`<span class="vh">urgency </span>${urgency}`}</span>
<span class="source">${source}</span>
<span class="what"><a href="/desk/items/${itemId}" dir="auto">${headline || '(no headline)'}</a> ${slugline && html`<small dir="auto">${slugline}</small>`} <small>${shortVersion(arrival.version)}${isTold && ` ${arrival.outcome}`}</small>${arrival.words && arrival.state === 'held' && html`<small class="why">${sentence(arrival.words)}</small>`}</span>
<span class="how">${stateMark(arrival, now)}</span>
</li>`
}

/** Outcomes that the state beside them does not tell. */
const told = new Set(['updated', 'corrected', 'needs-merging', 'duplicate'])
/** A counter or a date; what is longer is some number of the sender's own making. */
const longestVersion = 20

function shortVersion(version: string): string {
  return version === '' || version.length > longestVersion ? '' : `v${version}`
}

/** Reasons of the intake begin small, because they also stand inside a sentence. */
export function sentence(reason: string): string {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
