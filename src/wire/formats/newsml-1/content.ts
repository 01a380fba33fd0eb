/**
 * The text of a NewsML 1 item: the components of its body in order, as NITF, XHTML, HTML that is
 * escaped or in CDATA, or lines. What belongs to a picture stays out of the text.
 */
import type { Block } from '../../../articles/body/body.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { readAnyElement } from '../../markup/read-blocks.ts'
import { renditionsOf, withoutEquivalents } from './equivalents.ts'
import { readPictures } from './pictures.ts'
import { readRecordings } from './recordings.ts'
import { readNitfBody, readNitfHead } from '../nitf/body.ts'
import { readNestedDocdata } from '../nitf/nitf.ts'
import type { Element } from '../../xml/xml-tree.ts'
import {
  all,
  attribute,
  descendant,
  descendants,
  first,
  line,
  rawText,
} from '../../xml/xml-tree.ts'

/** Components whose text is not the story. */
const besideTheStory =
  /^(?:stylesheet|headline|title|caption|contacts?(?: info(?:rmation)?)?|logo|advisory|thumbnail|preview|tweet\w*|social\w*)$/i
/** Components that speak to those who receive them. */
const forEditors =
  /\b(?:editors?|editorial ?notes?|internal|instructions?|ed ?notes?|notes?|embargo)\b/i
/** Components about a picture or a film, with everything in them. */
const aboutMedia = /^(?:picture|photo|image|graphic|video|audio|logo|multimedia)\w*$/i

export function readContent(out: WireItem, item: Element): Block[] {
  const components = all(item, 'NewsComponent')
  const beside = components.flatMap(mediaBeside)
  const blocks = readComponents(out, components, beside)
  // Belga puts a bulletin that is spoken, its text too, under the role of its recording.
  const spoken = blocks.length > 0 ? [] : beside.filter((one) => /^audio/i.test(roleOf(one)))
  blocks.push(...readComponents(out, spoken, []))
  for (const one of beside) if (!spoken.includes(one)) keepTexts(out, one, roleOf(one))
  for (const comment of all(first(item, 'NewsComponent'), 'NewsComponent').flatMap((one) =>
    all(one, 'Comment'),
  )) {
    // A comment that is named is the sender's own housekeeping.
    if (!attribute(comment, 'FormalName')) fill.note(out, line(comment))
  }
  for (const comment of descendants(item, 'Comment')) {
    if (forEditors.test(attribute(comment, 'FormalName') ?? '')) fill.note(out, line(comment))
  }
  readRecordings(out, item, blocks.length > 0)
  readPictures(out, item, blocks.length > 0 || out.renditions !== undefined)
  return blocks
}

function mediaBeside(component: Element): Element[] {
  return all(component, 'NewsComponent').flatMap((inner) =>
    aboutMedia.test(roleOf(inner)) ? [inner] : mediaBeside(inner),
  )
}

function roleOf(component: Element): string {
  return attribute(first(component, 'Role'), 'FormalName') ?? ''
}

function readComponents(out: WireItem, given: Element[], without: Element[]): Block[] {
  const blocks: Block[] = []
  const visit = (component: Element): void => {
    if (without.includes(component)) return
    const role = roleOf(component)
    for (const data of renditionsOf(out, component)) {
      if (/^title$/i.test(role) && out.headlines.length === 0) fill.headline(out, line(data))
      if (/^(?:abstract|summary)$/i.test(role)) fill.description(out, line(data), 'summary')
      else if (forEditors.test(role)) fill.note(out, line(data))
      else if (besideTheStory.test(role)) keepTexts(out, component, role)
      else blocks.push(...readData(out, data))
    }
    for (const inner of withoutEquivalents(out, component)) visit(inner)
  }
  given.forEach(visit)
  return blocks
}

function keepTexts(out: WireItem, component: Element, role: string): void {
  for (const data of descendants(component, 'DataContent')) {
    const text = rawText(data).trim()
    if (text !== '') fill.keepExtra(out, `component ${role}`, text)
  }
}

/** A text of several pages may come as one NITF for each. */
function readData(out: WireItem, data: Element): Block[] {
  const pages = descendants(data, 'nitf')
  for (const nitf of pages) readNestedDocdata(out, nitf)
  for (const nitf of pages.slice(0, 1)) readNitfHead(out, nitf)
  if (pages.length > 0) return pages.flatMap((nitf) => readNitfBody(out, nitf))
  const body = descendant(data, 'body.content') ?? descendant(data, 'body')
  return readAnyElement(out, withoutCues(body ?? data))
}

/** Where a recording is to be heard, written as escaped XML into a text that is spoken (Belga). */
function withoutCues(data: Element): Element {
  if (data.children.length !== 1 || typeof data.children[0] !== 'string') return data
  return { ...data, children: [data.children[0].replace(/<NewsComponentRef\b[^<>]*>/g, '')] }
}
