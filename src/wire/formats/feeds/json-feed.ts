/** JSON Feed 1.x (https://jsonfeed.org/version/1.1). A feed says nothing of status or embargo. */
import type { Block } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import { contentVersion } from '../../reading/fields/content-version.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, textAt } from '../../reading/json.ts'
import { absoluteAddress, withBase } from '../../markup/base-address.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import { fetchable } from '../../markup/links.ts'
import { readStory, withoutClosingLines } from './furniture.ts'
import { namesOf, plainText } from './text.ts'
import { namesStory } from './shared-ids.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { addKeyword } from '../../reading/fields/subjects.ts'
import type { Source } from '../source.ts'

export function isJsonFeed(json: JsonObject): boolean {
  const isStated = /jsonfeed\.org\/version/.test(textAt(json, 'version') ?? '')
  const items = json['items']
  return isStated || (Array.isArray(items) && ('home_page_url' in json || 'feed_url' in json))
}

const understood = new Set(
  'id url external_url title content_html content_text summary image banner_image date_published date_modified author authors tags language attachments'.split(
    ' ',
  ),
)

export function readJsonFeedItem(feed: JsonObject, item: JsonObject, source: Source): WireItem {
  const home = textAt(feed, 'home_page_url')
  const uri = [textAt(item, 'id'), textAt(item, 'url')].find((one) => namesStory(one, home))
  if (uri === undefined) throw new NotReadable('The entry of the JSON Feed has neither id nor url.')
  const version = contentVersion(JSON.stringify(item))
  const out = fill.blankItem({ uri, version, format: 'JSON Feed' }, source)
  fill.time(out, 'versionCreated', textAt(item, 'date_modified') ?? textAt(item, 'date_published'))
  fill.time(out, 'firstCreated', textAt(item, 'date_published'))
  fill.headline(out, plainText(textAt(item, 'title')))
  const hasText = (textAt(item, 'content_html') ?? textAt(item, 'content_text') ?? '').trim() !== ''
  // Where there is no text the summary is all that there is, as in RSS.
  if (hasText) fill.description(out, plainText(textAt(item, 'summary')), 'summary')
  fill.give(out, 'language', textAt(item, 'language') ?? textAt(feed, 'language'))
  fill.give(out, 'by', authorsOf(item) ?? authorsOf(feed))
  for (const tag of asList(item['tags'])) addKeyword(out, asText(tag))
  const url = textAt(item, 'url')
  if (url !== undefined) out.altIds = [{ role: 'link', value: url }]
  const elsewhere = textAt(item, 'external_url')
  if (elsewhere !== undefined) (out.altIds ??= []).push({ role: 'external', value: elsewhere })
  readMedia(out, item)
  // Extensions, which begin with a low line, and what programs add without one.
  for (const [key, value] of Object.entries(item))
    if (!understood.has(key)) fill.keepExtra(out, key, value)
  const providers = [textAt(feed, 'title'), textAt(feed, 'home_page_url')]
  return completeItem(out, bodyOf(out, item), { ...source, providers })
}

function bodyOf(out: WireItem, item: JsonObject): Block[] {
  const markup = textAt(item, 'content_html')
  const text = textAt(item, 'content_text') ?? plainText(textAt(item, 'summary')) ?? ''
  if (markup === undefined || markup.trim() === '')
    return withoutClosingLines(out, blocksOfText(text))
  return readStory(out, withBase(parseHtml(markup), textAt(item, 'url')))
}

/** 1.0 has one author, 1.1 a list. */
function authorsOf(holder: JsonObject): string | undefined {
  const authors = [...asList(holder['authors']), ...asList(holder['author'])]
  return namesOf(authors.map((one) => textAt(asObject(one), 'name')))
}

function sizeOf(attachment: JsonObject | undefined): Pick<Rendition, 'sizeInBytes'> {
  const size = Number(textAt(attachment, 'size_in_bytes'))
  return size > 0 ? { sizeInBytes: size } : {}
}

/** The main picture, the banner where there is no other, and what is attached. */
function readMedia(out: WireItem, item: JsonObject): void {
  const base = textAt(item, 'url')
  const main = textAt(item, 'image') ?? textAt(item, 'banner_image')
  const image = fetchable(absoluteAddress(main, base))
  const found: Association[] = image
    ? [{ rel: 'image', type: 'picture', renditions: [{ name: 'main', href: image }] }]
    : []
  for (const one of asList(item['attachments']).map(asObject)) {
    const href = fetchable(absoluteAddress(textAt(one, 'url'), base))
    const contentType = textAt(one, 'mime_type') ?? ''
    const kind = /^(?:image|video|audio)(?=\/)/.exec(contentType)?.[0]
    if (!href || kind === undefined || href === image) continue
    const title = textAt(one, 'title')
    found.push({
      rel: 'attachment',
      type: kind === 'image' ? 'picture' : kind,
      ...(title === undefined ? {} : { headline: title }),
      renditions: [{ name: 'main', href, contentType, ...sizeOf(one) }],
    })
  }
  if (found.length > 0) out.associations = found
}
