/** The text of an NITF document; its media objects become associations. */
import type { Block } from '../../../articles/body/body.ts'
import { isEfeSlug } from '../../dialects/efe.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { withEscapedHtml } from '../../markup/html/escaped-html.ts'
import { readBlocks } from '../../markup/read-blocks.ts'
import type { Element, Node } from '../../xml/xml-tree.ts'
import { all, attribute, descendant, first, isElement, line, rawText } from '../../xml/xml-tree.ts'
import { withoutWhatIsBeside } from './beside-the-text.ts'

export function readNitfBody(out: WireItem, nitf: Element): Block[] {
  const given = first(nitf, 'body')
  const body = given && withoutWhatIsBeside(out, withEscapedHtml(given))
  const content = first(body, 'body.content')
  const end = first(body, 'body.end')
  const blocks = readBlocks(out, content ?? body ?? nitf)
  return end && content ? [...blocks, ...readBlocks(out, end)] : blocks
}

/** Headline, byline and dateline of body.head, which fill what the metadata left open. */
export function readNitfHead(out: WireItem, given: Element): void {
  const nitf = withEscapedHtml(given)
  const head = first(nitf, 'body', 'body.head')
  // Mediaspan's systems have a headline for the paper and one for the web.
  const headline = ['hl1', 'webhead', 'printhead']
    .map((name) => descendant(head, name))
    .find((one) => line(one) !== undefined)
  if (out.headlines.length === 0) fill.headline(out, line(headline))
  const title = line(first(nitf, 'head', 'title'))
  // PA's title is the number of the take and the slug: "1 SHOWBIZ Lamp".
  if (out.headlines.length === 0 && !/^\d+ \p{Lu}{2,}\b/u.test(title ?? '')) {
    fill.headline(out, title)
  }
  for (const hl2 of [
    ...all(first(head, 'hedline'), 'hl2'),
    ...all(first(head, 'headline'), 'hl2'),
  ]) {
    if (isEfeSlug(out, line(hl2), nitf)) fill.give(out, 'slugline', line(hl2))
    else if (line(hl2) !== line(headline)) fill.headline(out, line(hl2), 'sub')
  }
  for (const other of all(first(head, 'hedline'), 'hl1').slice(1)) {
    fill.headline(out, line(other), 'other')
  }
  fill.give(out, 'by', bylinesOf(head))
  fill.give(out, 'dateline', datelineOf(first(head, 'dateline')))
  readHeadNotes(out, head)
}

/** Archives write the names once more for machines (New York Times). */
function bylinesOf(head: Element | undefined): string {
  const forReaders = all(head, 'byline').filter(
    (one) => !/^normali[sz]ed/.test(attribute(one, 'class') ?? ''),
  )
  const bylines = forReaders.map(bylineOf).filter((one) => one !== undefined)
  return [...new Set(bylines)].join('; ')
}

/** "By Jane Moor" and the title, which NITF writes without a space between them. */
function bylineOf(byline: Element): string | undefined {
  const title = line(first(byline, 'byttl'))
  const nodes = byline.children.filter((node) => !isElement(node) || !isBeside(node))
  let name = ''
  let before: Node | undefined
  for (const node of nodes) {
    const text = rawText(node).replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const areTwo = isParty(before) && isParty(node)
    name += `${name === '' ? '' : areTwo ? ', ' : ' '}${text}`
    before = node
  }
  const parts = [name.replace(/,$/, ''), title].filter((part) => part !== undefined && part !== '')
  return parts.length > 0 ? parts.join(', ') : undefined
}

/** The title follows the name, and an address is for those who received the story. */
function isBeside(element: Element): boolean {
  return /^(?:byttl|virtloc)$/i.test(element.name)
}

/** Two names that nothing parts but white space. */
function isParty(node: Node | undefined): boolean {
  return isElement(node) && /^(?:person|author|org)$/i.test(node.name)
}

function datelineOf(dateline: Element | undefined): string | undefined {
  const location = first(dateline, 'location')
  // Where the source writes its own commas, its string stands.
  if (/,/.test(rawText(location))) return line(dateline)
  const parts = (location?.children ?? [])
    .map((node) => rawText(node).replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  const date = line(first(dateline, 'story.date'))
  if (!location || parts.length === 0) {
    const whole = line(dateline)
    // A day alone says nothing that the time of the item does not.
    return whole === date ? undefined : whole
  }
  return [...parts, ...(date ? [date] : [])].join(', ')
}

/** Notes in body.head are for editors (type npa: not for publication) unless they say otherwise. */
function readHeadNotes(out: WireItem, head: Element | undefined): void {
  for (const one of all(head, 'note')) {
    const isPublic =
      /correction/i.test(attribute(one, 'noteclass') ?? '') && attribute(one, 'type') === 'pa'
    fill.note(out, line(one), isPublic)
  }
  const summary = line(first(head, 'abstract'))
  if (out.descriptions.length === 0) fill.description(out, summary, 'summary')
}
