/** A picture or film that stands in a body, as an association with its caption and credit. */
import type { Association, Rendition } from '../item.ts'
import { fetchable } from './links.ts'
import { statedLines } from '../reading/stated.ts'
import type { Element } from '../xml/xml-tree.ts'
import { allBelow, attribute, line, named, without } from '../xml/xml-tree.ts'

/** Where captions, credits and addresses stand: HTML, NITF, TT, dpa and DTI. */
const captions = [
  'figcaption',
  'media-caption',
  'media-printcaption',
  'media-originalcaption',
  'bildtext',
  'caption',
]
const credits = ['media-producer', 'media-printproducer', 'media-byline', 'bildskapare']

export function associationOf(media: Element): Association | undefined {
  const below = allBelow(media)
  const renditions = addressesOf(media, below)
  const values = {
    uri: attribute(media, 'ref'),
    description: firstLine(below, captions) ?? attribute(media, 'caption') ?? bareText(media),
    altText:
      attribute(named(below, 'img')[0] ?? media, 'alt') ??
      attribute(named(below, 'media-reference')[0], 'alternate-text'),
    by: firstLine(below, credits),
    creditline: attribute(media, 'creditline') ?? nitfCredit(below),
    copyrightNotice: attribute(named(below, 'media-reference')[0], 'copyright'),
  }
  const isNothing = values.uri === undefined && values.description === undefined
  if (renditions.length === 0 && isNothing) return undefined
  return { rel: 'inText', type: typeOf(media), ...statedLines(values), renditions }
}

function typeOf(media: Element): string {
  const stated = attribute(media, 'media-type') ?? ''
  const name = media.name.toLowerCase()
  if (/^(?:video|audio)$/.test(name)) return name
  const known = /video|audio|graphic/i.exec(stated)?.[0].toLowerCase()
  const file = attribute(named(allBelow(media), 'media-reference')[0], 'mime-type') ?? ''
  // A document or a text beside the story is no picture of it.
  const isOther = /^(?:text|application|data|other)$/i.test(stated) && !/^image\//i.test(file)
  return known ?? (isOther ? stated.toLowerCase() : 'picture')
}

/** NITF names whom to credit beside the file, or as metadata of the picture. */
function nitfCredit(below: Element[]): string | undefined {
  const metadata = named(below, 'media-metadata').find((one) =>
    /^credit(?:-?line)?$/i.test(attribute(one, 'name') ?? ''),
  )
  return (
    attribute(named(below, 'media-reference')[0], 'source-credit') ?? attribute(metadata, 'value')
  )
}

function firstLine(below: Element[], names: string[]): string | undefined {
  if (below.length === 0) return undefined
  return names
    .flatMap((name) => named(below, name).map((one) => line(withoutFunction(one))))
    .find((one) => one !== undefined)
}

/** What somebody is stands beside the name: "Ida Holm", "photographer". */
function withoutFunction(producer: Element): Element {
  return without(producer, ({ name }) => name.toLowerCase() === 'function')
}

/**
 * Text of a figure without a caption element; an address (TT's BILDFIL) is none. What stands in other
 * elements of NITF's media is for editors (DTI's notes on size and state) or the file itself.
 */
function bareText(media: Element): string | undefined {
  const isNitf = media.name.toLowerCase() === 'media'
  const children = isNitf ? media.children.filter((one) => typeof one === 'string') : media.children
  const text = line({ ...media, children })
  return text !== undefined && !/^https?:\S+$/.test(text) ? text : undefined
}

const files = ['img', 'source', 'video', 'audio', 'image']

function addressesOf(media: Element, below: Element[]): Rendition[] {
  const nitf = named(below, 'media-reference')
  const html = below.length === 0 ? below : files.flatMap((name) => named(below, name))
  const found = [media, ...nitf, ...html].flatMap((one): Rendition[] => {
    const raw = attribute(one, 'src') ?? attribute(one, 'source') ?? attribute(one, 'href')
    // A part of the same document, which is read where it stands.
    if (raw?.startsWith('#')) return []
    // NITF may name a file that travels beside the text, which is an address of its own kind.
    const isFile = nitf.includes(one) || one.attributes.has('source')
    const href = fetchable(raw) ?? (isFile ? raw : undefined)
    return href && !isTracker(one, href) ? [renditionOf(one, href)] : []
  })
  const tt = named(below, 'bildfil').flatMap((one): Rendition[] => {
    const href = fetchable(line(one))
    return href ? [{ name: 'main', href }] : []
  })
  return [...found, ...tt]
}

/** Pictures that only count readers: of one pixel, or at the addresses of the press wires for it. */
function isTracker(element: Element, href: string): boolean {
  const isDot = ['width', 'height'].every((side) =>
    /^[01](?:px)?$/.test(attribute(element, side) ?? ''),
  )
  return (
    isDot ||
    /^https?:\/\/(?:cts\.businesswire\.com\/ct\/|www\.globenewswire\.com\/newsroom\/ti\?)/i.test(
      href,
    )
  )
}

function renditionOf(element: Element, href: string): Rendition {
  const rendition: Rendition = { name: attribute(element, 'name') || 'main', href }
  const type = attribute(element, 'mime-type') ?? attribute(element, 'type')
  if (type?.includes('/')) rendition.contentType = type
  for (const side of ['width', 'height'] as const) {
    const value = Number(attribute(element, side))
    if (value > 0) rendition[side] = value
  }
  return rendition
}
