/** Reuters Connect content API: `{data: {item: …}}`, or the items of a search, in camel case with XHTML in `bodyXhtml`. */
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import type { JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, textAt, textsIn } from '../../reading/json.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { readHtml } from '../../markup/read-blocks.ts'
import { addConcept, addKeyword, conceptOf } from '../../reading/fields/subjects.ts'
import { readSignal } from '../newsml-g2/item-meta.ts'
import { readAssociations, readRenditions } from '../ninjs/associations.ts'
import { plainText } from '../feeds/text.ts'
import type { Source } from '../source.ts'

/** The item of an answer, or all that a search found. */
export function reutersItems(json: JsonObject): JsonObject[] | undefined {
  const data = asObject(json['data']) ?? json
  const listed = [...asList(data['items']), ...asList(asObject(data['search'])?.['items'])]
  const found = listed.map(asObject).filter((item) => item !== undefined)
  const items = found.length > 0 ? found : [asObject(data['item']) ?? json]
  const isReuters = (item: JsonObject): boolean =>
    'usn' in item || 'bodyXhtml' in item || 'headLine' in item
  return items.every(isReuters) ? items : undefined
}

const understood = new Set(
  'uri version type usn slug language byLine caption headLine headline bodyXhtml bodyXhtmlRich body urgency versionCreated firstCreated contentTimestamp subject keyword copyrightNotice copyrightHolder usageTerms restrictions rightsInfo pubStatus embargoed dateLine located creditLine renditions associations signal edNote genre intro provider versionedGuid pictureCount'.split(
    ' ',
  ),
)

export function readReutersItem(json: JsonObject, source: Source): WireItem {
  const uri = textAt(json, 'uri')
  if (uri === undefined) throw new NotReadable('The Reuters item has no uri.')
  const version = textAt(json, 'version') ?? '1'
  const out = fill.blankItem(
    {
      uri: withoutVersion(uri, version),
      version,
      format: 'Reuters Connect',
    },
    source,
  )
  out.type = textAt(json, 'type')?.toLowerCase() ?? 'text'
  fill.time(out, 'versionCreated', textAt(json, 'versionCreated'))
  fill.time(out, 'firstCreated', textAt(json, 'firstCreated'))
  fill.urgency(out, textAt(json, 'urgency'))
  // The API hands out usable items and leaves the status away.
  if (json['pubStatus'] !== undefined)
    fill.status(out, textAt(json, 'pubStatus')?.replace(/^stat:/, ''))
  if ('embargoed' in json && json['embargoed'] !== null) {
    fill.embargo(out, textAt(json, 'embargoed'), 'embargoed')
  }
  readLines(out, json)
  readAbout(out, json)
  readAssociations(out, json['associations'])
  readRenditions(out, json['renditions'])
  const markup = textAt(json, 'bodyXhtmlRich') ?? textAt(json, 'bodyXhtml')
  const body =
    markup === undefined ? blocksOfText(textAt(json, 'body') ?? '') : readHtml(out, markup)
  // A text that comes with its pictures; a package of items has no text.
  if (out.type === 'composite' && body.length > 0) out.type = 'text'
  return completeItem(out, body, { ...source, providers: ['Reuters'] })
}

/** A versioned guid in the place of the identifier ends in the version, as "…newsml_L1N14N0FF:2". */
function withoutVersion(uri: string, version: string): string {
  return /^tag:[^:]*:[^:]*:\d+$/.test(uri) && uri.endsWith(`:${version}`)
    ? uri.slice(0, -version.length - 1)
    : uri
}

function readLines(out: WireItem, json: JsonObject): void {
  fill.headline(out, plainText(textAt(json, 'headLine') ?? textAt(json, 'headline')))
  fill.give(out, 'by', textsIn(json['byLine']).join(', '))
  fill.give(out, 'dateline', textAt(json, 'dateLine'))
  fill.give(out, 'slugline', textAt(json, 'slug'))
  fill.give(out, 'language', textAt(json, 'language'))
  fill.give(out, 'located', textAt(json, 'located'))
  fill.give(out, 'creditline', textAt(json, 'creditLine'))
  fill.give(out, 'copyrightNotice', textAt(json, 'copyrightNotice'))
  fill.give(out, 'copyrightHolder', textAt(json, 'copyrightHolder'))
  const rights = asObject(json['rightsInfo'])
  const terms = [json['usageTerms'], json['restrictions'], rights?.['usageTerms']].flatMap(textsIn)
  fill.give(out, 'usageTerms', [...new Set(terms)].join('; '))
  fill.description(out, textAt(json, 'intro'), 'summary')
  fill.description(out, textAt(json, 'caption'), 'caption')
  for (const one of asList(json['edNote']))
    fill.note(out, asText(one) ?? textAt(asObject(one), 'value'))
}

function readAbout(out: WireItem, json: JsonObject): void {
  for (const one of asList(json['subject']).map(asObject)) {
    addConcept(out, 'subjects', conceptOf(textAt(one, 'code'), { name: textAt(one, 'name') }))
  }
  for (const one of asList(json['genre']).map(asObject)) {
    addConcept(out, 'genres', conceptOf(textAt(one, 'code'), { name: textAt(one, 'name') }))
  }
  for (const word of asList(json['keyword'])) addKeyword(out, asText(word))
  for (const one of asList(json['signal']))
    readSignal(out, asText(one) ?? textAt(asObject(one), 'code'))
  for (const [key, value] of Object.entries(json)) {
    if (!understood.has(key)) fill.keepExtra(out, key, value)
  }
  const usn = textAt(json, 'usn')
  if (usn !== undefined) out.altIds = [{ role: 'usn', value: usn }]
}
