/** The text of an NITF document; its media objects become associations. */
import type { Block } from '../../../articles/body/body.ts'
import { textOf } from '../../../articles/body/body.ts'
import { isEfeSlug } from '../../dialects/efe.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { blocksOf } from '../../markup/markup.ts'
import { readAnyElement, readBlocks } from '../../markup/read-blocks.ts'
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
  without,
} from '../../xml/xml-tree.ts'

export function readNitfBody(out: WireItem, nitf: Element): Block[] {
  const body = withoutAdvisories(out, first(nitf, 'body'))
  const content = first(body, 'body.content')
  const end = first(body, 'body.end')
  // Some editors' systems put their HTML into the text as one piece of character data.
  const blocks = isEscaped(content)
    ? readAnyElement(out, content)
    : readBlocks(out, content ?? body ?? nitf)
  return end && content ? [...blocks, ...readBlocks(out, end)] : blocks
}

function isEscaped(content: Element | undefined): content is Element {
  return content !== undefined && elements(content).length === 0 && /<\/p>/i.test(rawText(content))
}

/** Notes of the type npa are "non-publishable advisories" wherever in the text they stand. */
function withoutAdvisories(out: WireItem, body: Element | undefined): Element | undefined {
  const advisories = ['body.content', 'body.end'].flatMap((part) =>
    descendants(first(body, part), 'note').filter(
      (one) => attribute(one, 'type')?.toLowerCase() === 'npa',
    ),
  )
  if (!body || advisories.length === 0) return body
  const gone = new Set(advisories)
  for (const one of gone) fill.note(out, textOf(blocksOf(one).blocks))
  return without(body, (one) => gone.has(one))
}

/** Headline, byline and dateline of body.head, which fill what the metadata left open. */
export function readNitfHead(out: WireItem, nitf: Element): void {
  const head = first(nitf, 'body', 'body.head')
  const headline = descendant(head, 'hl1')
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
  fill.give(out, 'by', bylineOf(first(head, 'byline')))
  fill.give(out, 'dateline', datelineOf(first(head, 'dateline')))
  readHeadNotes(out, head)
}

/** "By Jane Moor" and the title, which NITF writes without a space between them. */
function bylineOf(byline: Element | undefined): string | undefined {
  if (!byline) return undefined
  const title = line(first(byline, 'byttl'))
  const name = byline.children
    .filter((node) => typeof node === 'string' || node.name.toLowerCase() !== 'byttl')
    .map((node) => rawText(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/,$/, '')
  const parts = [name, title].filter((part) => part !== undefined && part !== '')
  return parts.length > 0 ? parts.join(', ') : undefined
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
