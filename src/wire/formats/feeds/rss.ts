/**
 * RSS 0.9x, 1.0 (RDF) and 2.0, and WordPress exports (WXR). A feed carries no embargo, status or
 * rights: its entries are leads. An entry that leaves a feed is no kill.
 */
import type { Block } from '../../../articles/body/body.ts'
import { textOf } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import { contentVersion } from '../../reading/fields/content-version.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Refusal, WireItem } from '../../item.ts'
import { absoluteAddress, withBase } from '../../markup/base-address.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import { fetchable } from '../../markup/links.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { readEach } from '../../reading/read-each.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt, rawText } from '../../xml/xml-tree.ts'
import { readStory, withoutClosingLines } from './furniture.ts'
import { mediaDescription, readFeedMedia } from './media.ts'
import { apartWhereIdsAreShared, namesStory } from './shared-ids.ts'
import type { FeedFacts } from './text.ts'
import {
  addCategory,
  alternateLink,
  feedFacts,
  namesOf,
  ownChild,
  plainTitle,
  unwrapped,
  uriByTitle,
} from './text.ts'
import { readTerms } from './terms.ts'
import { readTombstone } from './tombstones.ts'
import { wrappedItem } from './wrapped.ts'
import type { Source } from '../source.ts'
import {
  isWordPress,
  namesOfAccounts,
  readWordPress,
  withWordPressParagraphs,
} from './wordpress.ts'

/** Empty for an empty feed, which is no fault. */
export function readRss(root: Element, source: Source): (WireItem | Refusal)[] {
  const channel = first(root, 'channel')
  // RSS 1.1 has a list of items inside its channel.
  const listed = all(first(channel ?? root, 'items'), 'item')
  const items = [...all(channel, 'item'), ...all(root, 'item'), ...listed]
  const feed = feedFacts(channel ?? root, root)
  const accounts = namesOfAccounts(channel ?? root)
  const read = readEach(
    items,
    (item) => wrappedItem(item, source) ?? readItem({ ...feed, accounts }, item, source),
  )
  const deleted = readEach(all(channel, 'deleted-entry'), (one) =>
    readTombstone(feed, one, source, 'RSS'),
  )
  read.push(...deleted)
  return apartWhereIdsAreShared(read, feed.home)
}

interface RssFacts extends FeedFacts {
  /** Names of authors by their accounts, where a WordPress export says them. */
  accounts: ReadonlyMap<string, string>
}

function readItem(feed: RssFacts, given: Element, source: Source): WireItem {
  const link = absoluteAddress(
    line(ownChild(given, 'link')) ?? alternateLink(given) ?? permanentLink(given),
    feed.base ?? feed.home,
  )
  const item = withBase(given, feed.base ?? fetchable(link) ?? feed.home)
  const named = [line(first(item, 'guid')), link, attribute(item, 'about')]
  const stated = named.find((one) => namesStory(one, feed.home))
  const uri = stated || uriByTitle(feed, item)
  if (!uri) throw new NotReadable('The RSS entry has neither guid nor link nor title.')
  // An entry counts no versions and may change without a new date, so its content names them.
  const version = contentVersion(rawText(item))
  const out = fill.blankItem({ uri, version, format: 'RSS' }, source)
  if (!stated) fill.notice(out, 'assumed', 'no guid: known by its title')
  readTimes(out, item)
  fill.headline(out, plainTitle(ownChild(item, 'title')))
  fill.give(out, 'by', authorOf(item, feed.accounts))
  const language = attribute(item, 'xml:lang') ?? line(first(item, 'language'))
  fill.give(out, 'language', language ?? feed.language)
  fill.give(out, 'copyrightNotice', line(first(item, 'rights')) ?? feed.rights)
  for (const one of [...all(item, 'category'), ...all(item, 'subject')])
    addCategory(out, { scheme: attribute(one, 'domain'), term: line(one) })
  if (link !== undefined) out.altIds = [{ role: 'link', value: link }]
  readFeedMedia(out, item)
  readWordPress(out, item)
  readTerms(out, item)
  const providers = [line(first(item, 'source')), feed.title]
  return completeItem(out, bodyOf(out, item), { ...source, providers })
}

/** A guid is the entry's address unless it says that it is not. */
function permanentLink(item: Element): string | undefined {
  const guid = first(item, 'guid')
  return attribute(guid, 'isPermaLink') === 'false' ? undefined : fetchable(line(guid))
}

/** Modules say when an entry was changed; RSS itself only when it was published. */
function readTimes(out: WireItem, item: Element): void {
  const at = (name: string): string | undefined => line(first(item, name))
  const published =
    at('pubDate') ?? at('date') ?? at('issued') ?? at('published') ?? at('post_date_gmt')
  fill.time(out, 'versionCreated', at('updated') ?? at('modified') ?? published)
  fill.time(out, 'firstCreated', published)
}

function authorOf(item: Element, accounts: RssFacts['accounts']): string | undefined {
  const creators = all(item, 'creator')
  const authors = creators.length > 0 ? creators : all(item, 'author')
  const names = authors.map((one) => lineAt(one, 'name') ?? line(one))
  return namesOf(names.map((name) => accounts.get(name ?? '') ?? name))
}

function bodyOf(out: WireItem, item: Element): Block[] {
  const encoded = all(item, 'encoded').find((one) => !/excerpt/.test(one.namespace))
  const excerpt =
    ownChild(item, 'description') ??
    ownChild(item, 'summary') ??
    all(item, 'encoded').find((one) => /excerpt/.test(one.namespace)) ??
    mediaDescription(item)
  const full =
    first(item, 'body') ??
    first(item, 'fullitem') ??
    (encoded && rawText(encoded).trim() !== '' ? encoded : undefined) ??
    wholeText(item)
  if (!full) return markedUp(out, excerpt)
  const scratch = fill.blankItem({ uri: '', version: '', format: '' })
  fill.description(out, textOf(markedUp(scratch, excerpt)), 'summary')
  return markedUp(out, isWordPress(item) ? withWordPressParagraphs(out, full) : full)
}

const fullText = /^full[-_]?text$/i

/**
 * A whole text under another name: Yandex's and Mail.ru's `full-text`, Yandex's pages, Atom's `content`,
 * or a `div` of XHTML. Media RSS has a `content` that is a file.
 */
function wholeText(item: Element): Element | undefined {
  const isText = (one: Element): boolean =>
    fullText.test(one.name) ||
    (one.name === 'div' && one.namespace.endsWith('/1999/xhtml')) ||
    (one.name === 'content' &&
      attribute(one, 'url') === undefined &&
      attribute(one, 'src') === undefined &&
      !/search\.yahoo\.com\/mrss/.test(one.namespace))
  return elements(item).find((one) => isText(one) && line(one) !== undefined)
}

/** Some feeds escape twice, so that a whole paragraph would stand as mark-up before the reader. */
function onceEscaped(text: string): string {
  if (!/^\s*&lt;(p|div|h\d|ul|ol)\b[^<]*&lt;\/\1&gt;\s*$/i.test(text)) return text
  const letters: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => letters[name] ?? '')
}

/** Some entries write one part as elements and escape the other beside it. */
function withEscapedParts(element: Element): Element {
  const children = element.children.flatMap((child) =>
    typeof child === 'string' && /<\/[a-z]\w*>|<br ?\/?>/i.test(child)
      ? parseHtml(child).children
      : [child],
  )
  return { ...element, children }
}

/** HTML inside XML, escaped or not, or plain text. */
function markedUp(out: WireItem, element: Element | undefined): Block[] {
  if (!element) return []
  if (elements(element).length > 0) return readStory(out, withEscapedParts(element))
  const text = onceEscaped(unwrapped(rawText(element)))
  if (!/<[a-z!/][^>]*>|&[a-z#]\w*;/i.test(text)) return withoutClosingLines(out, blocksOfText(text))
  return readStory(out, withBase(parseHtml(text), attribute(element, 'xml:base')))
}
