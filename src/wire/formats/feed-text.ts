/** Titles of feeds: plain text, HTML, or HTML escaped into XML, often without saying which. */
import { textOf } from '../../articles/body.ts'
import { contentVersion } from '../content-version.ts'
import { parseHtml } from '../html-tree.ts'
import { blocksOf } from '../markup.ts'
import type { Element } from '../xml-tree.ts'
import { attribute, line, lineAt } from '../xml-tree.ts'

export function plainTitle(text: string): string {
  const hasMarkup = /<[a-z!/][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text)
  return hasMarkup ? textOf(blocksOf(parseHtml(text)).blocks) : text
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
  const title = lineAt(feed, 'title')
  return {
    title,
    origin: lineAt(feed, 'link') ?? lineAt(feed, 'id') ?? title ?? '',
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
  const name = lineAt(entry, 'title') ?? line(entry)
  return name === undefined ? undefined : `urn:feed:${contentVersion(`${feed.origin} ${name}`)}`
}
