/**
 * ninjs 1.x, 2.x and 3.x (IPTC, https://iptc.org/standards/ninjs/). The three differ in the case of
 * keys and in what became a list; all are read by lower-case key, so that a dialect that mixes them
 * (TT, Superdesk) is read too.
 */
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import {
  asList,
  asObject,
  asText,
  isStated,
  lowerKeys,
  textAt,
  textsIn,
} from '../../reading/json.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { conceptOf } from '../../reading/fields/subjects.ts'
import { miningIn, readAssociations, readRenditions } from './associations.ts'
import { readBodies } from './bodies.ts'
import { readConcepts } from './concepts.ts'
import { inItsLanguage } from './own-language.ts'
import { plainText } from '../feeds/text.ts'
import { ofSuperdesk, readSuperdesk } from './superdesk.ts'
import { readSignal } from '../newsml-g2/item-meta.ts'
import { withoutApTokens } from '../../dialects/ap.ts'
import type { Source } from '../source.ts'

const understood = new Set([
  ...ofSuperdesk,
  ...'uri guid slug replacing $schema standard type version versioncreated firstcreated contentcreated pubstatus embargoed expires urgency language headline headlines by byline dateline slugline creditline located copyrightholder copyrightnotice usageterms rightsinfo infosource infosources digitalsourcetype evolvedfrom altids altid ednote ednotes associations renditions subject subjects person people organisation organisations place places genre genres keyword keywords representationtype profile mimetype priority'.split(
    ' ',
  ),
])

export function readNinjs(given: JsonObject, source: Source): WireItem {
  const json = lowerKeys(given)
  // Superdesk's own dialect names the item by guid.
  const uri = textAt(json, 'uri') ?? textAt(json, 'guid')
  if (uri === undefined) throw new NotReadable('The JSON has no uri, so it is not a ninjs item.')
  const format = `ninjs ${generationOf(given)}`
  const version = textAt(json, 'version') ?? textAt(json, '_current_version')
  const identity = { uri: withoutApTokens(uri), version: version ?? '1', format }
  const out = fill.blankItem(identity, source)
  if (version === undefined) fill.notice(out, 'assumed', 'no version given')
  const type = textAt(json, 'type')?.toLowerCase() ?? 'text'
  // The BBC calls a text a story.
  out.type = /^(?:story|article|news)$/.test(type) ? 'text' : type
  readTimesAndStatus(out, json)
  readStatusAndEmbargo(out, given)
  readSuperdesk(out, json)
  readLines(out, json)
  readRights(out, json)
  readConcepts(out, json)
  readAltIds(out, json['altids'] ?? json['altid'])
  readAssociations(out, json['associations'])
  readRenditions(out, json['renditions'])
  const body = readBodies(out, json)
  // IPTC calls a text that comes with its pictures composite; a package of items has no text.
  if (out.type === 'composite' && body.length > 0) out.type = 'text'
  for (const key in given) {
    const name = key.toLowerCase()
    if (!understood.has(name) && !/^(?:body|bodies|description|headline)(?:s$|_|$)/.test(name)) {
      fill.keepExtra(out, key, given[key])
    }
  }
  const sources = (out.infoSources ?? []).map(({ name }) => name)
  const providers = [...sources, textAt(json, 'source'), out.copyrightHolder]
  return completeItem(out, body, { ...source, providers })
}

/** 3.x writes keys in camel case, 2.x made lists of texts, 1.x has one key for each. */
function generationOf(json: JsonObject): string {
  const stated = textAt(asObject(json['standard']), 'version')
  if (stated !== undefined && /^[123](?:\.\d+)?$/.test(stated)) return stated
  if ('pubStatus' in json || 'versionCreated' in json || 'firstCreated' in json) return '3'
  return 'headlines' in json || 'bodies' in json || 'subjects' in json ? '2' : '1'
}

function readTimesAndStatus(out: WireItem, json: JsonObject): void {
  fill.time(out, 'versionCreated', textAt(json, 'versioncreated'))
  fill.time(out, 'firstCreated', textAt(json, 'firstcreated'))
  fill.time(out, 'contentCreated', textAt(json, 'contentcreated'))
  if (isStated(json['expires'])) fill.expiry(out, textAt(json, 'expires'))
  fill.urgency(out, textAt(json, 'urgency'))
  // Superdesk names the item of which this one is an update under another guid.
  const before = textAt(json, 'evolvedfrom')
  fill.signal(out, 'previous', before && `evolvedfrom ${before}`)
  for (const one of [...asList(json['signal']), ...asList(json['signals'])]) {
    const object = asObject(one)
    readSignal(
      out,
      textAt(object, 'uri') ?? textAt(object, 'qcode') ?? textAt(object, 'code') ?? asText(one),
    )
  }
  // TT names the items that this one replaces.
  for (const replaced of asList(json['replacing'])) {
    fill.signal(out, 'replace', 'replacing')
    fill.signal(out, 'previous', asText(replaced) && `replaces ${asText(replaced)}`)
  }
}

/** Every spelling of a key counts here: of `pubstatus` and `pubStatus` neither may open the other. */
function readStatusAndEmbargo(out: WireItem, given: JsonObject): void {
  const spelled = (name: string): Json[] => {
    const values: Json[] = []
    for (const key in given) {
      const isSo = key.length === name.length && key.toLowerCase() === name
      if (isSo) values.push(given[key] ?? null)
    }
    return values
  }
  // Some write the code of the status with its vocabulary (`stat:canceled`).
  const bare = (one: Json): string => asText(one)?.replace(/^.*[:/#]/, '') ?? ''
  const words = new Set(spelled('pubstatus').map(bare))
  const embargoes = spelled('embargoed').map((one) => asText(one))
  if (words.size === 1 && [...words][0]?.toLowerCase() === 'embargoed') {
    fill.embargoedStatus(out, embargoes[0])
  } else if (words.size > 0) fill.status(out, [...words].join(' and '))
  for (const one of embargoes) fill.embargo(out, one, 'embargoed')
}

function readLines(out: WireItem, json: JsonObject): void {
  fill.give(out, 'language', textAt(json, 'language'))
  fill.give(out, 'by', namedAt(json, 'by') ?? namedAt(json, 'byline') ?? writersOf(json))
  // Superdesk's dateline has parts beside its text.
  const dateline = asObject(json['dateline'])
  fill.give(out, 'dateline', textAt(json, 'dateline') ?? textAt(dateline, 'text'))
  fill.give(out, 'slugline', textAt(json, 'slugline') ?? textAt(json, 'slug'))
  fill.give(out, 'creditline', textAt(json, 'creditline'))
  const place = textAt(json, 'located') ?? textAt(asObject(json['located']), 'name')
  fill.give(out, 'located', place ?? textAt(dateline, 'located', 'city'))
  fill.headline(out, plainText(textAt(json, 'headline')))
  for (const one of inItsLanguage(out, asList(json['headlines'])).map(asObject)) {
    fill.headline(out, plainText(textAt(one, 'value')), textAt(one, 'role') ?? 'main')
  }
  for (const one of inItsLanguage(out, asList(json['descriptions'])).map(asObject)) {
    const role = textAt(one, 'role') ?? 'summary'
    if (role === 'creditline') fill.give(out, 'creditline', textAt(one, 'value'))
    else fill.description(out, textAt(one, 'value'), role)
  }
  for (const key in json) {
    const [, kind, role] = /^(headline|description)_(.+)$/.exec(key) ?? []
    if (kind === 'headline') fill.headline(out, asText(json[key]), role)
    if (kind === 'description' && !/html/.test(role ?? '')) {
      fill.description(out, asText(json[key]), role === 'text' ? 'summary' : (role ?? 'summary'))
    }
  }
  for (const one of asList(json['ednote'] ?? json['ednotes'])) {
    fill.note(out, asText(one) ?? textAt(asObject(one), 'value'))
  }
}

/** Names under one key: a text, an object with a name, or several of them. */
function namedAt(json: JsonObject, key: string): string | undefined {
  const names = asList(json[key]).map((one) => asText(one) ?? textAt(asObject(one), 'name'))
  return names.filter(Boolean).join(', ') || undefined
}

/** Superdesk names the authors with what each did. */
function writersOf(json: JsonObject): string | undefined {
  const writers = asList(json['authors'])
    .map(asObject)
    .filter((one) => /^(?:writer|author|)$/i.test(textAt(one, 'role') ?? ''))
  return writers.flatMap((one) => textAt(one, 'name') ?? []).join(', ')
}

function readRights(out: WireItem, json: JsonObject): void {
  fill.give(out, 'copyrightHolder', textAt(json, 'copyrightholder'))
  fill.give(out, 'copyrightNotice', textsIn(json['copyrightnotice']).join('; '))
  fill.give(out, 'usageTerms', textsIn(json['usageterms']).join('; '))
  // A text in the first two generations, an object from 3.1 on.
  const made =
    textAt(json, 'digitalsourcetype') ?? textAt(asObject(json['digitalsourcetype']), 'uri')
  if (made) fill.give(out, 'digitalSourceType', conceptOf(made).uri ?? made)
  const rights = asObject(json['rightsinfo'])
  if (rights) {
    const lower = lowerKeys(rights)
    const mining = miningIn(lower)
    const names = new Map([
      ['langid', 'langId'],
      ['linkedrights', 'linkedRights'],
      ['encodedrights', 'encodedRights'],
    ])
    const entries = Object.entries(lower).map(([key, value]) => [names.get(key) ?? key, value])
    out.rightsInfo = Object.fromEntries(entries) as Record<string, unknown>
    delete out.rightsInfo['datamining']
    if (mining !== undefined) out.rightsInfo['dataMining'] = mining
  }
  const sources = [...asList(json['infosources']), ...asList(json['infosource'])]
  for (const one of sources) {
    const lower = asObject(one)
    const name = textAt(lower, 'name') ?? asText(one)
    const role = textAt(lower, 'role')
    if (name) (out.infoSources ??= []).push({ name, ...(role ? { role } : {}) })
  }
}

function readAltIds(out: WireItem, given: Json | undefined): void {
  for (const one of asList(given)) {
    const object = asObject(one)
    if (!object) continue
    const value = textAt(object, 'value')
    const pairs =
      value === undefined
        ? Object.entries(object)
        : [[textAt(object, 'role') ?? 'altId', value] as const]
    for (const [role, id] of pairs) {
      const text = asText(id)
      if (text) (out.altIds ??= []).push({ role, value: text })
    }
  }
}
