/** Which XML format a file is, by its root element. */
import type { Refusal, WireItem } from '../item.ts'
import { readAtom } from '../formats/atom.ts'
import { readRss } from '../formats/rss.ts'
import { isG2Item, readNewsMessage, readNewsMlG2 } from '../formats/newsml-g2.ts'
import { readNewsMl1Document } from '../formats/newsml-1-document.ts'
import { readNitf } from '../formats/nitf.ts'
import type { Source } from '../formats/source.ts'
import { NotReadable } from '../xml/not-readable.ts'
import type { Element } from '../xml/xml-tree.ts'

export function readXmlFormat(root: Element, source: Source): (WireItem | Refusal)[] {
  if (isG2Item(root)) return [readNewsMlG2(root, source)]
  switch (root.name.toLowerCase()) {
    case 'newsmessage':
      return readNewsMessage(root, source)
    case 'nitf':
      return [readNitf(root, source)]
    case 'newsml':
      return readNewsMl1Document(root, source)
    case 'rss':
    case 'rdf':
    case 'channel':
      return readRss(root, source)
    case 'feed':
    case 'entry':
      return readAtom(root, source)
    case 'html':
      throw new NotReadable('The file is a web page, not a wire item; ask the source for its feed.')
    default:
      throw new NotReadable(
        `The XML begins with <${root.name.slice(0, 40)}>, which is no wire item; it may be a fragment of one.`,
      )
  }
}
