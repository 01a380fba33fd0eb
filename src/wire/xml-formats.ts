/** Which XML format a file is, by its root element. */
import type { Refusal, WireItem } from './item.ts'
import { isG2Item, readNewsMessage, readNewsMlG2 } from './formats/newsml-g2.ts'
import { readNewsMl1Document } from './formats/newsml-1-document.ts'
import type { Source } from './formats/source.ts'
import { NotReadable } from './not-readable.ts'
import type { Element } from './xml-tree.ts'

export function readXmlFormat(root: Element, source: Source): (WireItem | Refusal)[] {
  if (isG2Item(root)) return [readNewsMlG2(root, source)]
  switch (root.name.toLowerCase()) {
    case 'newsmessage':
      return readNewsMessage(root, source)
    case 'newsml':
      return readNewsMl1Document(root, source)
    default:
      throw new NotReadable(
        `The XML begins with <${root.name.slice(0, 40)}>, which is no wire item; it may be a fragment of one.`,
      )
  }
}
