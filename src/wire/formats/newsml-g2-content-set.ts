/**
 * contentSet of NewsML-G2: XHTML, NITF or an agency's own mark-up inline, plain text in inlineData,
 * pictures as remoteContent. Where the same text is given in several forms the longest is taken.
 */
import type { Block } from '../../articles/body.ts'
import { textOf } from '../../articles/body.ts'
import * as fill from '../fill-item.ts'
import { parseHtml } from '../html-tree.ts'
import type { Notice, Rendition, WireItem } from '../item.ts'
import { fetchable } from '../links.ts'
import { blocksOf } from '../markup.ts'
import { blocksOfText } from '../plain-text.ts'
import { localPart } from '../subjects.ts'
import type { Element } from '../xml-tree.ts'
import { all, attribute, descendants, elements, first, rawText } from '../xml-tree.ts'
import { readNitfBody } from './nitf-body.ts'

interface Reading {
  blocks: Block[]
  notices: Notice[]
}

export function readContentSet(out: WireItem, item: Element): Block[] {
  const content = first(item, 'contentSet')
  if (!content) return []
  const readings = [
    ...all(content, 'inlineXML').flatMap((one) => readInline(out, one)),
    ...all(content, 'inlineData').map(readData),
  ]
  for (const one of all(content, 'remoteContent')) readRemote(out, one)
  const longest = readings.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  if (readings.length > 1) {
    fill.notice(out, 'assumed', `${readings.length} renderings of the text; the longest is used`)
  }
  out.standfirst.notices.push(...(longest?.notices ?? []))
  return longest?.blocks ?? []
}

function lengthOf(reading: Reading): number {
  return textOf(reading.blocks).length
}

function readInline(out: WireItem, inline: Element): Reading[] {
  const root = elements(inline)[0]
  if (!root) return [{ blocks: blocksOfText(rawText(inline)), notices: [] }]
  const nitf = /^nitf$/i.test(root.name)
  if (nitf) return [readNitfBody(out, root)]
  const body = descendants(root, 'body')[0] ?? inline
  const { blocks, notices } = blocksOf(body)
  return [{ blocks, notices }]
}

function readData(data: Element): Reading {
  const text = rawText(data)
  const isHtml = /html/i.test(attribute(data, 'contenttype') ?? '') || /<p[\s>]/i.test(text)
  if (!isHtml) return { blocks: blocksOfText(text), notices: [] }
  const { blocks, notices } = blocksOf(parseHtml(text))
  return { blocks, notices }
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
  ;(out.renditions ??= []).push(rendition)
}
