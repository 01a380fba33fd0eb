/**
 * TT's HTML begins with a line of vignette and source in one `div class="dat"`. They are metadata
 * that stand nowhere else: the vignette becomes a kicker, the source the credit line.
 */
import { domainOf } from '../reading/agencies.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { Element, Node } from '../xml/xml-tree.ts'
import { attribute, descendants, isElement, line, rawText } from '../xml/xml-tree.ts'

export function withoutTtLines(out: WireItem, body: Element): Element {
  if (domainOf(out.uri) !== 'tt.se') return body
  const kept = (node: Node): Node[] => {
    if (!isElement(node)) return [node]
    if (attribute(node, 'class') !== 'dat')
      return [{ ...node, children: node.children.flatMap(kept) }]
    for (const part of descendants(node, 'span')) {
      const kind = attribute(part, 'class')
      if (kind === 'vignette') fill.headline(out, line(part), 'kicker')
      if (kind === 'source') fill.give(out, 'creditline', line(part))
    }
    fill.notice(out, 'removed', 'line of vignette and source', rawText(node).trim())
    return []
  }
  return { ...body, children: body.children.flatMap(kept) }
}
