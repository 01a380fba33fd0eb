/** Titles of feeds: plain text, HTML, or HTML escaped into XML, often without saying which. */
import { textOf } from '../../articles/body.ts'
import { contentVersion } from '../reading/content-version.ts'
import { parseHtml } from '../markup/html-tree.ts'
import { blocksOf } from '../markup/markup.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, elements, line, lineAt, rawText } from '../xml/xml-tree.ts'

export function plainTitle(title: Element | undefined): string | undefined {
  if (!title) return undefined
  if (elements(title).length > 0) return textOf(blocksOf(title).blocks)
  const text = decoded(title)
  const hasMarkup = /<[a-z!/][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text)
  return hasMarkup ? textOf(blocksOf(parseHtml(text)).blocks) : text
}

/** The text of an element; Atom 0.3 may send it as base64. */
export function decoded(element: Element): string {
  const text = rawText(element)
  if (attribute(element, 'mode') !== 'base64') return text
  return new TextDecoder().decode(Buffer.from(text, 'base64'))
}

/** Namespaces of the feed formats themselves; modules reuse their names (`media:title`). */
const ownNamespaces =
  /^$|^http:\/\/purl\.org\/(?:rss|atom)|Atom$|^http:\/\/(?:my\.netscape|backend\.userland|channel\.netscape)/

/** The child that is the format's own, before one of a module with the same name. */
export function ownChild(parent: Element, name: string): Element | undefined {
  const named = all(parent, name).filter(
    (one) => one.attributes.size > 0 || line(one) !== undefined,
  )
  return named.find(({ namespace }) => ownNamespaces.test(namespace)) ?? named[0]
}

/** What a feed says for all its entries; looked up once, since a feed may hold thousands. */
export interface FeedFacts {
  title: string | undefined
  origin: string
  language: string | undefined
  rights: string | undefined
  author: string | undefined
}

export function feedFacts(feed: Element): FeedFacts {
  const title = line(ownChild(feed, 'title'))
  return {
    title,
    origin: line(ownChild(feed, 'link')) ?? lineAt(feed, 'id') ?? title ?? '',
    language: lineAt(feed, 'language') ?? attribute(feed, 'xml:lang'),
    rights: lineAt(feed, 'copyright') ?? lineAt(feed, 'rights'),
    author: lineAt(feed, 'author', 'name'),
  }
}

/**
 * RSS makes both guid and link optional. An entry without them is known by its title within its
 * feed, or by its text; one without either is none.
 */
export function uriByTitle(feed: FeedFacts, entry: Element): string | undefined {
  const name = line(ownChild(entry, 'title')) ?? line(entry)
  return name === undefined ? undefined : `urn:feed:${contentVersion(`${feed.origin} ${name}`)}`
}
