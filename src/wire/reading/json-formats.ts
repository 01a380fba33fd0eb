/** Which JSON format a file is, by its keys. The order goes from the most telling keys down. */
import { afpDocuments, readAfpDocument } from '../formats/agency-json/afp-core.ts'
import { apItems, readApItem } from '../formats/agency-json/ap-media.ts'
import { dpaEntries, readDpaEntry } from '../formats/agency-json/dpa-digitalwires.ts'
import { g2Items, readG2Items } from '../formats/agency-json/g2-in-json.ts'
import { isJsonFeed, readJsonFeedItem } from '../formats/feeds/json-feed.ts'
import { apartWhereIdsAreShared } from '../formats/feeds/shared-ids.ts'
import { readNinjs } from '../formats/ninjs/ninjs.ts'
import { readReutersItem, reutersItems } from '../formats/agency-json/reuters-connect.ts'
import type { Source } from '../formats/source.ts'
import type { Refusal, WireItem } from '../item.ts'
import type { Json, JsonObject } from './json.ts'
import { asList, asObject, asText, textAt } from './json.ts'
import { storableLine } from '../markup/storable-text.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { readEach } from './read-each.ts'

export function readJsonFormat(json: Json, source: Source): (WireItem | Refusal)[] {
  const objects = asList(json).map(asObject)
  if (!Array.isArray(json)) return readObject(objects[0], source)
  if (objects.length === 0) throw new NotReadable('The JSON is an empty list.')
  if (objects.length === 1) return readObject(objects[0], source)
  return objects.flatMap((object, at) => {
    try {
      return readObject(object, source)
    } catch (error) {
      if (error instanceof NotReadable) return [{ reason: error.message, item: at + 1 }]
      throw error
    }
  })
}

function readObject(object: JsonObject | undefined, source: Source): (WireItem | Refusal)[] {
  if (!object) throw new NotReadable('The JSON is not an object, so it is no wire item.')
  const afp = afpDocuments(object)
  if (afp) return readEach(afp, (one) => readAfpDocument(one, source))
  const ap = apItems(object)
  if (ap) return readEach(ap, (one) => readApItem(one, source))
  const dpa = dpaEntries(object)
  if (dpa) return readEach(dpa, (one) => readDpaEntry(one, source))
  if (isJsonFeed(object)) {
    const items = asList(object['items']).map((one) => asObject(one) ?? {})
    const read = readEach(items, (item) => readJsonFeedItem(object, item, source))
    return apartWhereIdsAreShared(read, textAt(object, 'home_page_url'))
  }
  if (isNinjs(object)) return [readNinjs(object, source)]
  const page = ninjsPage(object)
  if (page) return readEach(page, (one) => readNinjs(one, source))
  const reuters = reutersItems(object)
  if (reuters) return readEach(reuters, (one) => readReutersItem(one, source))
  const g2 = g2Items(object)
  if (g2) return readG2Items(g2, source)
  refuseAnswerOfTrouble(object)
  if ('eventDetails' in object || 'eventdetails' in object) {
    throw new NotReadable('The JSON describes an event, which is no story for readers.')
  }
  throw new NotReadable(
    'The JSON is none of the news formats read here: it has no uri with ninjs keys, and no keys of an agency format.',
  )
}

/** What an agency's service answers where it has no news for the asker. */
function refuseAnswerOfTrouble(object: JsonObject): void {
  const error = object['error'] ?? asList(object['errors'])[0]
  const message = textAt(asObject(error), 'message') ?? asText(error)
  if (message !== undefined)
    throw new NotReadable(
      `The file is no news but a service's answer that something went wrong: "${storableLine(message)?.slice(0, 100) ?? ''}".`,
    )
}

/** Keys of ninjs in any generation, lower case. Reuters has some of them and is told by its own. */
const ninjsKeys =
  /^(?:pubstatus|version|versioncreated|firstcreated|embargoed|headlines?|bod(?:y_.*|ies)|type|urgency|renditions|associations|subjects?)$/

/**
 * Services hand ninjs out in pages under many names: the BBC's under `item`, Superdesk's under `_items`,
 * STT's under `hits`; and single items under `data` or `item`.
 */
function ninjsPage(object: JsonObject): JsonObject[] | undefined {
  for (const holder of [object, asObject(object['data']), asObject(object['response'])]) {
    for (const listed of Object.values(holder ?? {})) {
      const items = asList(listed).map((one) => asObject(one) ?? {})
      if (items.length > 0 && items.every(isNinjs)) return items
    }
  }
  const isPage = ['total', '_meta', 'offset', 'limit'].some((name) => name in object)
  const isEmpty = ['item', 'items', '_items', 'hits'].some((key) => isEmptyList(object[key]))
  return isPage && isEmpty ? [] : undefined
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0
}

function isNinjs(object: JsonObject): boolean {
  if ('headLine' in object || 'bodyXhtml' in object) return false
  const id = asText(valueOf(object, 'uri')) ?? asText(valueOf(object, 'guid'))
  if (id === undefined) return false
  for (const key in object) if (ninjsKeys.test(key.toLowerCase())) return true
  return false
}

/** What stands under a key in any case of its letters, as `lowerKeys` has it. */
function valueOf(object: JsonObject, name: string): Json | undefined {
  let value: Json | undefined
  for (const key in object) {
    if (key.length === name.length && key.toLowerCase() === name) value ??= object[key]
  }
  return value
}
