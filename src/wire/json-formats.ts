/** Which JSON format a file is, by its keys. */
import { readNinjs } from './formats/ninjs.ts'
import type { Source } from './formats/source.ts'
import type { Refusal, WireItem } from './item.ts'
import type { JsonObject } from './json.ts'
import { asObject, lowerKeys, parseJson, textAt } from './json.ts'
import { NotReadable } from './not-readable.ts'

export function readJsonFormat(text: string, source: Source): (WireItem | Refusal)[] {
  const json = parseJson(text)
  const object = asObject(json)
  if (!object) throw new NotReadable('The JSON is not an object, so it is no wire item.')
  return [readNinjs(assertNinjs(object), source)]
}

const ninjsKeys =
  /^(?:pubstatus|version|versioncreated|embargoed|headlines?|bod(?:y.*|ies)|type|urgency|renditions)$/

function assertNinjs(object: JsonObject): JsonObject {
  const keys = Object.keys(lowerKeys(object))
  if (textAt(lowerKeys(object), 'uri') !== undefined && keys.some((key) => ninjsKeys.test(key))) {
    return object
  }
  throw new NotReadable(
    'The JSON is none of the news formats read here: it has no uri with ninjs keys, and no keys of an agency format.',
  )
}
