import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { SourceOnDesk } from '../../wire/wire.ts'
import { choices, longestWords } from '../../wire/wire.ts'

interface Seen {
  site: Site
  now: Date
}

/** Who delivers: how much in the last day, drawn, and whether all is well. */
export function sourcesPage(sources: SourceOnDesk[], seen: Seen): Html {
  if (sources.length === 0)
    return html`<p class="empty">Nobody has delivered yet. <code>npm run -s standfirst -- source add NAME</code> makes a source known, and tells how it delivers.</p>`
  return html`<div id="live" data-live="10"><ol class="rows">${sources.map((each) => sourceRow(each, seen))}</ol></div>`
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

/** What was typed, or else what is kept, by the names of the settings. */
export type Typed = (option: string) => string

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
<p class="about links"><a href="/desk/wire?source=${encodeURIComponent(name)}">What it has sent</a></p></section>
<section><h2>What is done with what it sends</h2>
<p class="about">This holds for what arrives from now on. How it delivers, and with which keys, is set on the machine: <code>standfirst source set ${name} …</code></p>
${settingsForm(name, known === undefined, typed, site)}</section>
<section><h2>Decisions</h2>${decisions}</section>`
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

/** The label of each setting; messages name them so too. */
export const labels: Readonly<Record<string, string>> = {
  title: 'Title',
  publish: 'Its stories',
  summary: 'Machine summaries',
  'data-mining': 'Text and data mining',
  'search-engines': 'Search engines',
  credit: 'Credit line',
  section: 'Section',
  language: 'Language of items that name none',
  'time-zone': 'Zone of times that name none',
  pictures: 'Pictures',
  order: 'Order of versions',
  quiet: 'Usual quiet, in seconds',
}

const meanings: Readonly<Record<keyof typeof choices, Readonly<Record<string, string>>>> = {
  publish: { 'by-itself': 'go out by themselves', 'through-desk': 'wait for an editor' },
  summary: {
    off: 'none',
    extract: 'its own sentences, chosen',
    model: 'a model may write them',
  },
  'search-engines': {
    index: 'may list them',
    noindex: 'may not list them',
    canonical: 'are sent to the original',
  },
  order: { '': 'told by their looks', counter: 'by a counter', time: 'by their time' },
  pictures: { '': 'taken, but not of feeds', take: 'are taken', leave: 'are left' },
  'data-mining': {
    '': 'as each item says',
    reserved: 'reserved from others',
    licensed: 'licensed to us, whatever items say',
  },
}

function settingsForm(name: string, isNew: boolean, typed: Typed, site: Site): Html {
  const choice = (option: keyof typeof choices): Html =>
    html`<p><label for="${option}">${labels[option]}</label><select id="${option}" name="${option}">${choices[option].map((value) => html`<option value="${value}"${typed(option) === value && html` selected`}>${meanings[option][value]}</option>`)}</select></p>`
  const line = (option: string, rest: Html = html` maxlength="${longestWords}"`): Html =>
    html`<p><label for="${option}">${labels[option]}</label><input id="${option}" name="${option}" value="${typed(option)}"${rest}></p>`
  return html`<form class="editor settings" method="post" action="/desk/sources/${encodeURIComponent(name)}">
${line('title')}${choice('publish')}${choice('summary')}${choice('data-mining')}${choice('search-engines')}${line('credit', html` maxlength="${longestWords}" placeholder="as each item says"`)}${sections(typed('section'), site)}${line('language', html` maxlength="35" placeholder="${site.language}"`)}${line('time-zone', html` maxlength="60" placeholder="Europe/Oslo"`)}${choice('pictures')}${choice('order')}${line('quiet', html` inputmode="numeric" maxlength="7" placeholder="by its own history"`)}
<p><button>${isNew ? 'Make it known' : 'Keep'}</button></p></form>`
}

function sections(chosen: string, site: Site): Html {
  const listed = site.sections.some(({ slug }) => slug === chosen)
  return html`<p><label for="section">${labels['section']}</label><select id="section" name="section"><option value="">as usual</option>${site.sections.map(({ slug, name }) => html`<option value="${slug}"${slug === chosen && html` selected`}>${name}</option>`)}${chosen !== '' && !listed && html`<option value="${chosen}" selected>${chosen}</option>`}</select></p>`
}
