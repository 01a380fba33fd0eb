import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import type { DeskItem } from '../../wire/wire.ts'
import { matchFirst } from '../../wire/wire.ts'
import type { Refused, Typed } from '../parts/refused.ts'
import { typedInto } from '../parts/refused.ts'
import { sentence } from '../parts/state.html.ts'

/** What an editor can decide about an item that is closed. A kill and a hold of the wire are beyond it. */
export function decideForms({ id, current }: DeskItem, site: Site, refused?: Refused): Html {
  const { verdict, item, versionId } = current
  if (verdict.open) return html``
  if (verdict.reason === 'canceled' || verdict.reason === 'withheld')
    return html`<p class="empty">Only the source can undo this: with a later version that is usable.</p>`
  const typed = typedInto('release', refused)
  const value = typed ?? (() => '')
  const sets = value('embargo') === 'set'
  const hasHeadline = item.headlines.some(({ role, value }) => role !== 'sub' && value !== '')
  return html`<section class="decide" data-act><h2>Decide</h2>
<form method="post" action="/desk/items/${id}/release">
<input type="hidden" name="version" value="${versionId}">
${item.standfirst.held.length > 0 && html`<fieldset><legend>Reasons that no longer hold</legend>${item.standfirst.held.map((reason, i) => reasonBox(reason, i, typed))}</fieldset>`}
${!hasHeadline && html`<p><label for="headline">Headline</label><input id="headline" name="headline" value="${value('headline')}" maxlength="300"></p>`}
<fieldset><legend>Embargo${item.embargoed !== undefined && html` <small>${item.embargoed}</small>`}</legend>
<label class="box"><input type="radio" name="embargo" value="keep"${!sets && html` checked`}> as it is${item.embargoed === undefined && ': none'}</label>
<label class="box"><input type="radio" name="embargo" value="set"${sets && html` checked`}> set the embargo to</label>
<input type="datetime-local" name="until" value="${value('until')}" step="1" aria-label="Embargo until, in ${site.timeZone}"> <small>${site.timeZone}</small>
</fieldset>
<p><label for="why">Why</label><input id="why" name="why" value="${value('why')}" required maxlength="300"></p>
<p><button>Release</button> <small>The gate decides again.</small></p>
</form>
<form method="post" action="/desk/items/${id}/refusal">
<input type="hidden" name="version" value="${versionId}">
<p><label for="why-not">Why not</label><input id="why-not" name="why" value="${typedInto('refusal', refused)?.('why') ?? ''}" required maxlength="300"></p>
<p><button class="quiet">Refuse</button> <small>It stays closed.</small></p>
</form>
</section>`
}

function reasonBox(reason: string, place: number, typed?: Typed): Html {
  // The box of a match is not ticked: releasing it makes a story of its own.
  const isTicked = typed ? typed(`lift-${place}`) === reason : reason !== matchFirst
  const words = reason === matchFirst ? 'It is a story of its own and no update.' : sentence(reason)
  return html`<label class="box"><input type="checkbox" name="lift-${place}" value="${reason}"${isTicked && html` checked`}> ${words}</label>`
}
