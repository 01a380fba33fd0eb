import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Meaning, UsagePhrase } from '../../wire/wire.ts'
import { shownIn } from './instant-in-zone.ts'

interface UsagePage {
  phrases: UsagePhrase[]
  territories: string[] | undefined
  site: Site
  now: Date
}

/** Every limit in words that the wire has sent, those first that nobody has judged. */
export function usagePage({ phrases, territories, site, now }: UsagePage): Html {
  return html`<p>What a source writes about the use of its copy (“TURKEY OUT”, “NO ARCHIVAL USE”) no machine reads. Say once what each phrase of each source means here; it then holds for every item that carries it, those that are out already too, until somebody says otherwise. Until then texts are shown and pictures are not offered.</p>
<form method="post" action="/desk/usage/territories" class="decide"><p><label for="territories">Where this site is used</label><input id="territories" name="territories" value="${(territories ?? []).join(', ')}" maxlength="600" required placeholder="DE, AT"> <button>Keep</button>${territories === undefined && html` <small>Nobody has said it yet: a limit to countries holds everywhere.</small>`}</p></form>
${phrases.length === 0 ? html`<p class="empty">No item has come with a limit of use in words.</p>` : phrases.map((phrase) => phrasePart(phrase, site, now))}`
}

function phrasePart(phrase: UsagePhrase, site: Site, now: Date): Html {
  const { id, source, words, seenAt, items, examples, confirmed } = phrase
  const near = { near: now.toISOString() }
  return html`<section class="version" data-row="${id}"><h2 dir="auto">${words}</h2>
<p class="about">${source} · seen first ${time(seenAt, site, near)} · ${items} ${items === 1 ? 'item' : 'items'}</p>
${examples.length > 0 && html`<ul>${examples.map(({ itemId, headline }) => html`<li><a href="/desk/items/${itemId}" dir="auto">${headline || '(no headline)'}</a></li>`)}</ul>`}
${
  confirmed
    ? html`<p><b>${inWords(confirmed.meaning)}</b> ${confirmed.by}, ${time(confirmed.at, site, near)}</p>`
    : html`<p><b class="state held">Nobody has said what it means.</b></p>`
}
<details${!confirmed && html` open`}><summary>Say what it means</summary>${meaningForm(id, confirmed?.meaning, site)}</details></section>`
}

function meaningForm(id: string, meaning: Meaning | undefined, { timeZone }: Site): Html {
  const box = (name: string, words: string, on: boolean): Html =>
    html`<label class="box"><input type="checkbox" name="${name}" value="yes"${on && html` checked`}> ${words}</label>`
  const line = (name: string, words: string, value: string | number | undefined): Html =>
    html`<p><label for="${name}-${id}">${words}</label><input id="${name}-${id}" name="${name}" value="${value ?? ''}" maxlength="200"></p>`
  const moment = (name: 'from' | 'until', words: string): Html =>
    html`<p><label for="${name}-${id}">${words}</label><input id="${name}-${id}" name="${name}" type="datetime-local" step="1" value="${meaning?.[name] ? shownIn(timeZone, meaning[name]) : ''}"> <small>${timeZone}</small></p>`
  return html`<form method="post" action="/desk/usage/${id}" class="decide">
<fieldset><legend>In an item that carries it</legend>
${box('nothing', 'it means nothing for us', meaning !== undefined && Object.keys(meaning).length === 0)}
${box('holds-text', 'it holds the text', meaning?.holdsText === true)}
${box('holds-pictures', 'it holds the pictures', meaning?.holdsPictures === true)}
${box('no-summary', 'no machine may summarise it', meaning?.noSummary === true)}
</fieldset>
${line('not-in', 'Not in these countries (two letters each)', meaning?.notIn?.join(', '))}
${line('only-in', 'Only in these countries', meaning?.onlyIn?.join(', '))}
${line('languages', 'Only in these languages (by their codes)', meaning?.languages?.join(', '))}
${moment('from', 'Not before')}
${moment('until', 'Not after: gone then')}
${line('listed-days', 'Leaves lists and search after so many days', meaning?.listedDays)}
${line('archive-days', 'May not stand in an archive: gone after so many days', meaning?.archiveDays)}
${line('why', 'Why', '')}
<p><button>Confirm</button></p>
</form>`
}

function inWords(meaning: Meaning): string {
  const { holdsText, holdsPictures, noSummary, notIn, onlyIn, listedDays, archiveDays } = meaning
  const { languages, from, until } = meaning
  const said = [
    holdsText && 'holds the text',
    holdsPictures && 'holds pictures',
    noSummary && 'no summary',
    notIn && `not in ${notIn.join(', ')}`,
    onlyIn && `only in ${onlyIn.join(', ')}`,
    listedDays !== undefined && `out of lists after ${listedDays} days`,
    languages && `only in the language ${languages.join(' ')}`,
    from && `not before ${from}`,
    until && `not after ${until}`,
    archiveDays !== undefined && `gone after ${archiveDays} days`,
  ].filter((one) => typeof one === 'string')
  return said.length === 0 ? 'Means nothing here.' : `It means: ${said.join('; ')}.`
}
