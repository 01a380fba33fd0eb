/**
 * AFP Core API: `{response: {docs: […]}}` or one document. `news` is the text paragraph by
 * paragraph, `bagItem` the pictures, `advisory` the line that says what an update does; an update is
 * a new document with revision 1, as in AFP's NewsML.
 */
import type { Block } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, textAt } from '../../reading/json.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { readHtml } from '../../markup/read-blocks.ts'
import { storable } from '../../markup/storable-text.ts'
import { addConcept, addKeyword, conceptAt, subjectCode } from '../../reading/fields/subjects.ts'
import { readSignal } from '../newsml-g2/item-meta.ts'
import { afpRights, holdCancellation, readAfpRights } from '../../dialects/afp.ts'
import type { Source } from '../source.ts'
import { statedLines } from '../../reading/stated.ts'

export function afpDocuments(json: JsonObject): JsonObject[] | undefined {
  const response = asObject(json['response']) ?? json
  const listed = [
    ...asList(response['docs']),
    ...asList(json['documents']),
    ...asList(json['document']),
  ]
    .map(asObject)
    .filter((one) => one !== undefined)
  const documents = listed.length > 0 ? listed : [json]
  return documents.every((one) => 'uno' in one) ? documents : undefined
}

const understood = new Set([
  ...afpRights,
  ...'uno revision class product published created status embargoed urgency headline title slug lang language city country countryname news caption summary creditLine provider source creator advisory signal genre genreid mediatopic iptc keyword entity_person entity_organisation entity_company entity_location bagItem bagUno event guid href subheadline captionContext'.split(
    ' ',
  ),
])

export function readAfpDocument(json: JsonObject, source: Source): WireItem {
  const uno = textAt(json, 'uno')
  if (uno === undefined) throw new NotReadable('The AFP document has no uno.')
  const out = fill.blankItem(
    {
      uri: `urn:newsml:afp.com:${uno}`,
      version: textAt(json, 'revision') ?? '1',
      format: 'AFP Core',
    },
    source,
  )
  out.altIds = [{ role: 'uno', value: uno }]
  out.type = typeOf(json)
  readStatus(out, json)
  readLines(out, json)
  readAfpRights(out, json)
  readAbout(out, json)
  for (const one of asList(json['bagItem'])) readBagItem(out, asObject(one))
  for (const [key, value] of Object.entries(json)) {
    if (!understood.has(key)) fill.keepExtra(out, key, value)
  }
  const news = asList(json['news'])
  holdCancellation(out, news.map(asText))
  const body = news.flatMap((one) => paragraphsOf(out, one))
  return completeItem(out, body, { ...source, providers: ['AFP', textAt(json, 'provider')] })
}

function typeOf(json: JsonObject): string {
  const kind = textAt(json, 'class') ?? textAt(json, 'product') ?? 'text'
  const known: Record<string, string> = { photo: 'picture', infographie: 'graphic' }
  const type = known[kind] ?? kind.toLowerCase()
  return texts.has(type) ? 'text' : type
}

/** Classes and products that are stories in words, whatever comes with them. */
const texts = new Set(['news', 'multimedia', 'sid', 'factcheck', 'webstory', 'livereport'])

function readStatus(out: WireItem, json: JsonObject): void {
  fill.time(out, 'versionCreated', textAt(json, 'published'))
  fill.time(out, 'firstCreated', textAt(json, 'created'))
  fill.urgency(out, textAt(json, 'urgency'))
  const status = textAt(json, 'status')
  const embargoed = textAt(json, 'embargoed')
  if (status?.toLowerCase() === 'embargoed') fill.embargoedStatus(out, embargoed)
  else {
    fill.status(out, status)
    if (embargoed !== undefined) fill.embargo(out, embargoed, 'embargoed')
  }
  for (const one of asList(json['signal'])) readSignal(out, signalCode(asText(one)))
  for (const one of asList(json['advisory'])) {
    fill.signal(out, 'advisory', asText(one))
    fill.note(out, asText(one))
  }
  for (const one of asList(json['bagUno'])) {
    const bag = asText(one)
    if (bag !== undefined) fill.signal(out, 'previous', `AssociatedWith ${bag}`)
  }
}

/** AFP gives the bare word of IPTC's signal. */
function signalCode(word: string | undefined): string | undefined {
  return word === undefined || word.includes(':') ? word : `sig:${word}`
}

function readLines(out: WireItem, json: JsonObject): void {
  fill.headline(out, textAt(json, 'headline'))
  if (out.headlines.length === 0) fill.headline(out, textAt(json, 'title'))
  if (out.headlines.length === 0) fill.headline(out, firstLineOfAlert(json))
  fill.headline(out, textAt(json, 'subheadline'), 'sub')
  const slug = asList(json['slug']).map(asText)
  fill.give(out, 'slugline', slug.filter((word) => word !== undefined).join('-'))
  fill.give(out, 'language', textAt(json, 'lang') ?? textAt(json, 'language'))
  fill.give(out, 'located', textAt(json, 'city') ?? textAt(json, 'countryname'))
  const maker = textAt(json, 'creator')
  if (maker !== textAt(json, 'provider')) fill.give(out, 'by', maker)
  fill.give(out, 'creditline', textAt(json, 'creditLine') ?? textAt(json, 'provider') ?? 'AFP')
  for (const one of asList(json['summary'])) fill.description(out, asText(one), 'summary')
  // The same caption without the marks that AFP ends it with.
  const captions = asList(json['captionContext'] ?? json['caption'])
  for (const one of captions) fill.description(out, asText(one), 'caption')
  const provider = textAt(json, 'provider')
  if (provider !== undefined) out.infoSources = [{ name: provider }]
}

/** A headline is no longer, in characters. */
const longestHeadline = 200

/** Flashes, alerts and urgent stories may have their headline in the first line alone. */
function firstLineOfAlert(json: JsonObject): string | undefined {
  const line = asText(asList(json['news'])[0])
  const isUrgent = Number(textAt(json, 'urgency') ?? 9) < 4
  return isUrgent && line !== undefined && line.length <= longestHeadline ? line : undefined
}

const entities = [
  ['entity_person', 'people'],
  ['entity_organisation', 'organisations'],
  ['entity_company', 'organisations'],
  ['entity_location', 'places'],
] as const

function readAbout(out: WireItem, json: JsonObject): void {
  for (const one of asList(json['mediatopic'])) {
    const code = asText(one) ?? ''
    const number = /(\d{8})$/.exec(code)?.[1]
    addConcept(out, 'subjects', conceptAt(number ? `medtop:${number}` : code))
  }
  for (const one of asList(json['iptc'])) {
    const number = /(\d{8})$/.exec(asText(one) ?? '')?.[1]
    if (number !== undefined) addConcept(out, 'subjects', subjectCode(number))
  }
  for (const one of asList(json['genre'])) {
    const name = asText(one) ?? textAt(asObject(one), 'name')
    if (name !== undefined) addConcept(out, 'genres', { name })
  }
  // The names are in the document's language; the codes say in all of them what is for editors.
  for (const one of asList(json['genreid'])) addConcept(out, 'genres', conceptAt(asText(one) ?? ''))
  for (const word of asList(json['keyword'])) addKeyword(out, asText(word))
  for (const [key, list] of entities) {
    for (const one of asList(json[key])) {
      const name = asText(one)
      if (name !== undefined) addConcept(out, list, { name })
    }
  }
}

/** A paragraph of plain text, or one with mark-up in it. */
function paragraphsOf(out: WireItem, one: Json): Block[] {
  const text = asText(one)
  if (text === undefined) return []
  if (/<[a-z][^>]*>|&[a-z]+;/i.test(text)) return readHtml(out, text)
  const plain = storable(text).replace(/\s+/g, ' ').trim()
  return plain === '' ? [] : [{ kind: 'paragraph', spans: [{ text: plain }] }]
}

function readBagItem(out: WireItem, item: JsonObject | undefined): void {
  if (!item) return
  const medias = asList(item['medias']).map(asObject)
  const renditions = medias.flatMap((media): Rendition[] => {
    const href = textAt(media, 'href')
    if (href === undefined || textAt(media, 'type') === 'CompressedContent') return []
    const rendition: Rendition = { name: textAt(media, 'role') ?? 'main', href }
    for (const side of ['width', 'height'] as const) {
      const value = Number(textAt(media, side))
      if (value > 0) rendition[side] = value
    }
    const size = Number(textAt(media, 'sizeInBytes'))
    if (size > 0) rendition.sizeInBytes = size
    return [rendition]
  })
  const lines = asObject(item['newslines'])
  const values = {
    uri: textAt(item, 'uno'),
    headline: textAt(lines, 'headline'),
    description: textAt(item, 'caption'),
    by: textAt(lines, 'byline') ?? textAt(item, 'creator'),
    creditline: textAt(item, 'provider') ?? textAt(item, 'provider', 'name'),
    copyrightNotice: textAt(lines, 'copyright'),
  }
  const isFilm = medias.some((media) => textAt(media, 'type') === 'Video')
  const type = isFilm ? 'video' : 'picture'
  const association: Association = { rel: 'bagItem', type, ...statedLines(values), renditions }
  if (out.type === 'text') (out.associations ??= []).push(association)
  else {
    out.renditions = [...(out.renditions ?? []), ...renditions]
    const hasCaption = out.descriptions.some(({ role }) => role === 'caption')
    if (!hasCaption) fill.description(out, textAt(item, 'caption'), 'caption')
  }
}
