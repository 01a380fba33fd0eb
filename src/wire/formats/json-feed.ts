/** JSON Feed 1.x (https://jsonfeed.org/version/1.1). A feed says nothing of status or embargo. */
import type { Block } from '../../articles/body.ts'
import { completeItem } from '../reading/complete-item.ts'
import { contentVersion } from '../reading/content-version.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { JsonObject } from '../reading/json.ts'
import { asList, asObject, asText, textAt } from '../reading/json.ts'
import { fetchable } from '../markup/links.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { blocksOfText } from '../markup/plain-text.ts'
import { readHtml } from '../markup/read-blocks.ts'
import { addKeyword } from '../reading/subjects.ts'
import type { Source } from './source.ts'

export function isJsonFeed(json: JsonObject): boolean {
  const isStated = /jsonfeed\.org\/version/.test(textAt(json, 'version') ?? '')
  const items = json['items']
  return isStated || (Array.isArray(items) && ('home_page_url' in json || 'feed_url' in json))
}

export function readJsonFeedItem(feed: JsonObject, item: JsonObject, source: Source): WireItem {
  const uri = textAt(item, 'id') ?? textAt(item, 'url')
  if (uri === undefined) throw new NotReadable('The entry of the JSON Feed has neither id nor url.')
  const version = contentVersion(JSON.stringify(item))
  const out = fill.blankItem({ uri, version, format: 'JSON Feed' })
  fill.time(out, 'versionCreated', textAt(item, 'date_modified') ?? textAt(item, 'date_published'))
  fill.time(out, 'firstCreated', textAt(item, 'date_published'))
  fill.headline(out, textAt(item, 'title'))
  fill.description(out, textAt(item, 'summary'), 'summary')
  fill.give(out, 'language', textAt(item, 'language') ?? textAt(feed, 'language'))
  const authors = [...asList(item['authors']), ...asList(item['author'])].map((one) =>
    textAt(asObject(one), 'name'),
  )
  const names = new Set(authors.filter((name) => name !== undefined))
  fill.give(out, 'by', [...names].join(', '))
  for (const tag of asList(item['tags'])) addKeyword(out, asText(tag))
  const url = textAt(item, 'url')
  if (url !== undefined) out.altIds = [{ role: 'link', value: url }]
  const image = fetchable(textAt(item, 'image'))
  if (image) {
    out.associations = [
      { rel: 'image', type: 'picture', renditions: [{ name: 'main', href: image }] },
    ]
  }
  const providers = [textAt(feed, 'title'), textAt(feed, 'home_page_url')]
  return completeItem(out, bodyOf(out, item), { ...source, providers })
}

function bodyOf(out: WireItem, item: JsonObject): Block[] {
  const markup = textAt(item, 'content_html')
  return markup === undefined
    ? blocksOfText(textAt(item, 'content_text') ?? '')
    : readHtml(out, markup)
}
