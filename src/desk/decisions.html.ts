import { html, type Html } from '../web/html/html.ts'
import type { Site } from '../web/site.ts'
import { time } from '../web/html/time.html.ts'

/** A line of the ledger, as its table has it. */
export interface Decision {
  subject: string
  deed: string
  by_name: string
  reason: string
  detail: string
  made_at: string
}

export function decisionList(decisions: Decision[], site: Site, now: Date): Html {
  if (decisions.length === 0) return html`<p class="empty">Nothing has been decided yet.</p>`
  return html`<ol class="rows ledger">${decisions.map(
    ({ subject, deed, by_name, reason, detail, made_at }) =>
      html`<li class="row"><span class="when">${time(made_at, site, { near: now.toISOString() })}</span> <span class="what"><b>${by_name}</b> ${deed} ${subjectLink(subject)}${reason && html`: <q>${reason}</q>`}${detail && html` <small>${detail}</small>`}</span></li>`,
  )}</ol>`
}

function subjectLink(subject: string): Html {
  const [kind = '', id = ''] = subject.split(':')
  if (kind === 'phrase') return html`<a href="/desk/usage">a limit of use</a>`
  if (kind === 'source') return html`<a href="/desk/sources/${id}">${id}</a>`
  if (subject === 'setting:summaries')
    return html`<a href="/desk/summaries/policy">what machine summaries may do</a>`
  if (kind === 'item') return html`<a href="/desk/items/${id}">an item</a>`
  if (kind === 'delivery')
    return html`<a href="/desk/deliveries/${id}/bytes" download>a delivery</a>`
  return html`${kind === 'article' ? 'an article' : `a ${kind}`} <small>${id.slice(-6)}</small>`
}
