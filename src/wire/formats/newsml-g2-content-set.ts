/**
 * contentSet of NewsML-G2: XHTML, NITF or an agency's own mark-up inline, plain text in inlineData,
 * pictures as remoteContent. Where the same text is given in several forms the longest is taken.
 */
import type { Block } from '../../articles/body.ts'
import * as fill from '../reading/fill-item.ts'
import type { Rendition, WireItem } from '../item.ts'
import { fetchable } from '../markup/links.ts'
import { blocksOfText } from '../markup/plain-text.ts'
import { readBlocks, readHtml } from '../markup/read-blocks.ts'
import { localPart } from '../reading/subjects.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, descendants, elements, first, line, rawText } from '../xml/xml-tree.ts'
import { isDpaG2, withoutDpaHeader } from './dpa-dialect.ts'
import { readNitfBody, readNitfHead } from './nitf-body.ts'

/** One rendering of the text, read only when it is chosen. */
interface Rendering {
  length: number
  read: () => Block[]
}

export function readContentSet(out: WireItem, item: Element): Block[] {
  const content = first(item, 'contentSet')
  if (!content) return []
  const renderings = [
    ...all(content, 'inlineXML').map((one) => inlineXml(out, item, one)),
    ...all(content, 'inlineData').map((one) => inlineData(out, one)),
  ]
  for (const one of all(content, 'remoteContent')) readRemote(out, one)
  if (renderings.length > 1) {
    fill.notice(out, 'assumed', `${renderings.length} renderings of the text; the longest is used`)
  }
  return renderings.toSorted((a, b) => b.length - a.length)[0]?.read() ?? []
}

function inlineXml(out: WireItem, item: Element, inline: Element): Rendering {
  const length = (line(inline) ?? '').length
  const root = elements(inline)[0]
  if (!root) return { length, read: () => blocksOfText(rawText(inline)) }
  if (/^nitf$/i.test(root.name)) {
    readNitfHead(out, root)
    return { length, read: () => readNitfBody(out, root) }
  }
  readTtByline(out, root)
  const body = descendants(inline, 'body')[0] ?? inline
  const read = (): Block[] => {
    const own = isDpaG2(item) ? withoutDpaHeader(out, body) : body
    return readBlocks(out, isAnsa(out) ? withoutAnsaRouting(out, own) : own)
  }
  return { length, read }
}

/** TT's own mark-up has the byline only in the body. */
function readTtByline(out: WireItem, root: Element): void {
  const names = descendants(root, 'byline').map((one) => line(one))
  if (root.name === 'BODY') fill.give(out, 'by', names.filter((name) => name).join('; '))
}

function isAnsa(out: WireItem): boolean {
  return /\bansa\.it\b/i.test(out.uri)
}

/** ANSA ends the body with codes for routing, outside any paragraph. */
function withoutAnsaRouting(out: WireItem, body: Element): Element {
  const last = body.children.at(-1)
  if (typeof last !== 'string' || !/^(?=.*\d)[A-Z\d\s]+$/.test(last)) return body
  fill.notice(out, 'removed', 'routing codes', last.trim())
  return { ...body, children: body.children.slice(0, -1) }
}

function inlineData(out: WireItem, data: Element): Rendering {
  const text = rawText(data)
  const isHtml = /html/i.test(attribute(data, 'contenttype') ?? '') || /<p[\s>]/i.test(text)
  const read = (): Block[] => (isHtml ? readHtml(out, text) : blocksOfText(text))
  return { length: text.length, read }
}

function readRemote(out: WireItem, remote: Element): void {
  const address = attribute(remote, 'href') ?? attribute(remote, 'residref')
  const href = fetchable(address) ?? address
  if (!href) return
  const rendition: Rendition = { name: localPart(attribute(remote, 'rendition')) || 'main', href }
  const type = attribute(remote, 'contenttype')
  if (type) rendition.contentType = type
  for (const side of ['width', 'height'] as const) {
    const value = Number(attribute(remote, side))
    if (value > 0) rendition[side] = value
  }
  const size = Number(attribute(remote, 'size'))
  if (size > 0) rendition.sizeInBytes = size
  ;(out.renditions ??= []).push(rendition)
}
