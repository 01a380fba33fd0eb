/**
 * contentSet of NewsML-G2: XHTML, NITF or an agency's own mark-up inline, plain text in inlineData,
 * pictures as remoteContent. Where the same text is given in several forms the longest is taken.
 */
import type { Block } from '../../../articles/body/body.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Rendition, WireItem } from '../../item.ts'
import { fetchable } from '../../markup/links.ts'
import { readAnyElement, readAnyText, readBlocks, readHtml } from '../../markup/read-blocks.ts'
import { localPart } from '../../reading/fields/subjects.ts'
import { readNestedDocdata } from '../nitf/nitf.ts'
import type { Element } from '../../xml/xml-tree.ts'
import {
  all,
  attribute,
  descendant,
  descendants,
  elements,
  first,
  line,
  rawText,
} from '../../xml/xml-tree.ts'
import { isAnsa, withoutAnsaRouting } from '../../dialects/ansa.ts'
import { isDpaG2, withoutDpaHeader } from '../../dialects/dpa.ts'
import { htmlOfIdf } from '../../dialects/infomaker.ts'
import { withoutTtLines } from '../../dialects/tt.ts'
import { readNitfBody, readNitfHead } from '../nitf/body.ts'

/** One rendering of the text, measured where there is another and read only when it is chosen. */
interface Rendering {
  length: () => number
  read: () => Block[]
}

export function readContentSet(out: WireItem, item: Element): Block[] {
  const content = first(item, 'contentSet')
  if (!content) return []
  const renderings = [
    ...all(content, 'inlineXML').map((one) => inlineXml(out, item, one)),
    ...all(content, 'inlineData').flatMap((one) => inlineData(out, one)),
  ]
  readRemotes(out, content)
  if (renderings.length > 1) {
    fill.notice(out, 'assumed', `${renderings.length} renderings of the text; the longest is used`)
  }
  return longestOf(renderings)?.read() ?? []
}

function longestOf(renderings: Rendering[]): Rendering | undefined {
  if (renderings.length < 2) return renderings[0]
  const measured = renderings.map((one) => ({ one, length: one.length() }))
  return measured.toSorted((a, b) => b.length - a.length)[0]?.one
}

function inlineXml(out: WireItem, item: Element, inline: Element): Rendering {
  const length = (): number => (line(inline) ?? '').length
  const root = elements(inline)[0]
  if (!root) return { length, read: () => readAnyElement(out, inline) }
  if (isData(inline, root)) {
    const read = () => {
      fill.hold(out, `its content is data (${root.name}), not a text`)
      return []
    }
    return { length: () => 0, read }
  }
  if (/^nitf$/i.test(root.name)) {
    readNestedDocdata(out, root)
    readNitfHead(out, root)
    return { length, read: () => readNitfBody(out, root) }
  }
  if (root.name === 'idf') return { length, read: () => readBlocks(out, htmlOfIdf(out, root)) }
  readTtByline(out, root)
  readHtmlHeadline(out, root)
  const body = descendant(inline, 'body') ?? inline
  const read = (): Block[] => {
    const own = isDpaG2(item) ? withoutDpaHeader(out, body) : body
    return readBlocks(out, isAnsa(out) ? withoutAnsaRouting(out, own) : withoutTtLines(out, own))
  }
  return { length, read }
}

/** SportsML, EventsML and the like say facts by attributes; their text alone says nothing. */
function isData(inline: Element, root: Element): boolean {
  const type = attribute(inline, 'contenttype') ?? ''
  return (
    /(?:sports|events|programmes|weather|election)ml/i.test(type) ||
    /^(?:sports-\w+|events?|schedule|tournament|standing|statistic|concept\w*)$/i.test(root.name)
  )
}

/** Where the metadata name no headline, the page has one of its own (Anadolu). */
function readHtmlHeadline(out: WireItem, root: Element): void {
  if (out.headlines.length > 0 || !/^html$/i.test(root.name)) return
  fill.headline(out, line(descendants(root, 'h1')[0]) ?? line(first(root, 'head', 'title')))
}

/** TT's own mark-up has the byline only in the body. */
function readTtByline(out: WireItem, root: Element): void {
  if (root.name !== 'BODY') return
  const names = descendants(root, 'byline').map((one) => line(one))
  fill.give(out, 'by', names.filter((name) => name).join('; '))
}

/** Text, as it is or in Base64; what is encoded and none (a picture, a PDF) is no rendering of it. */
function inlineData(out: WireItem, data: Element): Rendering[] {
  const type = attribute(data, 'contenttype') ?? 'text/plain'
  const isEncoded = /base64/i.test(attribute(data, 'encoding') ?? '')
  const isText = /^text\/|html|xml/i.test(type)
  if (!isText && (isEncoded || /^(?:image|audio|video|font)\/|pdf|octet/i.test(type))) {
    fill.notice(out, 'removed', `data of the type ${type.slice(0, 60)} beside the text`)
    return []
  }
  const text = isEncoded ? Buffer.from(rawText(data), 'base64').toString('utf8') : rawText(data)
  const read = () => (/html/i.test(type) ? readHtml(out, text) : readAnyText(out, text))
  return [{ length: () => text.length, read }]
}

/** Files of a picture or a film are the item itself; beside a text they are its pictures. */
function readRemotes(out: WireItem, content: Element): void {
  const renditions = all(content, 'remoteContent').flatMap(renditionOf)
  if (renditions.length === 0) return
  if (out.type !== 'text') out.renditions = [...(out.renditions ?? []), ...renditions]
  else for (const files of ofOnePicture(renditions)) addPicture(out, files)
}

/** The same rendition twice means two pictures. */
function ofOnePicture(renditions: Rendition[]): Rendition[][] {
  const names = new Set(renditions.map(({ name }) => name))
  return names.size === renditions.length ? [renditions] : renditions.map((one) => [one])
}

function addPicture(out: WireItem, renditions: Rendition[]): void {
  const type = /^(?:video|audio)/.exec(renditions[0]?.contentType ?? '')?.[0] ?? 'picture'
  ;(out.associations ??= []).push({ rel: 'remoteContent', type, renditions })
}

function renditionOf(remote: Element): Rendition[] {
  const address = attribute(remote, 'href') ?? attribute(remote, 'residref')
  const href = fetchable(address) ?? address
  if (!href) return []
  const rendition: Rendition = { name: localPart(attribute(remote, 'rendition')) || 'main', href }
  const type = attribute(remote, 'contenttype')
  if (type) rendition.contentType = type
  for (const side of ['width', 'height'] as const) {
    const value = Number(attribute(remote, side))
    if (value > 0) rendition[side] = value
  }
  const size = Number(attribute(remote, 'size'))
  if (size > 0) rendition.sizeInBytes = size
  return [rendition]
}
