/** Atom (RFC 4287), with its tombstones. */
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
  decoded,
  feedFacts,
  namesOf,
  ownChild,
  plainTitle,
  uriByTitle,
} from './text.ts'
import { readTerms } from './terms.ts'
import { readTombstone } from './tombstones.ts'
import { wrappedItem } from './wrapped.ts'
import type { Source } from '../source.ts'

/** Empty for an empty feed, which is no fault. */
export function readAtom(root: Element, source: Source): (WireItem | Refusal)[] {
  const isEntry = root.name.toLowerCase() === 'entry'
  const entries = isEntry
    ? [root]
    : elements(root).filter(({ name }) => /^(?:entry|deleted-entry)$/i.test(name))
  const feed = feedFacts(root)
  const read = readEach(entries, (entry) =>
    entry.name.toLowerCase() === 'entry'
      ? (wrappedItem(entry, source) ?? readEntry(feed, entry, source))
      : readTombstone(feed, entry, source, 'Atom'),
  )
  return apartWhereIdsAreShared(read, feed.home)
}

function readEntry(feed: FeedFacts, given: Element, source: Source): WireItem {
  const own = absoluteAddress(attribute(given, 'xml:base'), feed.base)
  const base = own ?? feed.base
  const link = absoluteAddress(alternateLink(given), base ?? feed.home)
  const entry = withBase(given, base ?? fetchable(link) ?? feed.home)
  const stated = [line(first(entry, 'id')), link].find((one) => namesStory(one, feed.home))
  const uri = stated || uriByTitle(feed, entry)
  if (!uri) throw new NotReadable('The Atom entry has neither id nor link nor title.')
  const out = fill.blankItem(
    { uri, version: contentVersion(rawText(entry)), format: 'Atom' },
    source,
  )
  if (!stated) fill.notice(out, 'assumed', 'no id: known by its title')
  const updated = line(first(entry, 'updated')) ?? line(first(entry, 'modified'))
  const published = line(first(entry, 'published')) ?? line(first(entry, 'issued'))
  fill.time(out, 'versionCreated', updated ?? published)
  fill.time(out, 'firstCreated', published)
  fill.headline(out, titleOf(ownChild(entry, 'title')))
  const origin = first(entry, 'source')
  const named = (holder: Element | undefined): string | undefined =>
    namesOf(all(holder, 'author').map((one) => lineAt(one, 'name') ?? line(one)))
  fill.give(out, 'by', named(entry) ?? named(origin) ?? feed.author)
  const text = contentOf(entry)
  const language = attribute(text, 'xml:lang') ?? attribute(entry, 'xml:lang')
  fill.give(out, 'language', language ?? feed.language)
  fill.give(
    out,
    'copyrightNotice',
    lineAt(entry, 'rights') ?? lineAt(origin, 'rights') ?? feed.rights,
  )
  for (const one of all(entry, 'category')) {
    const [scheme, term] = [attribute(one, 'scheme'), attribute(one, 'term')]
    addCategory(out, { scheme, term, label: attribute(one, 'label') })
  }
  if (link !== undefined) out.altIds = [{ role: 'link', value: link }]
  readFeedMedia(out, entry)
  readTerms(out, entry)
  const providers = [plainTitle(first(origin, 'title')), feed.title]
  return completeItem(out, bodyOf(out, entry), { ...source, providers })
}

/** Atom says whether a title is text, html or xhtml; feeds that say text often send html. */
function titleOf(title: Element | undefined): string | undefined {
  if (!title) return undefined
  const isText = attribute(title, 'type') === 'text' && elements(title).length === 0
  return isText ? rawText(title) : plainTitle(title)
}

function bodyOf(out: WireItem, entry: Element): Block[] {
  const summary = ownChild(entry, 'summary')
  const content = contentOf(entry)
  if (!content) return textConstruct(out, line(summary) ? summary : mediaDescription(entry))
  const scratch = fill.blankItem({ uri: '', version: '', format: '' })
  fill.description(out, textOf(textConstruct(scratch, summary)), 'summary')
  return textConstruct(out, content)
}

/** Types of a content that is words; others are files. */
const textTypes = /^(?:[^/]*|text\/.*|.*[/+]xml|application\/octet-stream)$/i

function contentOf(entry: Element): Element | undefined {
  return all(entry, 'content').find(
    (one) =>
      !attribute(one, 'src') &&
      textTypes.test(attribute(one, 'type')?.replace(/;.*$/s, '').trim() ?? '') &&
      line(one) !== undefined,
  )
}

function textConstruct(out: WireItem, element: Element | undefined): Block[] {
  if (!element) return []
  const type = attribute(element, 'type') ?? 'text'
  if (elements(element).length > 0) return readStory(out, element)
  const text = decoded(element)
  const isMarkup = /html/i.test(type) || /<[a-z!/][^>]*>/i.test(text)
  if (!isMarkup) return withoutClosingLines(out, blocksOfText(text))
  return readStory(out, withBase(parseHtml(text), attribute(element, 'xml:base')))
}
