/** Pictures and other items that go with a ninjs item: objects by name in 1.x, lists later. */
import { withoutApTokens } from '../../dialects/ap.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, isStated, lowerKeys, textAt } from '../../reading/json.ts'
import { dataMiningAddress } from '../newsml-g2/rights.ts'
import type { Instants } from '../../times/clock.ts'
import { readSourceTime } from '../../times/source-times.ts'
import { statedLines } from '../../reading/stated.ts'

export function readAssociations(out: WireItem, given: Json | undefined, uriOf = statedUri): void {
  for (const [name, one] of namedEntries(given)) {
    const lower = withLimitsOfFiles(out, lowerKeys(one))
    ;(out.associations ??= []).push(associationOf(out, name, lower, uriOf(lower)))
    readEmbargo(out, name, lower)
  }
}

function statedUri(one: JsonObject): string | undefined {
  const uri = textAt(one, 'uri') ?? textAt(one, 'guid')
  return uri === undefined ? undefined : withoutApTokens(uri)
}

/** A picture's embargo that is later than its story's closes the story (rule 13). */
function readEmbargo(out: WireItem, name: string, association: JsonObject): void {
  if (!('embargoed' in association)) return
  const text = textAt(association, 'embargoed')
  const own = text === undefined ? undefined : readSourceTime(text, out, 'later')
  if (own?.isSure && own.iso === out.embargoed) return
  fill.embargo(out, text, `embargoed of the association ${name}`)
}

export function readRenditions(out: WireItem, given: Json | undefined): void {
  const renditions = renditionsOf(given)
  if (renditions.length > 0) out.renditions = renditions
  const limits = withLimitsOfFiles(out, { renditions: given ?? null })
  if ('embargoed' in limits) {
    fill.embargo(out, textAt(limits, 'embargoed'), 'embargo of a rendition')
  }
  fill.give(out, 'usageTerms', textAt(limits, 'usageterms'))
}

/**
 * From 1.8, 2.4 and 3.3 on a file may have an embargo and a territory of its own, under `extensions`. Of
 * several files of one picture the strictest is the picture's.
 */
function withLimitsOfFiles(out: WireItem, one: JsonObject): JsonObject {
  const extensions = namedEntries(one['renditions']).flatMap(([, file]) =>
    Object.entries(asObject(lowerKeys(file)['extensions']) ?? {}),
  )
  const said = (name: RegExp): string[] =>
    extensions.flatMap(([key, value]) => (name.test(key) ? [asText(value) ?? ''] : []))
  const embargoes = said(/^rights:embargo/i)
  const places = said(/^rights:territory$/i).filter(
    (place) => !/^(?:world ?wide|world|)$/i.test(place),
  )
  const terms = [textAt(one, 'usageterms'), ...new Set(places.map((place) => `${place} only`))]
  const limited = { ...one }
  if (embargoes.length > 0) limited['embargoed'] = strictest(out, [...embargoes, ...stated(one)])
  if (places.length > 0) limited['usageterms'] = terms.filter((term) => term).join('; ')
  return limited
}

function stated(one: JsonObject): string[] {
  return 'embargoed' in one ? [textAt(one, 'embargoed') ?? ''] : []
}

/** The latest of times, or the first that is none for sure, which closes. */
function strictest(out: WireItem, times: string[]): string {
  const read = times.map((text) => ({ text, time: readSourceTime(text, out, 'later') }))
  const unclear = read.find(({ time }) => !time?.isSure)
  const latest = read
    .toSorted((a, b) => (a.time?.iso ?? '').localeCompare(b.time?.iso ?? ''))
    .at(-1)
  return (unclear ?? latest)?.text ?? ''
}

/**
 * The data-mining mark in a `rightsinfo` with keys in lower case, as an address of PLUS. A code in a
 * shape that is not known says something all the same, and not that all is free.
 */
export function miningIn(rights: JsonObject): string | undefined {
  const given = rights['datamining']
  if (!isStated(given)) return undefined
  const object = asObject(given)
  const code = asText(given) ?? textAt(object, 'uri') ?? textAt(object, 'value')
  return dataMiningAddress(code ?? 'unreadable')
}

function associationOf(
  out: WireItem,
  name: string,
  one: JsonObject,
  uri: string | undefined,
): Association {
  const instantOf = (key: string, errs: keyof Instants): string | undefined => {
    const text = textAt(one, key)
    return text === undefined ? undefined : (readSourceTime(text, out, errs)?.iso ?? text)
  }
  const rights = lowerKeys(asObject(one['rightsinfo']) ?? {})
  const values = {
    uri,
    version: textAt(one, 'version'),
    // Reuters writes PICTURE.
    type: textAt(one, 'type')?.toLowerCase(),
    headline: textAt(one, 'headline') ?? firstValue(one['headlines']),
    description:
      textAt(one, 'description_text') ??
      textAt(one, 'description_caption') ??
      textAt(one, 'caption') ??
      firstValue(one['descriptions']),
    altText:
      textAt(one, 'alttext') ?? textAt(one, 'description_alttext') ?? textAt(one, 'alt_text'),
    by: textAt(one, 'by') ?? textAt(one, 'byline'),
    creditline: textAt(one, 'creditline') ?? textAt(one, 'credit'),
    copyrightNotice: textAt(one, 'copyrightnotice') ?? textAt(one, 'copyrightholder'),
    usageTerms: textAt(one, 'usageterms'),
    encodedRights: textAt(rights, 'encodedrights'),
    dataMining: miningIn(rights),
    pubStatus: textAt(one, 'pubstatus'),
    // What cannot be read keeps the picture closed: the gate refuses it.
    embargoed: instantOf('embargoed', 'later'),
    expires: isStated(one['expires']) ? (instantOf('expires', 'earlier') ?? 'empty') : undefined,
  }
  const rel = textAt(one, 'rel') ?? name
  return { rel, ...statedLines(values), renditions: renditionsOf(one['renditions']) }
}

function firstValue(list: Json | undefined): string | undefined {
  return textAt(asObject(asList(list)[0]), 'value')
}

function renditionsOf(given: Json | undefined): Rendition[] {
  return namedEntries(given).flatMap(([name, object]) => {
    const one = lowerKeys(object)
    const href = textAt(one, 'href')
    if (href === undefined) return []
    const rendition: Rendition = { name, href }
    const type = textAt(one, 'contenttype') ?? textAt(one, 'mimetype')
    if (type !== undefined) rendition.contentType = type
    for (const side of ['width', 'height'] as const) {
      const value = Number(textAt(one, side))
      if (value > 0) rendition[side] = value
    }
    const size = Number(textAt(one, 'sizeinbytes'))
    if (size > 0) rendition.sizeInBytes = size
    return [rendition]
  })
}

/** Either `{name: {…}}` or `[{name, …}]`. */
function namedEntries(given: Json | undefined): [string, JsonObject][] {
  if (Array.isArray(given)) {
    return given.flatMap((one): [string, JsonObject][] => {
      const object = asObject(one)
      return object ? [[textAt(object, 'name') ?? textAt(object, 'id') ?? 'main', object]] : []
    })
  }
  return Object.entries(asObject(given) ?? {}).flatMap(([name, one]): [string, JsonObject][] => {
    const object = asObject(one)
    return object ? [[name, object]] : []
  })
}
