/** Pictures in NewsML 1: a component with role Caption beside one whose ContentItem has an Href. */
import * as fill from '../fill-item.ts'
import type { Association, Rendition, WireItem } from '../item.ts'
import type { Element } from '../xml-tree.ts'
import { all, attribute, descendants, first, line, rawText } from '../xml-tree.ts'

export function readPictures(out: WireItem, item: Element, hasText: boolean): void {
  const renditions = descendants(item, 'ContentItem').flatMap(renditionOf)
  if (renditions.length === 0) return
  const caption = descendants(item, 'NewsComponent')
    .filter((component) => roleOf(component) === 'caption')
    .map((component) => rawText(descendants(component, 'DataContent')[0]).trim())
    .find((text) => text !== '')
  if (!hasText) {
    out.type = 'picture'
    out.renditions = renditions
    fill.description(out, caption, 'caption')
    // On pictures AFP's advisory line is a restriction of use.
    const advisory = out.standfirst.signals.filter(({ kind }) => kind === 'advisory')
    fill.give(out, 'usageTerms', advisory.map(({ value }) => value).join(' '))
    fill.give(
      out,
      'by',
      line(attribute(first(descendants(item, 'Creator')[0], 'Party'), 'FormalName')),
    )
    return
  }
  const picture: Association = { rel: 'picture', type: 'picture', renditions }
  if (caption !== undefined) picture.description = caption.replace(/\s+/g, ' ')
  ;(out.associations ??= []).push(picture)
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
  if (!href || !(/photo|graphic|image/i.test(media) || /^image\/|jpe?g/i.test(mime))) return []
  const rendition: Rendition = { name: 'main', href }
  if (/^[\w.+-]+\/[\w.+-]+$/.test(mime)) rendition.contentType = mime
  for (const property of all(first(content, 'Characteristics'), 'Property')) {
    const name = attribute(property, 'FormalName') ?? ''
    const value = Number(attribute(property, 'Value'))
    if (/^(?:Pixel)?Width$/i.test(name) && value > 0) rendition.width = value
    if (/^(?:Pixel)?Height$/i.test(name) && value > 0) rendition.height = value
  }
  return [rendition]
}
