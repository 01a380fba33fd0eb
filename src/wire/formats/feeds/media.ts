/**
 * Pictures and recordings of a feed's entry: enclosures, Media RSS (https://www.rssboard.org/media-rss)
 * and the pictures of podcasts. Files of one group, or of one address in several sizes, are one picture.
 */
import type { Association, Rendition, WireItem } from '../../item.ts'
import { fetchable } from '../../markup/links.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, first, line, lineAt } from '../../xml/xml-tree.ts'
import { plainTitle } from './text.ts'
import { statedLines } from '../../reading/stated.ts'

export function readFeedMedia(out: WireItem, entry: Element): void {
  const groups = all(entry, 'group').map((group) => ({
    files: all(group, 'content'),
    about: [group, entry],
  }))
  const alone = all(entry, 'content').map((file) => ({ files: [file], about: [entry] }))
  const found = [...groups, ...alone].flatMap(({ files, about }) => mediumOf(files, about))
  for (const one of [...found, ...enclosuresOf(entry), ...podcastPicture(entry)]) add(out, one)
  addThumbnails(out, entry)
}

function mediumOf(files: Element[], about: Element[]): Association[] {
  const kinds = new Set(files.map(kindOf).filter((kind) => kind !== undefined))
  return [...kinds].map((type) => {
    const same = files.filter((file) => kindOf(file) === type)
    const holders = [...same, ...about]
    return {
      rel: 'content',
      type,
      ...linesOf(holders),
      renditions: same.flatMap((file) => renditionOf(file, 'main')),
    }
  })
}

/** What Media RSS says of a file, of its group or of the whole entry: the nearest counts. */
function linesOf(holders: Element[]): Partial<Association> {
  const said = (name: string): string | undefined =>
    holders.map((one) => plainTitle(mediaChild(one, name))).find((text) => text?.trim())
  const values = {
    headline: said('title'),
    description: said('description') ?? said('text'),
    by: said('credit'),
    copyrightNotice: said('copyright'),
    usageTerms: [...holders.flatMap(restrictionsOf), ...syndicationRight(holders)].join('; '),
  }
  return statedLines(values)
}

/** MSN's feeds say of each file whether whoever takes the feed may show it; the nearest counts. */
function syndicationRight(holders: Element[]): string[] {
  const stated = holders.map((one) => line(first(one, 'hasSyndicationRights')))
  const isRefused = /^(?:0|false|no)$/i.test(stated.find((one) => one !== undefined) ?? '')
  return isRefused ? ['no syndication rights'] : []
}

/** In which countries a file may be shown: a limit in words, which waits for a person. */
function restrictionsOf(holder: Element): string[] {
  return all(holder, 'restriction').flatMap((one) => {
    const places = line(one)
    const relation = attribute(one, 'relationship')?.toLowerCase()
    if (attribute(one, 'type') === 'sharing' || places === undefined || relation === undefined)
      return []
    if (/^(?:all|none)$/i.test(places)) {
      const isShown = (relation === 'allow') === /^all$/i.test(places)
      return isShown ? [] : ['not to be shown anywhere']
    }
    return [relation === 'allow' ? `only in ${places}` : `not in ${places}`]
  })
}

/** What Media RSS says of an entry that says nothing else (films of YouTube's channels). */
export function mediaDescription(entry: Element): Element | undefined {
  return [entry, ...all(entry, 'group')]
    .map((holder) => mediaChild(holder, 'description'))
    .find((one) => line(one) !== undefined)
}

/** RSS has a title and a description of its own. */
function mediaChild(holder: Element, name: string): Element | undefined {
  return all(holder, name).find(({ namespace }) => /search\.yahoo\.com\/mrss/.test(namespace))
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i

/** By its type, its medium, its name, or else by being no film: it has a size but no type. */
function kindOf(file: Element): 'picture' | 'video' | 'audio' | undefined {
  const href = attribute(file, 'url') ?? attribute(file, 'href')
  if (fetchable(href) === undefined) return undefined
  const stated = attribute(file, 'type') ?? attribute(file, 'medium') ?? ''
  const kind = /^(?:image|video|audio)/.exec(stated)?.[0]
  if (kind !== undefined) return kind === 'image' ? 'picture' : (kind as 'video' | 'audio')
  const isPicture = pictureFile.test(href ?? '') || attribute(file, 'width') !== undefined
  return stated === '' && isPicture ? 'picture' : undefined
}

function renditionOf(file: Element, name: string): Rendition[] {
  const href = fetchable(attribute(file, 'url') ?? attribute(file, 'href'))
  if (href === undefined) return []
  const rendition: Rendition = { name, href }
  const type = attribute(file, 'type')
  if (type?.includes('/')) rendition.contentType = type
  for (const side of ['width', 'height'] as const) {
    const value = Number(attribute(file, side))
    if (value > 0) rendition[side] = value
  }
  const size = Number(attribute(file, 'fileSize') ?? attribute(file, 'length'))
  if (size > 0) rendition.sizeInBytes = size
  return [rendition]
}

function enclosuresOf(entry: Element): Association[] {
  const links = all(entry, 'link').filter((one) => attribute(one, 'rel') === 'enclosure')
  return [...all(entry, 'enclosure'), ...links].flatMap((file): Association[] => {
    const type = kindOf(file)
    return type ? [{ rel: 'enclosure', type, renditions: renditionOf(file, 'main') }] : []
  })
}

/** `itunes:image` has its address in an attribute, others in a child or as their text. */
function podcastPicture(entry: Element): Association[] {
  const image = first(entry, 'image')
  const href = fetchable(lineAt(image, 'url') ?? line(image))
  const named = image ? renditionOf(image, 'main') : []
  const renditions = named.length > 0 || href === undefined ? named : [{ name: 'main', href }]
  return renditions.length > 0 ? [{ rel: 'image', type: 'picture', renditions }] : []
}

/** One picture once: The Guardian repeats it for each width, others as enclosure and as content. */
function add(out: WireItem, one: Association): void {
  const known = (out.associations ??= []).find(
    ({ type, renditions }) =>
      type === one.type &&
      renditions.some(({ href }) => one.renditions.some((other) => isSameFile(href, other.href))),
  )
  if (!known) out.associations.push(one)
  else {
    const before = new Set(known.renditions.map(({ href }) => href))
    known.renditions.push(...one.renditions.filter(({ href }) => !before.has(href)))
  }
  if (out.associations.length === 0) delete out.associations
}

/** Up to its query, in which sizes are asked for. */
function isSameFile(one: string, other: string): boolean {
  return one.replace(/[?#].*$/s, '') === other.replace(/[?#].*$/s, '')
}

/** The small form of the first picture, or the only picture there is. */
function addThumbnails(out: WireItem, entry: Element): void {
  const holders = [entry, ...all(entry, 'group'), ...all(entry, 'content')]
  const [renditions] = holders
    .flatMap((holder) => all(holder, 'thumbnail'))
    .map((one) => renditionOf(one, 'thumbnail'))
    .filter((one) => one.length > 0)
  if (!renditions) return
  const picture = (out.associations ?? []).find(({ type }) => type === 'picture')
  if (picture) picture.renditions.push(...renditions)
  else (out.associations ??= []).push({ rel: 'thumbnail', type: 'picture', renditions })
}
