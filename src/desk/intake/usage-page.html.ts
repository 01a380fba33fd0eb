import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { Meaning, UsagePhrase } from '../../wire/wire.ts'
import type { Refused, Typed } from '../parts/refused.ts'
import { typedInto } from '../parts/refused.ts'
import { shownIn } from './instant-in-zone.ts'

interface UsagePage {
  phrases: UsagePhrase[]
  territories: string[] | undefined
  site: Site
  now: Date
  /** Its form is the id of a phrase, or `territories`. */
  refused?: Refused | undefined
}

/** Every limit in words that the wire has sent, those first that nobody has judged. */
export function usagePage({ phrases, territories, site, now, refused }: UsagePage): Html {
  const typed = typedInto('territories', refused)
  const where = typed ? typed('territories') : (territories ?? []).join(', ')
  return html`<p>What a source writes about the use of its copy (“TURKEY OUT”, “NO ARCHIVAL USE”) no machine reads. Say once what each phrase of each source means here; it then holds for every item that carries it, those that are out already too, until somebody says otherwise. Until then texts are shown and pictures are not offered.</p>
<form method="post" action="/desk/usage/territories" class="decide"><p><label for="territories">Where this site is used</label><input id="territories" name="territories" value="${where}" maxlength="600" required placeholder="DE, AT">${territories === undefined && html` <small>Nobody has said it yet: a limit to countries holds everywhere.</small>`}</p><p><button>Keep</button></p></form>
${phrases.length === 0 ? html`<p class="empty">No item has come with a limit of use in words.</p>` : phrases.map((phrase) => phrasePart(phrase, site, now, refused))}`
}

function phrasePart(phrase: UsagePhrase, site: Site, now: Date, refused?: Refused): Html {
  const { id, source, words, seenAt, items, examples, confirmed } = phrase
  const typed = typedInto(id, refused)
  const near = { near: now.toISOString() }
  return html`<section class="version" data-row="${id}"><h2 dir="auto">${words}</h2>
<p class="about">${source} · seen first ${time(seenAt, site, near)} · ${items} ${items === 1 ? 'item' : 'items'}</p>
${examples.length > 0 && html`<ul>${examples.map(({ itemId, headline }) => html`<li><a href="/desk/items/${itemId}" dir="auto">${headline || '(no headline)'}</a></li>`)}</ul>`}
${
  confirmed
    ? html`<p><b>${inWords(confirmed.meaning, site)}</b> ${confirmed.by}, ${time(confirmed.at, site, near)}</p>`
    : html`<p><b class="state held">Nobody has said what it means.</b></p>`
}
<details${(!confirmed || typed) && html` open`}><summary>Say what it means</summary>${meaningForm(id, typed ?? keptIn(confirmed?.meaning, site), site)}</details></section>`
}

/** What a meaning says, as the fields of its form hold it. */
function keptIn(meaning: Meaning | undefined, { timeZone }: Site): Typed {
  if (meaning === undefined) return () => ''
  const { from, until, notIn, onlyIn, languages, listedDays, archiveDays } = meaning
  const kept: Record<string, string | number | false | undefined> = {
    nothing: Object.keys(meaning).length === 0 && 'yes',
    'holds-text': meaning.holdsText && 'yes',
    'holds-pictures': meaning.holdsPictures && 'yes',
    'no-summary': meaning.noSummary && 'yes',
    'not-in': notIn?.join(', '),
    'only-in': onlyIn?.join(', '),
    languages: languages?.join(', '),
    from: from && shownIn(timeZone, from),
    until: until && shownIn(timeZone, until),
    'listed-days': listedDays,
    'archive-days': archiveDays,
  }
  return (name) => {
    const value = kept[name] ?? false
    return value === false ? '' : String(value)
  }
}

function meaningForm(id: string, value: Typed, { timeZone }: Site): Html {
  const box = (name: string, words: string): Html =>
    html`<label class="box"><input type="checkbox" name="${name}" value="yes"${value(name) !== '' && html` checked`}> ${words}</label>`
  const line = (name: string, words: string): Html =>
    html`<p><label for="${name}-${id}">${words}</label><input id="${name}-${id}" name="${name}" value="${value(name)}" maxlength="200"></p>`
  const moment = (name: string, words: string): Html =>
    html`<p><label for="${name}-${id}">${words}</label><input id="${name}-${id}" name="${name}" type="datetime-local" step="1" value="${value(name)}"> <small>${timeZone}</small></p>`
  return html`<form method="post" action="/desk/usage/${id}" class="decide">
<fieldset><legend>In an item that carries it</legend>
${box('nothing', 'it means nothing for us')}
${box('holds-text', 'it holds the text')}
${box('holds-pictures', 'it holds the pictures')}
${box('no-summary', 'no machine may summarise it')}
</fieldset>
${line('not-in', 'Not in these countries (two letters each)')}
${line('only-in', 'Only in these countries')}
${line('languages', 'Only in these languages (by their codes)')}
${moment('from', 'Not before')}
${moment('until', 'Not after: gone then')}
${line('listed-days', 'Leaves lists and search after so many days')}
${line('archive-days', 'May not stand in an archive: gone after so many days')}
${line('why', 'Why')}
<p><button>Confirm</button></p>
</form>`
}

function inWords(meaning: Meaning, { timeZone }: Site): string {
  const { holdsText, holdsPictures, noSummary, notIn, onlyIn, listedDays, archiveDays } = meaning
  const { languages, from, until } = meaning
  const moment = (instant: string) =>
    `${shownIn(timeZone, instant).replace('T', ' ')} (${timeZone})`
  const said = [
    holdsText && 'holds the text',
    holdsPictures && 'holds pictures',
    noSummary && 'no summary',
    notIn && `not in ${notIn.join(', ')}`,
    onlyIn && `only in ${onlyIn.join(', ')}`,
    listedDays !== undefined && `out of lists after ${listedDays} days`,
    languages && `only in the language ${languages.join(' or ')}`,
    from && `not before ${moment(from)}`,
    until && `not after ${moment(until)}`,
    archiveDays !== undefined && `gone after ${archiveDays} days`,
  ].filter((one) => typeof one === 'string')
  return said.length === 0 ? 'Means nothing here.' : `It means: ${said.join('; ')}.`
}
