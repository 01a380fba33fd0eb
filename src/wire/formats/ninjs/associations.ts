/** Pictures and other items that go with a ninjs item: objects by name in 1.x, lists later. */
import { withoutApTokens } from '../../dialects/ap.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Association, Rendition, WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, isStated, lowerKeys, textAt } from '../../reading/json.ts'
import { storableLine } from '../../markup/storable-text.ts'
import type { Instants } from '../../times/clock.ts'
import { readSourceTime } from '../../times/source-times.ts'

export function readAssociations(out: WireItem, given: Json | undefined, uriOf = statedUri): void {
  for (const [name, one] of namedEntries(given)) {
    const lower = lowerKeys(one)
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
  const values = {
    uri,
    version: textAt(one, 'version'),
    type: textAt(one, 'type'),
    headline: textAt(one, 'headline') ?? firstValue(one['headlines']),
    description:
      textAt(one, 'description_text') ??
      textAt(one, 'description_caption') ??
      textAt(one, 'caption') ??
      firstValue(one['descriptions']),
    altText: textAt(one, 'alttext') ?? textAt(one, 'description_alttext'),
    by: textAt(one, 'by') ?? textAt(one, 'byline'),
    creditline: textAt(one, 'creditline'),
    copyrightNotice: textAt(one, 'copyrightnotice') ?? textAt(one, 'copyrightholder'),
    usageTerms: textAt(one, 'usageterms'),
    encodedRights: textAt(lowerKeys(asObject(one['rightsinfo']) ?? {}), 'encodedrights'),
    pubStatus: textAt(one, 'pubstatus'),
    // What cannot be read keeps the picture closed: the gate refuses it.
    embargoed: instantOf('embargoed', 'later'),
    expires: isStated(one['expires']) ? (instantOf('expires', 'earlier') ?? 'empty') : undefined,
  }
  const lines = Object.entries(values).map(([key, value]) => [key, storableLine(value)])
  const given = Object.fromEntries(lines.filter(([, value]) => value !== undefined)) as object
  return { rel: textAt(one, 'rel') ?? name, ...given, renditions: renditionsOf(one['renditions']) }
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
