import { html, type Html } from '../web/html/html.ts'
import type { Site } from '../web/site.ts'
import { time } from '../web/html/time.html.ts'
import type { SourceOnDesk } from '../wire/wire.ts'
import type { Decision } from './decisions.html.ts'
import { decisionList } from './decisions.html.ts'
import { isOdd, sourceRows } from './sources/sources-page.html.ts'
import type { WaitingCounts } from './waiting.ts'

export interface Overview {
  site: Site
  now: Date
  counts: WaitingCounts
  sources: SourceOnDesk[]
  dead: {
    id: string
    queue: string
    key: string
    last_error: string | null
    dead_at: string | null
  }[]
  room: { used: number; free?: number }
  decisions: Decision[]
}

/** Below this the desk warns: on a full disk a database cannot even delete. */
const scarce = 1024 ** 3

const waiting = [
  { name: 'Holds', words: 'wait for a decision', count: 'holds', path: '/desk/holds' },
  {
    name: 'Matches',
    words: 'updates wait for their story',
    count: 'matches',
    path: '/desk/matches',
  },
  {
    name: 'Merges',
    words: 'texts of the wire wait beside ours',
    count: 'merges',
    path: '/desk/merges',
  },
  {
    name: 'Quarantine',
    words: 'deliveries were not understood',
    count: 'quarantine',
    path: '/desk/quarantine',
  },
  {
    name: 'Limits',
    words: 'of use in words wait to be judged',
    count: 'usage',
    path: '/desk/usage',
  },
  {
    name: 'Pictures',
    words: 'are not shown until somebody helps',
    count: 'pictures',
    path: '/desk/pictures',
  },
] as const

export function overview(view: Overview): Html {
  const { site, now, counts, dead, room, decisions } = view
  return html`<div id="live" data-live="10">
<section><h2>Waiting</h2><ul class="tiles">${waiting.map(
    ({ name, words, count, path }) =>
      html`<li class="row${counts[count] === 0 && ' none'}" data-row="${count}"><a href="${path}"><b>${counts[count]}</b> ${name}</a> <small>${words}</small></li>`,
  )}</ul></section>
<section><h2>Sources</h2>${sourcesIn(view)}</section>
<section><h2>Jobs</h2>${
    dead.length === 0
      ? html`<p class="empty">No job has failed for good.</p>`
      : html`<ol class="rows">${dead.map(
          (job) =>
            html`<li class="row" data-row="${job.id}"><span class="when">${job.dead_at && time(job.dead_at, site, { near: now.toISOString() })}</span> <span class="source">${job.queue}</span> <span class="what">${job.key} <small class="why">${job.last_error}</small></span></li>`,
        )}</ol>`
  }</section>
<section><h2>System</h2><p>${system(room)}</p></section>
<section><h2>Last decisions</h2>${decisionList(decisions, site, now)}</section>
</div>`
}

/** Of more sources than these, only those are listed that somebody should look at. */
const mostListed = 8

function sourcesIn({ sources, site, now }: Overview): Html {
  if (sources.length === 0)
    return html`<p class="empty">Nobody has delivered yet. <a href="/desk/sources">Add a source</a></p>`
  if (sources.length <= mostListed) return sourceRows(sources, { site, now })
  const odd = sources.filter(isOdd)
  const all = html`<a href="/desk/sources">All ${sources.length} sources</a>`
  return odd.length === 0
    ? html`<p class="empty">None is quieter than usual or in trouble. ${all}</p>`
    : html`${sourceRows(odd, { site, now })}<p class="about links">${all}</p>`
}

function system({ used, free }: Overview['room']): Html {
  const left = free !== undefined && html`, ${inWords(free)} free on its disk`
  const warning =
    free !== undefined && free < scarce && html` <b class="state held">the disk is nearly full</b>`
  return html`Database ${inWords(used)}${left}.${warning}`
}

function inWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log(bytes) / Math.log(1024)))
  const number = bytes / 1024 ** power
  return `${number < 10 && power > 0 ? number.toFixed(1) : Math.round(number)} ${units[power] ?? ''}`
}
