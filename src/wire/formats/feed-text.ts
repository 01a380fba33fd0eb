/** Titles of feeds: plain text, HTML, or HTML escaped into XML, often without saying which. */
import { textOf } from '../../articles/body.ts'
import { contentVersion } from '../content-version.ts'
import { parseHtml } from '../html-tree.ts'
import { blocksOf } from '../markup.ts'
import type { Element } from '../xml-tree.ts'
import { line, lineAt } from '../xml-tree.ts'

export function plainTitle(text: string): string {
  const hasMarkup = /<[a-z!/][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text)
  return hasMarkup ? textOf(blocksOf(parseHtml(text)).blocks) : text
}

/**
 * RSS makes both guid and link optional. An entry without them is known by its title within its
 * feed, or by its text; one without either is none.
 */
export function uriByTitle(feed: Element, entry: Element): string | undefined {
  const name = lineAt(entry, 'title') ?? line(entry)
  if (name === undefined) return undefined
  const origin = lineAt(feed, 'link') ?? lineAt(feed, 'id') ?? lineAt(feed, 'title') ?? ''
  return `urn:feed:${contentVersion(`${origin} ${name}`)}`
}
