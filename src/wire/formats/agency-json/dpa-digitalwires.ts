/**
 * dpa digital wires (digitalwires@0.9): one entry, or a feed of `entries`. Notes carry a role and
 * whether they may be published; only the short correction is written for readers.
 */
import { keepUpdateNotes } from '../../dialects/dpa.ts'
import type { Block } from '../../../articles/body/body.ts'
import { textOf } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import type { Association, WireItem } from '../../item.ts'
import type { JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, textAt, textsIn } from '../../reading/json.ts'
import { blocksOf } from '../../markup/markup.ts'
import { readHtml } from '../../markup/read-blocks.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { addConcept, addKeyword, conceptOf, localPart } from '../../reading/fields/subjects.ts'
import { descendants, attribute, line } from '../../xml/xml-tree.ts'
import { readSignal } from '../newsml-g2/item-meta.ts'
import type { Source } from '../source.ts'
import { statedLines } from '../../reading/stated.ts'

export function dpaEntries(json: JsonObject): JsonObject[] | undefined {
  const listed = asList(json['entries'])
    .map(asObject)
    .filter((one) => one !== undefined)
  const entries = listed.length > 0 ? listed : [json]
  const areDpa = entries.every(
    (one) => 'article_html' in one || /^digitalwires@/.test(textAt(one, 'format') ?? ''),
  )
  return areDpa ? entries : undefined
}

/** Fields that dpa does not have and that would close an entry; what they say is looked at with all others. */
const closing =
  /^(?!embargoed$|pubstatus$).*(?:embargo|status$|draft|withdrawn|killed|publication)/i

export function readDpaEntry(json: JsonObject, source: Source): WireItem {
  const uri = textAt(json, 'urn')
  if (uri === undefined) throw new NotReadable('The dpa entry has no urn.')
  const out = fill.blankItem(
    {
      uri,
      version: textAt(json, 'version') ?? '1',
      format: 'dpa digital wires',
    },
    source,
  )
  // dpa calls a text that goes with pictures "composite"; the entry itself is the story.
  const type = textAt(json, 'type')
  out.type = type === undefined || type === 'composite' ? 'text' : type
  readStatus(out, json)
  readLines(out, json)
  readNotes(out, json)
  keepUpdateNotes(out)
  for (const one of deskFirst(json)) readCategory(out, one)
  for (const one of asList(json['associations'])) readAssociation(out, asObject(one))
  readMediaAlone(out, json)
  for (const key of Object.keys(json)) if (closing.test(key)) fill.keepExtra(out, key, json[key])
  const body = readBody(out, json)
  const provider = asList(json['categories'])
    .map(asObject)
    .find((one) => textAt(one, 'type') === 'dnltype:provider')
  const providers = [textAt(provider, 'name'), textAt(json, 'creditline'), 'dpa']
  return completeItem(out, body, { ...source, providers })
}

function readStatus(out: WireItem, json: JsonObject): void {
  fill.time(out, 'versionCreated', textAt(json, 'version_created'))
  fill.time(out, 'contentCreated', textAt(json, 'content_created'))
  fill.urgency(out, textAt(json, 'urgency'))
  // Absent and null are not the same as usable (rule 15).
  fill.status(out, textAt(json, 'pubstatus'))
  const embargoed = json['embargoed']
  if (embargoed !== undefined && embargoed !== null) {
    fill.embargo(out, asText(embargoed), 'embargoed')
  }
  for (const one of asList(json['signal'])) {
    readSignal(out, asText(one) ?? textAt(asObject(one), 'qcode') ?? textAt(asObject(one), 'name'))
  }
}

function readLines(out: WireItem, json: JsonObject): void {
  fill.headline(out, textAt(json, 'headline'))
  fill.headline(out, textAt(json, 'subhead'), 'sub')
  fill.headline(out, textAt(json, 'kicker'), 'kicker')
  fill.description(out, textAt(json, 'teaser'), 'teaser')
  fill.give(out, 'by', textAt(json, 'byline'))
  fill.give(out, 'dateline', textAt(json, 'dateline'))
  fill.give(out, 'creditline', textAt(json, 'creditline'))
  fill.give(out, 'language', textAt(json, 'language'))
  fill.give(out, 'copyrightNotice', textAt(json, 'copyrightnotice'))
  fill.give(out, 'usageTerms', textsIn(json['usageterms']).join('; '))
}

function readNotes(out: WireItem, json: JsonObject): void {
  for (const one of asList(json['ednotes']).map(asObject)) {
    const role = localPart(textAt(one, 'role'))
    const isPublic = role === 'correctionshort' && one?.['is_publishable'] !== false
    fill.note(out, textAt(one, 'ednote'), isPublic)
    if (role === 'embargo' && out.embargoed === undefined) {
      fill.hold(out, 'a note of the role embargo is given but no embargo time')
    }
  }
  const notepad = asObject(json['notepad'])
  const sections = ['header_html', 'public_html', 'nonpublic_html'].map((key) =>
    textAt(notepad, key),
  )
  const markup = sections.filter((section) => section !== undefined).join('')
  const text = textOf(blocksOf(parseHtml(markup)).blocks)
  const heading = line(parseHtml(sections[0] ?? ''))
  if (text !== heading) fill.note(out, text)
}

/** In the order of dpa's own NewsML-G2, so that both formats give the same list. */
function deskFirst(json: JsonObject): (JsonObject | undefined)[] {
  const isDesk = (one: JsonObject | undefined): boolean => textAt(one, 'type') === 'dnltype:desk'
  return asList(json['categories'])
    .map(asObject)
    .toSorted((a, b) => Number(isDesk(b)) - Number(isDesk(a)))
}

const places = new Set(['dnltype:geosubject', 'dnltype:poi'])
const aside = new Set([
  'dnltype:pubstatus',
  'dnltype:urgency',
  'dnltype:provider',
  'dnltype:wire',
  'dnltype:creator',
  'dnltype:contributor',
])

function readCategory(out: WireItem, category: JsonObject | undefined): void {
  const type = textAt(category, 'type') ?? ''
  const name = textAt(category, 'name')
  const concept = conceptOf(textAt(category, 'qcode'), { name })
  if (type === 'dnltype:keyword') addKeyword(out, name)
  else if (type === 'dnltype:genre') addConcept(out, 'genres', concept)
  else if (places.has(type)) addConcept(out, 'places', concept)
  else if (type === 'dnltype:desk' || type === 'dnltype:dpasubject') {
    addConcept(out, 'subjects', concept)
  } else if (!aside.has(type) && category) fill.keepExtra(out, type || 'category', category)
}

function readAssociation(out: WireItem, one: JsonObject | undefined): void {
  if (!one) return
  const values = {
    uri: textAt(one, 'urn'),
    version: textAt(one, 'version'),
    headline: textAt(one, 'headline'),
    description: textAt(one, 'caption'),
    altText: textAt(one, 'alttext') ?? textAt(one, 'alt_text'),
    creditline: textAt(one, 'creditline'),
  }
  const association: Association = {
    rel: one['is_featureimage'] === true ? 'featureImage' : 'irel:seeAlso',
    type: textAt(one, 'type') === 'image' ? 'picture' : (textAt(one, 'type') ?? 'picture'),
    ...statedLines(values),
    renditions: [],
  }
  for (const rendition of asList(one['renditions']).map(asObject)) {
    const href = textAt(rendition, 'url')
    if (href === undefined) continue
    const width = Number(textAt(rendition, 'width'))
    const height = Number(textAt(rendition, 'height'))
    const contentType = textAt(rendition, 'mimetype')
    association.renditions.push({
      name: textAt(rendition, 'size') ?? textAt(rendition, 'role') ?? 'main',
      href,
      ...(contentType === undefined ? {} : { contentType }),
      ...(width > 0 ? { width } : {}),
      ...(height > 0 ? { height } : {}),
    })
  }
  ;(out.associations ??= []).push(association)
}

/** An entry without a text whose one association has its own name is that picture or recording. */
function readMediaAlone(out: WireItem, json: JsonObject): void {
  const [media, more] = out.associations ?? []
  const hasText = textAt(json, 'article_html') !== undefined
  if (hasText || media === undefined || more !== undefined || media.uri !== out.uri) return
  out.type = media.type ?? 'picture'
  out.renditions = media.renditions
  delete out.associations
  for (const one of asList(json['descriptions']).map(asObject)) {
    fill.description(out, textAt(one, 'description'), localPart(textAt(one, 'role')) || 'caption')
  }
  if (out.descriptions.length === 0) fill.description(out, media.description, 'caption')
  fill.give(out, 'creditline', media.creditline)
}

function readBody(out: WireItem, json: JsonObject): Block[] {
  const article = textAt(json, 'article_html')
  const infobox = textAt(json, 'infobox_html')
  readLinkbox(out, textAt(json, 'linkbox_html'))
  return [article, infobox].flatMap((markup) => (markup === undefined ? [] : readHtml(out, markup)))
}

/** The links below a story go with it, as in dpa's NewsML-G2. */
function readLinkbox(out: WireItem, markup: string | undefined): void {
  if (markup === undefined) return
  for (const link of descendants(parseHtml(markup), 'a')) {
    const uri = attribute(link, 'href')
    const headline = line(link)
    if (!uri) continue
    const association: Association = { rel: 'irel:seeAlso', uri, renditions: [] }
    if (headline !== undefined) association.headline = headline
    ;(out.associations ??= []).push(association)
  }
}
