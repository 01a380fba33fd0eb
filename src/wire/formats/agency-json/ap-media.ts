/**
 * AP Media API (https://api.ap.org/media/v/docs/): one item or a feed of them. `located` is the text
 * of the dateline and `datelinelocation` the place, the reverse of NewsML-G2. The story's text is an
 * NITF rendition fetched apart; where it has been put into the file it is read.
 */
import type { Block } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, isStated, textAt, textsIn } from '../../reading/json.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { readHtml } from '../../markup/read-blocks.ts'
import { addConcept, addKeyword } from '../../reading/fields/subjects.ts'
import { parseXml } from '../../xml/xml.ts'
import { readAssociations, readRenditions } from '../ninjs/associations.ts'
import { readNitfBody, readNitfHead } from '../nitf/body.ts'
import { apUri, holdWhatApCloses } from '../../dialects/ap.ts'
import { plainText } from '../feeds/text.ts'
import type { Source } from '../source.ts'
import { takeOrWritethru } from '../teletype/take-lines.ts'
import { stated } from '../../reading/stated.ts'

/** The items of a response: `data.item`, `data.items[].item`, or the item by itself. */
export function apItems(json: JsonObject): JsonObject[] | undefined {
  const data = asObject(json['data']) ?? json
  const holders = [data, ...asList(data['items']).map(asObject)]
  const found = holders.map(itemIn).filter((item) => item !== undefined)
  // A page of the feed without news has an empty list.
  const isPage = 'next_page' in data || 'api_version' in json
  if (Array.isArray(data['items']) && isPage && found.length === 0) return []
  const items = found.length > 0 ? found : [data]
  return items.every((item) => asObject(item['altids'])?.['itemid'] !== undefined)
    ? items
    : undefined
}

/** An item, with what AP says beside it of the asker's contract. */
function itemIn(holder: JsonObject | undefined): JsonObject | undefined {
  const isItem = asObject(holder?.['altids']) !== undefined
  const item = isItem ? holder : asObject(holder?.['item'])
  const meta = asObject(holder?.['meta'])
  return item && meta ? { ...item, meta } : item
}

export function readApItem(json: JsonObject, source: Source): WireItem {
  const id = textAt(json, 'altids', 'itemid')
  if (id === undefined) throw new NotReadable('The AP item has no altids.itemid.')
  const uri = apUri(id)
  const out = fill.blankItem(
    {
      uri,
      version: textAt(json, 'version') ?? '0',
      format: 'AP Media API',
    },
    source,
  )
  out.type = textAt(json, 'type')?.toLowerCase() ?? 'text'
  readStatus(out, json)
  readLines(out, json)
  readContract(out, asObject(json['meta']))
  readAbout(out, json)
  readAssociations(out, json['associations'], (one) => {
    const own = textAt(one, 'altids', 'itemid')
    return own === undefined ? undefined : apUri(own)
  })
  readRenditions(out, json['renditions'])
  const body = readStory(out, json)
  const isDaybook = [textAt(json, 'profile'), textAt(json, 'slugline')].some((line) =>
    /\b(?:daybook|advisory|planner)\b/i.test(line ?? ''),
  )
  if (isDaybook) fill.hold(out, 'it is a daybook or an advisory, not a story for readers')
  return completeItem(out, body, { ...source, providers: ['AP', textAt(json, 'provider')] })
}

function readStatus(out: WireItem, json: JsonObject): void {
  fill.time(out, 'versionCreated', textAt(json, 'versioncreated'))
  fill.time(out, 'firstCreated', textAt(json, 'firstcreated'))
  if (isStated(json['expires'])) fill.expiry(out, textAt(json, 'expires'))
  fill.urgency(out, textAt(json, 'urgency'))
  const status = textAt(json, 'pubstatus')
  if (status?.toLowerCase() === 'embargoed') fill.embargoedStatus(out, textAt(json, 'embargoed'))
  else {
    fill.status(out, status)
    if ('embargoed' in json) fill.embargo(out, textAt(json, 'embargoed'), 'embargoed')
  }
  for (const one of asList(json['signals'])) fill.signal(out, 'provider', asText(one))
  for (const one of asList(json['editorialtypes'])) {
    const word = asText(one) ?? ''
    const kind = /correct|kill|withdraw/i.exec(word)?.[0].toLowerCase()
    if (kind === undefined) fill.signal(out, 'provider', `editorialtype:${word}`)
    else fill.signal(out, kind.startsWith('correct') ? 'correction' : 'withdraw', word)
  }
  const note = textAt(json, 'ednote')
  fill.note(out, note)
  if (/\bCORRECTS?\b|\bCORRECTION\b/.test(note ?? '')) fill.signal(out, 'correction', note)
  else if (/\bUPDATES?\b|\bADDS?\b|\bRECASTS?\b/.test(note ?? '')) fill.signal(out, 'update', note)
  for (const key of ['derivedfrom', 'refersto']) {
    const target = textAt(json, key) ?? textAt(asObject(asList(json[key])[0]), 'uri')
    if (target !== undefined) fill.signal(out, 'previous', `${key} ${target}`)
  }
  takeOrWritethru(out, textAt(json, 'slugline'))
  holdWhatApCloses(out, wordsIn(json['editorialtypes']), wordsIn(json['signals']))
}

function wordsIn(list: Json | undefined): string[] {
  return asList(list).flatMap((one) => asText(one) ?? [])
}

/** What the asker's contract allows is a rights expression; with prices, which nobody here pays. */
function readContract(out: WireItem, meta: JsonObject | undefined): void {
  const policy = asObject(asObject(meta?.['pricing'])?.['policy'])
  if (policy) out.rightsInfo = { encodedRights: JSON.stringify(policy) }
}

function readLines(out: WireItem, json: JsonObject): void {
  fill.headline(out, plainText(textAt(json, 'headline')))
  fill.headline(out, textAt(json, 'headline_extended'), 'extended')
  fill.headline(out, textAt(json, 'headline_seo'), 'seo')
  fill.give(out, 'slugline', textAt(json, 'slugline'))
  fill.give(out, 'language', textAt(json, 'language'))
  const bylines = asList(json['bylines']).map((one) => textAt(asObject(one), 'by'))
  fill.give(out, 'by', bylines.filter((one) => one !== undefined).join('; '))
  fill.give(out, 'by', textAt(json, 'photographer', 'name'))
  fill.give(out, 'dateline', textAt(json, 'located'))
  const place = asObject(json['datelinelocation'])
  fill.give(out, 'located', textAt(place, 'city') ?? textAt(place, 'countryname'))
  fill.give(out, 'creditline', textAt(json, 'description_creditline') ?? textAt(json, 'provider'))
  fill.description(out, textAt(json, 'description_summary'), 'summary')
  fill.description(out, textAt(json, 'description_caption'), 'caption')
  fill.give(out, 'copyrightNotice', textAt(json, 'copyrightnotice'))
  fill.give(out, 'copyrightHolder', textAt(json, 'copyrightholder'))
  fill.give(out, 'usageTerms', textsIn(json['usageterms']).join(' '))
  for (const one of asList(json['infosource'])) {
    const name = textAt(asObject(one), 'name')
    if (name !== undefined) (out.infoSources ??= []).push({ name })
  }
}

const lists = [
  ['subject', 'subjects'],
  ['person', 'people'],
  ['organisation', 'organisations'],
  ['company', 'organisations'],
  ['place', 'places'],
  ['event', 'subjects'],
] as const

const understood = new Set(
  'uri altids version type urgency language versioncreated firstcreated pubstatus embargoed expires signals editorialtypes meta ednote derivedfrom refersto headline headline_extended headline_seo slugline bylines located datelinelocation description_creditline description_summary description_caption copyrightnotice copyrightholder usageterms provider infosource keywords associations renditions nitf subject person organisation company place event photographer'.split(
    ' ',
  ),
)

function readAbout(out: WireItem, json: JsonObject): void {
  for (const [key, list] of lists) {
    for (const one of asList(json[key])) {
      const object = asObject(one)
      const name = textAt(object, 'name')
      const code = textAt(object, 'code')
      if (name === undefined && code === undefined) continue
      const values = {
        name,
        code,
        scheme: textAt(object, 'scheme'),
        creator: textAt(object, 'creator'),
        rel: asText(asList(object?.['rels'])[0]),
      }
      addConcept(out, list, stated(values))
    }
  }
  for (const word of asList(json['keywords'])) addKeyword(out, asText(word))
  for (const [role, value] of Object.entries(asObject(json['altids']) ?? {})) {
    const text = asText(value)
    if (text !== undefined) (out.altIds ??= []).push({ role, value: text })
  }
  for (const [key, value] of Object.entries(json)) {
    if (!understood.has(key)) fill.keepExtra(out, key, value)
  }
}

/** The NITF text, where a collector has put it into the item or its rendition. */
function readStory(out: WireItem, json: JsonObject): Block[] {
  const rendition = asObject(asObject(json['renditions'])?.['nitf'])
  const places = [json['nitf'], json['body_nitf'], ...Object.values(rendition ?? {})]
  const markup = places
    .map(asText)
    .find((text) => text !== undefined && /^\s*<[\s\S]*>\s*$/.test(text))
  if (markup === undefined) {
    const html = textAt(json, 'body_html') ?? textAt(json, 'body_xhtml')
    return html === undefined ? blocksOfText(textAt(json, 'body_text') ?? '') : readHtml(out, html)
  }
  const root = parseXml(markup.trim())
  readNitfHead(out, root)
  return readNitfBody(out, root)
}
