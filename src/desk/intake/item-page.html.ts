import type { Change } from '../../articles/articles.ts'
import type { Decision } from '../decisions.html.ts'
import { decisionList } from '../decisions.html.ts'
import { changeList } from '../parts/changes.html.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Arrival, DeskItem, DeskVersion, Match } from '../../wire/wire.ts'
import { decideForms } from './decide-forms.html.ts'
import { matchList } from './matches-page.html.ts'
import type { Refused, Typed } from '../parts/refused.ts'
import { typedInto } from '../parts/refused.ts'
import { sentence, stateMark } from '../parts/state.html.ts'

export interface ItemPage {
  site: Site
  now: Date
  item: DeskItem
  arrivals: Arrival[]
  matches: Match[]
  decisions: Decision[]
  /** Its form is `release`, `refusal` or `story`. */
  refused?: Refused | undefined
}

export function itemPage(view: ItemPage): Html {
  const { site, now, item, arrivals, matches, decisions, refused } = view
  const { verdict } = item.current
  return html`<p class="about">${item.source} · <code>${item.guid}</code></p>
<p>${stateMark(
    {
      state: verdict.open ? 'open' : stateWord(verdict.reason),
      ...(!verdict.open && verdict.opensAt ? { opensAt: verdict.opensAt } : {}),
    },
    now,
  )} ${!verdict.open && sentence(verdict.words)}</p>
${item.slug !== undefined && html`<p>It made <a href="/desk/articles/${item.slug}">/articles/${item.slug}</a>.</p>`}
${matches.length > 0 && html`<section><h2>It may be an update of</h2>${matchList(item.id, matches)}</section>`}
${!verdict.open && decideForms(item, site, refused)}
${!verdict.open && joinForm(item.id, typedInto('story', refused))}
<section><h2>Versions</h2>${item.versions.map((version) => versionPart(version, arrivals, site, now))}</section>
${decisions.length > 0 && html`<section><h2>Decisions</h2>${decisionList(decisions, site, now)}</section>`}`
}

/** Where no match is proposed, or it is another one than the editor's. */
function joinForm(id: string, typed: Typed = () => ''): Html {
  return html`<section class="decide"><h2>Join to a story</h2>
<form method="post" action="/desk/items/${id}/story"><p><label for="address">Address of the story</label><input id="address" name="address" value="${typed('address')}" required maxlength="500" placeholder="/articles/…"></p>
<p><label for="why-join">Why</label><input id="why-join" name="why" value="${typed('why')}" required maxlength="300"></p><p><button>Join</button></p></form></section>`
}

function stateWord(reason: string): Arrival['state'] {
  const known = ['embargoed', 'withheld', 'canceled'] as const
  return known.find((word) => word === reason) ?? 'held'
}

function versionPart(version: DeskVersion, arrivals: Arrival[], site: Site, now: Date): Html {
  const arrival = arrivals.find(({ versionId }) => versionId === version.id)
  const { item, changes } = version
  const { signals, notices, publicNotes, held, format } = item.standfirst
  return html`<article class="version">
<h3>Version ${version.version} <small>${time(version.receivedAt, site, { near: now.toISOString() })}</small> ${arrival && stateMark(arrival, now)}</h3>
<dl class="facts">
${fact('Format', format)}
${fact('Status', item.pubStatus)}
${fact('Embargo', item.embargoed)}
${fact('Urgency', item.urgency?.toString())}
${fact('Made', item.versionCreated)}
${fact('Slug', item.slugline)}
${fact('Subjects', item.subjects.map(({ name, uri, code }) => name ?? uri ?? code ?? '').join(', '))}
${fact('Held by the intake', held.join('; '))}
${fact('Note to editors', item.edNote, 'private')}
${fact('Usage terms', item.usageTerms, 'private')}
${fact('Signals', signals.map(({ kind, value }) => `${kind}: ${value}`).join('\n'))}
${fact('Notes for readers', publicNotes.join('\n'))}
${fact('Notices', notices.map(({ kind, what, text }) => `${kind}: ${what}${text === undefined ? '' : ` “${text}”`}`).join('\n'))}
</dl>
<details${changes === undefined && html` open`}><summary>${changes === undefined ? 'Text' : `What it changed: ${summed(changes)}`}</summary>
${changes === undefined ? textOf(item) : changeList(changes)}</details>
<p><a href="/desk/deliveries/${version.deliveryId}/bytes" download>Bytes as they arrived</a></p>
</article>`
}

function fact(name: string, value: string | undefined, kind = ''): Html | undefined {
  if (!value) return undefined
  return html`<div class="${kind}"><dt>${name}</dt><dd dir="auto">${value}</dd></div>`
}

function textOf({ headlines, standfirst }: DeskVersion['item']): Html {
  return html`<div class="text" dir="auto">${headlines.map(({ value }) => html`<p><b>${value}</b></p>`)}${standfirst.bodyText
    .split('\n\n')
    .map((paragraph) => html`<p>${paragraph}</p>`)}</div>`
}

function summed(changes: Change[]): string {
  const added = changes.filter(({ kind }) => kind === 'added').length
  const removed = changes.filter(({ kind }) => kind === 'removed').length
  return added + removed === 0 ? 'no paragraph' : `${added} in, ${removed} out`
}
