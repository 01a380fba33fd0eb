import type { Receipt } from '../../ledger/ledger.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'

/** For every kill and hold: what was reached, by which node, and how long after the delivery. */
export function receiptList(receipts: Receipt[], site: Site, now: Date): Html {
  if (receipts.length === 0)
    return html`<div id="live" data-live="5"><p class="empty">No story has been taken from readers.</p></div>`
  return html`<div id="live" data-live="5">${receipts.map((receipt) => receiptPart(receipt, site, now))}</div>`
}

function receiptPart(receipt: Receipt, site: Site, now: Date): Html {
  const { slug, cause, deliveredAt, marks } = receipt
  const last =
    marks
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? deliveredAt
  return html`<article class="receipt"><h2><span class="state ${cause}">${cause}</span> <a href="/desk/articles/${slug}">/articles/${slug}</a></h2>
<p>Delivered ${time(deliveredAt, site, { near: now.toISOString() })}. The last place that has reported: ${after(deliveredAt, last)}.</p>
<table><caption class="vh">What was reached</caption><thead><tr><th scope="col">What</th><th scope="col">How many</th><th scope="col">Where</th><th scope="col">When</th></tr></thead>
<tbody>${marks.map(
    ({ what, number, detail, node, at }) =>
      html`<tr><th scope="row">${what}${detail && html`<small class="list">${detail}</small>`}</th><td>${number}</td><td>${node}</td><td>${after(deliveredAt, at)}</td></tr>`,
  )}</tbody></table></article>`
}

function after(from: string, to: string): string {
  const ms = Math.max(0, Date.parse(to) - Date.parse(from))
  if (ms === 0) return 'in the same step'
  return ms < 10_000 ? `${ms} ms later` : `${Math.round(ms / 1000)} s later`
}
