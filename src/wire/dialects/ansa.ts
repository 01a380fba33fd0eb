/**
 * ANSA. In NITF the byline element holds the sub-headline, and headlines begin with marks of routing
 * (">>>ANSA/…"); in NewsML-G2 the body ends with codes for routing, outside any paragraph.
 */
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { Element } from '../xml/xml-tree.ts'
import { descendant, first, line, without } from '../xml/xml-tree.ts'

const marks = /^(?:>+\s*)?(?:ANSA\s*\/\s*|>+\s*)/

/** Reads ANSA's own lines, and gives the document without the byline that is none. */
export function withoutAnsaLines(out: WireItem, nitf: Element): Element {
  const head = first(nitf, 'body', 'body.head')
  if (line(descendant(head, 'distributor')) !== 'ANSA') return nitf
  const headline = line(descendant(head, 'hl1')) ?? ''
  const mark = marks.exec(headline)?.[0]
  if (mark !== undefined) fill.keepExtra(out, 'routing', mark.trim())
  fill.headline(out, headline.slice(mark?.length ?? 0))
  const byline = first(head, 'byline')
  fill.headline(out, line(byline), 'sub')
  return byline ? without(nitf, (one) => one === byline) : nitf
}

export function isAnsa(out: WireItem): boolean {
  return /\bansa\.it\b/i.test(out.uri)
}

export function withoutAnsaRouting(out: WireItem, body: Element): Element {
  const last = body.children.at(-1)
  if (typeof last !== 'string' || !/^(?=.*\d)[A-Z\d\s]+$/.test(last)) return body
  fill.notice(out, 'removed', 'routing codes', last.trim())
  return { ...body, children: body.children.slice(0, -1) }
}
