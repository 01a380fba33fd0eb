/** Pictures in NewsML 1: a component with role Caption beside one whose ContentItem has an Href. */
import * as fill from '../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../item.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, descendants, first, line } from '../xml/xml-tree.ts'

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
    fill.give(
      out,
      'by',
      line(attribute(first(descendants(item, 'Creator')[0], 'Party'), 'FormalName')),
    )
    return
  }
  for (const group of pictureGroups(item)) {
    const picture: Association = {
      rel: 'picture',
      type: 'picture',
      renditions: descendants(group, 'ContentItem').flatMap(renditionOf),
    }
    const own = captionIn(group)
    if (own !== undefined) picture.description = own
    ;(out.associations ??= []).push(picture)
  }
}

/** AFP puts each picture of a story beside its caption, in a component of their own. */
function pictureGroups(item: Element): Element[] {
  const groups = descendants(item, 'NewsComponent').filter((component) =>
    all(component, 'NewsComponent').some((inner) => roleOf(inner) === 'caption'),
  )
  return groups.length > 0 ? groups : [item]
}

function captionIn(group: Element): string | undefined {
  const captions = descendants(group, 'NewsComponent').filter((one) => roleOf(one) === 'caption')
  const texts = captions.map((one) => line(descendants(one, 'DataContent')[0]))
  return texts.find((text) => text !== undefined)
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
