import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import type { Arrival, ArrivalFilter } from '../../wire/wire.ts'
import { arrivalStates } from '../../wire/wire.ts'
import { arrivalRow } from '../parts/state.html.ts'

export interface WirePage {
  site: Site
  now: Date
  filter: ArrivalFilter
  sources: string[]
  arrivals: Arrival[]
  /** The address of the next, older page. */
  older?: string | undefined
}

export function wirePage({ site, now, filter, sources, arrivals, older }: WirePage): Html {
  return html`${filterForm(filter, sources)}
<div id="live" data-live="3">
${
  arrivals.length === 0
    ? nothing(filter)
    : html`<ol class="rows wire">${arrivals.map((arrival) => arrivalRow(arrival, site, now))}</ol>`
}
</div>
${older !== undefined && html`<p><a href="${older}">Older</a></p>`}`
}

function nothing(filter: ArrivalFilter): Html {
  if (Object.values(filter).some((value) => value !== undefined))
    return html`<p class="empty">Nothing has come in that fits.</p>`
  return html`<p class="empty">Nothing has come in yet. <a href="/desk/sources">Sources</a> says who may send and how; a file by hand comes in with <code>npm run -s standfirst -- ingest FILE</code>.</p>`
}

function filterForm(filter: ArrivalFilter, sources: string[]): Html {
  return html`<form class="filter" method="get" action="/desk/wire" role="search">
<p><label for="q">Search</label><input id="q" name="q" type="search" maxlength="200" value="${filter.search ?? ''}" data-search></p>
${select('source', 'Source', sources, filter.source)}
${select('state', 'State', [...arrivalStates], filter.state)}
${select('urgency', 'Urgency', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], filter.urgency?.toString())}
<p><label for="subject">Subject</label><input id="subject" name="subject" maxlength="80" value="${filter.subject ?? ''}"></p>
<p class="go"><button>Show</button> <a href="/desk/wire">All</a></p>
</form>`
}

function select(name: string, label: string, values: string[], chosen: string | undefined): Html {
  return html`<p><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">any</option>${values.map(
    (value) => html`<option${value === chosen && html` selected`}>${value}</option>`,
  )}</select></p>`
}
