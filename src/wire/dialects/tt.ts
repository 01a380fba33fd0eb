/**
 * TT's texts begin with a line of vignette and source: in HTML one `div class="dat"`, in TT's own
 * mark-up `DAT` with `ORT` and `SOURCE`. They are metadata that stand nowhere else: the vignette
 * becomes a kicker, the source the credit line, or the dateline where it says from where.
 */
import { domainOf } from '../reading/fields/agencies.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { Element } from '../xml/xml-tree.ts'
import { attribute, descendants, line, rawText, without } from '../xml/xml-tree.ts'

const parts = ['span', 'ORT', 'SOURCE']

export function withoutTtLines(out: WireItem, body: Element): Element {
  if (domainOf(out.uri) !== 'tt.se') return body
  return without(body, (node) => {
    const isLine = attribute(node, 'class') === 'dat' || node.name === 'DAT'
    if (isLine) readTtLine(out, node)
    return isLine
  })
}

function readTtLine(out: WireItem, node: Element): void {
  for (const part of parts.flatMap((name) => descendants(node, name))) {
    const kind = attribute(part, 'class') ?? part.name
    if (kind === 'vignette' || kind === 'ORT') fill.headline(out, line(part), 'kicker')
    if (kind === 'source') fill.give(out, 'creditline', line(part))
    if (kind === 'SOURCE') fill.give(out, 'dateline', line(part))
  }
  fill.notice(out, 'removed', 'line of vignette and source', rawText(node).trim())
}
