/**
 * Entries of a feed that carry a whole item of a wire format. The item says of itself what no feed can
 * say (its status, its embargo, its rights), so it is the item that is read and not the entry around it.
 */
import type { WireItem } from '../../item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, elements } from '../../xml/xml-tree.ts'
import { isG2Item, readNewsMlG2 } from '../newsml-g2/newsml-g2.ts'
import { readNewsMl1Document } from '../newsml-1/document.ts'
import { readNitf } from '../nitf/nitf.ts'
import type { Source } from '../source.ts'
import { NotReadable } from '../../xml/not-readable.ts'

/** The item in an entry or in its content; undefined where there is none. Throws NotReadable. */
export function wrappedItem(entry: Element, source: Source): WireItem | undefined {
  const inside = [entry, ...all(entry, 'content'), ...all(entry, 'encoded')].flatMap(elements)
  for (const one of inside) {
    if (isG2Item(one)) return readNewsMlG2(one, source)
    const name = one.name.toLowerCase()
    if (name === 'nitf') return readNitf(one, source)
    if (name === 'newsml') return onlyItem(one, source)
  }
  return undefined
}

function onlyItem(document: Element, source: Source): WireItem {
  const [item, ...more] = readNewsMl1Document(document, source)
  if (item === undefined || 'reason' in item || more.length > 0)
    throw new NotReadable('The entry of the feed holds a NewsML document that is not one item.')
  return item
}
