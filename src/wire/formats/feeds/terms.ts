/**
 * From when, until when and whether at all an entry of a feed is for readers, where a module says so:
 * drafts of Atom's publishing protocol (RFC 5023), the dates of PRISM, Dublin Core and MSN, and the state
 * of Media RSS.
 */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt } from '../../xml/xml-tree.ts'

const embargoes = ['embargoDate', 'embargoed', 'embargo'] as const
const expiries = ['expirationDate', 'expires', 'killDate'] as const

const others = ['valid', 'control', 'draft', 'status'] as const
const terms = new Set([...embargoes, ...expiries, ...others].map((name) => name.toLowerCase()))

/** `expires` of Atom's early drafts and of RSS modules is one of these; an entry has no other. */
export function readTerms(out: WireItem, entry: Element): void {
  // Most entries have none of them, which one look over their children tells.
  if (!elements(entry).some(({ name }) => terms.has(name.toLowerCase()))) return
  for (const name of embargoes)
    for (const one of all(entry, name)) fill.embargo(out, line(one), name)
  for (const name of expiries) for (const one of all(entry, name)) fill.expiry(out, line(one))
  for (const one of all(entry, 'valid')) readPeriod(out, line(one) ?? '')
  if (isDraft(entry)) {
    out.pubStatus = 'withheld'
    fill.hold(out, 'its feed calls it a draft')
  }
  const stated = line(first(entry, 'status'))
  if (stated !== undefined && closingStatus.test(stated))
    fill.hold(out, `its feed gives it the status "${stated}"`)
  const state = attribute(first(entry, 'status'), 'state')
  // SmartNews takes stories back so.
  if (state !== undefined && /^deleted$/i.test(state)) out.pubStatus = 'withheld'
  if (state !== undefined && /^(?:deleted|blocked)$/i.test(state))
    fill.hold(out, `its feed says that it is ${state.toLowerCase()} (media:status)`)
}

/** States of content systems in which a text is not, or no longer, for readers. */
const closingStatus =
  /^(?:private|pending|unpublished|trash|deleted|withdrawn|withheld|killed|cancell?ed|embargoed)$/i

const meantYes = /^(?:yes|true|1)$/i

function isDraft(entry: Element): boolean {
  const stated = lineAt(entry, 'control', 'draft') ?? line(first(entry, 'draft'))
  return meantYes.test(stated ?? '') || /^draft$/i.test(line(first(entry, 'status')) ?? '')
}

/** A period of Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-period/). */
function readPeriod(out: WireItem, period: string): void {
  const [, start] = /(?:^|;)\s*start\s*=\s*([^;\s][^;]*)/i.exec(period) ?? []
  const [, end] = /(?:^|;)\s*end\s*=\s*([^;\s][^;]*)/i.exec(period) ?? []
  if (start !== undefined) fill.embargo(out, start.trim(), 'dcterms:valid')
  if (end !== undefined) fill.expiry(out, end.trim())
}
