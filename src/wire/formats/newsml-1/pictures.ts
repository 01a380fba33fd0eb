/** Pictures in NewsML 1: a component with role Caption beside one whose ContentItem has an Href. */
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendant, descendants, first, line, lineAt } from '../../xml/xml-tree.ts'
import { stated } from '../../reading/stated.ts'

export function readPictures(out: WireItem, item: Element, hasText: boolean): void {
  const renditions = descendants(item, 'ContentItem').flatMap(renditionOf)
  if (renditions.length === 0) return
  if (!hasText) {
    out.type = 'picture'
    out.renditions = renditions
    fill.description(out, captionIn(item), 'caption')
    // On pictures AFP's advisory line is a restriction of use.
    const advisory = out.standfirst.signals.filter(({ kind }) => kind === 'advisory')
    fill.give(out, 'usageTerms', advisory.map(({ value }) => value).join(' '))
    fill.give(out, 'by', line(attribute(first(descendant(item, 'Creator'), 'Party'), 'FormalName')))
    return
  }
  for (const group of pictureGroups(item)) {
    ;(out.associations ??= []).push(...asManyAsFiles(pictureOf(group)))
  }
}

/** Files of one picture differ in size or use; of those that say neither each is one of its own. */
function asManyAsFiles(picture: Association): Association[] {
  const { renditions } = picture
  const isTold = renditions.some(({ name, width }) => name !== 'main' || width !== undefined)
  if (renditions.length < 2 || isTold || picture.description !== undefined) return [picture]
  return renditions.map((one) => ({ ...picture, renditions: [one] }))
}

function pictureOf(group: Element): Association {
  // Where the text stands in the same component, its lines are the text's.
  const isStory = textsIn(group).length > 0
  const lines = isStory && captionIn(group) === undefined ? undefined : first(group, 'NewsLines')
  const creator = attribute(
    first(first(group, 'AdministrativeMetadata'), 'Creator', 'Party'),
    'FormalName',
  )
  const values = {
    headline: lineAt(lines, 'HeadLine'),
    description: captionIn(group),
    by: lineAt(lines, 'ByLine') ?? (isStory ? undefined : creator),
    creditline: lineAt(lines, 'CreditLine'),
    copyrightNotice: lineAt(lines, 'CopyrightLine'),
  }
  // The logo of a company is no picture of the story.
  const kind = roleOf(group) === 'logo' ? 'logo' : 'picture'
  return {
    rel: kind,
    type: kind,
    ...stated(values),
    renditions: descendants(group, 'ContentItem').flatMap(renditionOf),
  }
}

/** Headlines, bylines and credits of pictures beside a text, which are none of the story's (AFP). */
export function linesOfPictures(item: Element): Element[] {
  return pictureGroups(item)
    .filter((group) => roleOf(group) !== 'logo')
    .filter((group) => textsIn(group).every((text) => captionsIn(group).includes(text)))
    .flatMap((group) => descendants(group, 'NewsLines'))
}

function textsIn(group: Element): Element[] {
  return descendants(group, 'DataContent').filter((one) => one.children.length > 0)
}

function captionsIn(group: Element): Element[] {
  const captions = descendants(group, 'NewsComponent').filter((one) => roleOf(one) === 'caption')
  return captions.flatMap((one) => descendants(one, 'DataContent'))
}

/** Each component that holds picture files, or the one above it in which the caption stands beside. */
function pictureGroups(item: Element): Element[] {
  const groups = new Set<Element>()
  const visit = (component: Element, above: Element[]): void => {
    if (all(component, 'ContentItem').some((one) => renditionOf(one).length > 0)) {
      groups.add(above.slice(0, 2).find(holdsCaption) ?? component)
    }
    for (const inner of all(component, 'NewsComponent')) visit(inner, [component, ...above])
  }
  for (const component of all(item, 'NewsComponent')) visit(component, [])
  return [...groups]
}

function holdsCaption(component: Element): boolean {
  return all(component, 'NewsComponent').some((inner) => roleOf(inner) === 'caption')
}

function captionIn(group: Element): string | undefined {
  // Some are a whole NITF document, whose headline is the story's.
  const texts = captionsIn(group).map((text) => line(descendant(text, 'body.content') ?? text))
  const property = descendants(group, 'Property').find(
    (one) => attribute(one, 'FormalName')?.toLowerCase() === 'caption',
  )
  return (
    texts.find((text) => text !== undefined) ??
    attribute(property, 'Value') ??
    attribute(property, 'value')
  )
}

function roleOf(component: Element): string {
  return (attribute(first(component, 'Role'), 'FormalName') ?? '').toLowerCase()
}

function renditionOf(content: Element): Rendition[] {
  const href = attribute(content, 'Href')
  const media = attribute(first(content, 'MediaType'), 'FormalName') ?? ''
  const mime =
    attribute(first(content, 'MimeType'), 'FormalName') ??
    attribute(first(content, 'Format'), 'FormalName') ??
    ''
  const isPicture = /photo|graphic|image/i.test(media) || /^image\/|jpe?g/i.test(mime)
  const isNamedSo = media === '' && mime === '' && /\.(?:jpe?g|png|gif|webp)$/i.test(href ?? '')
  if (!href || !(isPicture || isNamedSo)) return []
  const rendition: Rendition = { name: 'main', href }
  if (/^[\w.+-]+\/[\w.+-]+$/.test(mime)) rendition.contentType = mime
  for (const property of all(first(content, 'Characteristics'), 'Property')) {
    const name = attribute(property, 'FormalName') ?? ''
    const value = Number(attribute(property, 'Value'))
    if (/^(?:Pixel)?Width$/i.test(name) && value > 0) rendition.width = value
    if (/^(?:Pixel)?Height$/i.test(name) && value > 0) rendition.height = value
    // Business Wire says of each file what it is for: Thumbnail, Highres …
    if (name === 'ImageUse') rendition.name = attribute(property, 'Value')?.toLowerCase() || 'main'
  }
  return [rendition]
}
