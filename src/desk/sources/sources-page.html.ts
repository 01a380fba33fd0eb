import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { SourceOnDesk } from '../../wire/wire.ts'
import { settingsForm, type Typed } from './settings-form.html.ts'

interface Seen {
  site: Site
  now: Date
}

/** Who delivers: how much in the last day, drawn, and whether all is well. */
export function sourcesPage(sources: SourceOnDesk[], seen: Seen): Html {
  if (sources.length === 0)
    return html`<div id="live" data-live="10"><p class="empty">Nobody has delivered yet.</p></div>`
  return html`<div id="live" data-live="10"><p class="about">Deliveries of the last 24 hours, hour by hour; each drawn to its own busiest hour.</p>
${sourceRows(sources, seen)}</div>`
}

export function sourceRows(sources: SourceOnDesk[], seen: Seen): Html {
  return html`<ol class="rows">${sources.map((each) => sourceRow(each, seen))}</ol>`
}

function sourceRow(source: SourceOnDesk, { site, now }: Seen): Html {
  const { name, known, heardAt } = source
  return html`<li class="row" data-row="${name}">
<span class="when">${heardAt === undefined ? 'never' : time(heardAt, site, { near: now.toISOString() })}</span>
<span class="what"><a href="/desk/sources/${encodeURIComponent(name)}">${known?.title ?? name}</a> <small>${known && known.title !== name && `${name}, `}${howItDelivers(source)}</small>${troubles(source, { site, now })}</span>
<span class="how standing">${day(source)} <span>${stateOf(source)}</span></span></li>`
}

function howItDelivers({ known }: SourceOnDesk): string {
  if (known === undefined) return 'has not been made known'
  const { channel } = known
  if (channel.kind === 'paged') return `pages of ${channel.pages.toUpperCase()}`
  return { command: 'by command', push: 'pushes', folder: 'watched folder', feed: 'feed' }[
    channel.kind
  ]
}

/** A bar for each of the last 24 hours, the last one running, and their sum. */
function day({ hours }: SourceOnDesk): Html {
  const most = Math.max(1, ...hours)
  const sum = hours.reduce((a, b) => a + b, 0)
  const words = `${sum} ${sum === 1 ? 'delivery' : 'deliveries'} in 24 hours`
  const bars = hours.map((number, i) => {
    const height = number === 0 ? 0 : Math.max(1.5, (number / most) * 18)
    return html`<rect x="${i * 4}" y="${(18 - height).toFixed(1)}" width="3" height="${height.toFixed(1)}"/>`
  })
  return html`<svg class="day" width="96" height="19" viewBox="0 0 96 19" role="img" aria-label="${words}, at most ${Math.max(...hours)} in one">${bars}<rect class="ground" y="18" width="95" height="1"/></svg> <span class="score">${sum}</span>`
}

/** Whether somebody should look at it. */
export function isOdd({ asked, silence, refused }: SourceOnDesk): boolean {
  return (asked?.stoppedAt ?? asked?.trouble ?? silence) !== undefined || refused > 0
}

function stateOf({ asked, silence, refused, heardAt }: SourceOnDesk): Html {
  if (asked?.stoppedAt !== undefined) return html`<span class="state withheld">given up</span>`
  if (asked?.trouble !== undefined) return html`<span class="state held">trouble</span>`
  if (silence) return html`<span class="state held">quiet</span>`
  if (refused > 0) return html`<span class="state held">${refused} in quarantine</span>`
  return heardAt === undefined
    ? html`<span class="state replaced">waits</span>`
    : html`<span class="state open">well</span>`
}

/** What is wrong, each in one sentence. */
function troubles({ asked, silence, refused }: SourceOnDesk, { site, now }: Seen): Html {
  const near = { near: now.toISOString() }
  const all = [
    asked?.stoppedAt !== undefined &&
      html`It said that it is gone for good, and has not been asked since ${time(asked.stoppedAt, site, near)}.`,
    asked?.trouble !== undefined && html`${asked.trouble}`,
    silence &&
      html`It is seldom quiet for longer than ${Math.max(1, Math.round(silence.normal / 60_000))} min.`,
    refused > 0 &&
      html`<a href="/desk/quarantine">${refused} of its deliveries</a> ${refused === 1 ? 'was' : 'were'} not understood.`,
  ].filter((one) => one !== false && one !== undefined)
  return html`${all.map((sentence) => html` <small class="why">${sentence}</small>`)}`
}

/** One source: how it is doing, and what is done with what it sends. */
export function sourcePage(
  source: SourceOnDesk,
  typed: Typed,
  { site, now, decisions }: Seen & { decisions: Html },
): Html {
  const { name, known, asked } = source
  const near = { near: now.toISOString() }
  return html`<section><dl class="facts">
${fact('State', stateOf(source))}
${fact('Delivers', html`${howItDelivers(source)}${known && ' '}${known && html`<small>${whereFrom(known.channel)}</small>`}`)}
${fact('Last heard', source.heardAt === undefined ? 'never' : time(source.heardAt, site, near))}
${asked?.at !== undefined && fact('Last asked', time(asked.at, site, near))}
${fact('Last 24 hours', day(source))}
</dl><p>${troubles(source, { site, now })}</p>
${
  (asked?.stoppedAt ?? asked?.trouble) !== undefined &&
  html`<form class="again" method="post" action="/desk/sources/${encodeURIComponent(name)}/resumption"><p><button class="quiet">Ask it again now</button></p></form>`
}
<p class="about links"><a href="/desk/wire?source=${encodeURIComponent(name)}">What it has sent</a></p>
${known && tokenForm(name)}</section>
<section><h2>What is done with what it sends</h2>
<p class="about">This holds for what arrives from now on. How it delivers, and with which keys, is changed on the machine: <code>npm run -s standfirst -- source set ${name} …</code></p>
${settingsForm(name, known === undefined, typed, site)}</section>
<section><h2>Decisions</h2>${decisions}</section>`
}

/** What it pushes goes to one address, with a token that is shown once. */
function tokenForm(name: string): Html {
  return html`<details><summary>Let it push</summary><form class="decide" method="post" action="/desk/sources/${encodeURIComponent(name)}/token"><p>It sends one file at a time, as the body of a POST to <code>/api/v1/wire/${name}</code>, with a token. A new token ends the one before.</p><p><button>Make a token</button></p></form></details>`
}

function fact(name: string, value: Html | string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

/** Keys often stand in the query of an address. */
function whereFrom(channel: NonNullable<SourceOnDesk['known']>['channel']): string {
  if ('address' in channel)
    return `${channel.address.replace(/\?.*$/s, '?…')}, every ${channel.interval} s`
  return 'path' in channel ? channel.path : ''
}
