/**
 * NewsML-G2 in JSON, as LSEG's data platform hands Reuters' items out: attributes are keys that begin with
 * a low line or an at sign, text stands under `$`, and what may be there several times is a list.
 */
import { isG2Item, readNewsMlG2 } from '../newsml-g2/newsml-g2.ts'
import type { Refusal, WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText } from '../../reading/json.ts'
import { readEach } from '../../reading/read-each.ts'
import type { Element, Node } from '../../xml/xml-tree.ts'
import type { Source } from '../source.ts'

/** Its items, alone, in `raw` or in a list; undefined where it is none. */
export function g2Items(json: JsonObject): Element[] | undefined {
  const holders = [json, asObject(json['raw']), asObject(json['data'])]
  const found = holders.flatMap((holder) =>
    Object.entries(holder ?? {}).flatMap(([name, value]) =>
      asList(value).flatMap((one) => itemOf(name, asObject(one)) ?? []),
    ),
  )
  return found.length > 0 ? found : undefined
}

export function readG2Items(items: Element[], source: Source): (WireItem | Refusal)[] {
  return readEach(items, (item) => readNewsMlG2(item, source))
}

function itemOf(name: string, value: JsonObject | undefined): Element | undefined {
  if (value === undefined || !('_guid' in value || '@guid' in value)) return undefined
  const element = elementOf(name, value)
  return isG2Item(element) ? element : undefined
}

const isAttribute = /^[_@](?=.)/
const isText = /^(?:\$|#text|_)$/

function elementOf(key: string, value: Json): Element {
  const attributes = new Map<string, string>()
  const children: Node[] = []
  const object = asObject(value)
  if (object === undefined) children.push(asText(value) ?? '')
  for (const [name, one] of Object.entries(object ?? {})) {
    if (isText.test(name)) children.push(asText(one) ?? '')
    else if (isAttribute.test(name)) attributes.set(name.slice(1), asText(one) ?? '')
    else for (const child of asList(one)) children.push(elementOf(name, child))
  }
  return { name: key.replace(/^.*:/, ''), namespace: '', attributes, children }
}
