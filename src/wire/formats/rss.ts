/**
 * RSS 0.9x, 1.0 (RDF) and 2.0, and WordPress exports (WXR). A feed carries no embargo, status or
 * rights: its entries are leads. An entry that leaves a feed is no kill.
 */
import type { Block } from '../../articles/body.ts'
import { textOf } from '../../articles/body.ts'
import { completeItem } from '../reading/complete-item.ts'
import { contentVersion } from '../reading/content-version.ts'
import * as fill from '../reading/fill-item.ts'
import type { Refusal, WireItem } from '../item.ts'
import { fetchable } from '../markup/links.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { blocksOfText } from '../markup/plain-text.ts'
import { readBlocks, readHtml } from '../markup/read-blocks.ts'
import { readEach } from '../reading/read-each.ts'
import { addKeyword } from '../reading/subjects.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, attribute, elements, first, line, rawText } from '../xml/xml-tree.ts'
import type { FeedFacts } from './feed-text.ts'
import { feedFacts, ownChild, plainTitle, uriByTitle } from './feed-text.ts'
import type { Source } from './source.ts'

/** Empty for an empty feed, which is no fault. */
export function readRss(root: Element, source: Source): (WireItem | Refusal)[] {
  const channel = first(root, 'channel')
  const items = [...all(channel, 'item'), ...all(root, 'item')]
  const feed = feedFacts(channel ?? root)
  return readEach(items, (item) => readItem(feed, item, source))
}

function readItem(feed: FeedFacts, item: Element, source: Source): WireItem {
  const link = line(ownChild(item, 'link'))
  const stated = line(first(item, 'guid')) ?? link ?? attribute(item, 'about')
  const uri = stated || uriByTitle(feed, item)
  if (!uri) throw new NotReadable('The RSS entry has neither guid nor link nor title.')
  // An entry counts no versions and may change without a new date, so its content names them.
  const version = contentVersion(rawText(item))
  const out = fill.blankItem({ uri, version, format: 'RSS' })
  if (!stated) fill.notice(out, 'assumed', 'no guid: known by its title')
  const date = ['pubDate', 'date', 'post_date_gmt'].map((name) => line(first(item, name)))
  fill.time(
    out,
    'versionCreated',
    date.find((one) => one !== undefined),
  )
  fill.headline(out, plainTitle(ownChild(item, 'title')))
  fill.give(out, 'by', authorOf(item))
  fill.give(out, 'language', line(first(item, 'language')) ?? feed.language)
  fill.give(out, 'copyrightNotice', line(first(item, 'rights')) ?? feed.rights)
  for (const one of [...all(item, 'category'), ...all(item, 'subject')]) addKeyword(out, line(one))
  if (link !== undefined) out.altIds = [{ role: 'link', value: link }]
  readMedia(out, item)
  readWordPress(out, item)
  const providers = [line(first(item, 'source')), feed.title]
  return completeItem(out, bodyOf(out, item), { ...source, providers })
}

/** RSS gives an address with the name in brackets; the name is what a byline wants. */
function authorOf(item: Element): string | undefined {
  const author = line(first(item, 'creator')) ?? line(first(item, 'author'))
  return /^\S+@\S+\s*\(([^)]+)\)$/.exec(author ?? '')?.[1] ?? author
}

function bodyOf(out: WireItem, item: Element): Block[] {
  const encoded = all(item, 'encoded').find((one) => !/excerpt/.test(one.namespace))
  const excerpt = ownChild(item, 'description') ?? ownChild(item, 'summary')
  const full =
    first(item, 'body') ?? (encoded && rawText(encoded).trim() !== '' ? encoded : undefined)
  if (!full) return markedUp(out, excerpt)
  const scratch = fill.blankItem({ uri: '', version: '', format: '' })
  fill.description(out, textOf(markedUp(scratch, excerpt)), 'summary')
  return markedUp(out, full)
}

/** HTML inside XML, escaped or not, or plain text. */
function markedUp(out: WireItem, element: Element | undefined): Block[] {
  if (!element) return []
  if (elements(element).length > 0) return readBlocks(out, element)
  const text = rawText(element)
  return /<[a-z!/][^>]*>|&[a-z#]\w*;/i.test(text) ? readHtml(out, text) : blocksOfText(text)
}

function readMedia(out: WireItem, item: Element): void {
  const media = [...all(item, 'enclosure'), ...all(item, 'content'), ...all(item, 'thumbnail')]
  for (const one of media) {
    const href = fetchable(attribute(one, 'url'))
    const type = attribute(one, 'type') ?? ''
    const isPicture = type.startsWith('image/') || attribute(one, 'medium') === 'image'
    if (!href || !(isPicture || one.name === 'thumbnail')) continue
    const contentType = type.includes('/') ? { contentType: type } : {}
    ;(out.associations ??= []).push({
      rel: one.name,
      type: 'picture',
      renditions: [{ name: 'main', href, ...contentType }],
    })
  }
}

/** Drafts, private posts and pages of a WordPress export are not for readers. */
function readWordPress(out: WireItem, item: Element): void {
  const status = line(first(item, 'status'))
  const kind = line(first(item, 'post_type'))
  const isWordPress = kind !== undefined && status !== undefined
  if (!isWordPress) return
  if (!['publish', 'inherit'].includes(status)) {
    out.pubStatus = 'withheld'
    fill.hold(out, `its status in WordPress is "${status}"`)
  }
  if (line(first(item, 'post_password'))) fill.hold(out, 'it is protected by a password')
  if (kind === 'attachment') out.type = 'picture'
  else if (kind !== 'post') fill.hold(out, `it is a "${kind}" of WordPress, not a post`)
  const slug = line(first(item, 'post_name'))
  if (slug !== undefined) (out.altIds ??= []).push({ role: 'slug', value: slug })
}
