import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { type choices, longestWords } from '../../wire/wire.ts'

/** What was typed, or else what is kept, by the names of the settings. */
export type Typed = (option: string) => string

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

export const meanings: Readonly<Record<keyof typeof choices, Readonly<Record<string, string>>>> = {
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

/** A label and its line to type in. */
export function lineFor(option: string, label: string, value: string, rest: Html): Html {
  return html`<p><label for="${option}">${label}</label><input id="${option}" name="${option}" value="${value}"${rest}></p>`
}

/** A label and what can be chosen: values with what they mean. */
export function choiceFor(
  option: string,
  label: string,
  chosen: string,
  values: Readonly<Record<string, string>>,
): Html {
  return html`<p><label for="${option}">${label}</label><select id="${option}" name="${option}">${Object.entries(values).map(([value, means]) => html`<option value="${value}"${chosen === value && html` selected`}>${means}</option>`)}</select></p>`
}

/** The form of all settings of one source. */
export function settingsForm(name: string, isNew: boolean, typed: Typed, site: Site): Html {
  const choice = (option: keyof typeof choices): Html =>
    choiceFor(option, labels[option] ?? option, typed(option), meanings[option])
  const line = (option: string, rest: Html = html` maxlength="${longestWords}"`): Html =>
    lineFor(option, labels[option] ?? option, typed(option), rest)
  return html`<form class="editor settings" method="post" action="/desk/sources/${encodeURIComponent(name)}">
${line('title')}${choice('publish')}${choice('summary')}${choice('data-mining')}${choice('search-engines')}${line('credit', html` maxlength="${longestWords}" placeholder="as each item says"`)}${sections(typed('section'), site)}${line('language', html` maxlength="35" placeholder="${site.language}"`)}${line('time-zone', html` maxlength="60" placeholder="Europe/Oslo"`)}${choice('pictures')}${choice('order')}${line('quiet', html` inputmode="numeric" maxlength="7" placeholder="by its own history"`)}
<p><button>${isNew ? 'Make it known' : 'Keep'}</button></p></form>`
}

function sections(chosen: string, site: Site): Html {
  const listed = site.sections.some(({ slug }) => slug === chosen)
  return html`<p><label for="section">${labels['section']}</label><select id="section" name="section"><option value="">as usual</option>${site.sections.map(({ slug, name }) => html`<option value="${slug}"${slug === chosen && html` selected`}>${name}</option>`)}${chosen !== '' && !listed && html`<option value="${chosen}" selected>${chosen}</option>`}</select></p>`
}
