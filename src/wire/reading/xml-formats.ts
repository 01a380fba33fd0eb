/** Which XML format a file is, by its root element. */
import type { Refusal, WireItem } from '../item.ts'
import { readAtom } from '../formats/feeds/atom.ts'
import { readRss } from '../formats/feeds/rss.ts'
import { isG2Item, readNewsMessage, readNewsMlG2 } from '../formats/newsml-g2/newsml-g2.ts'
import { readNewsMl1Document } from '../formats/newsml-1/document.ts'
import { readNitf } from '../formats/nitf/nitf.ts'
import type { Source } from '../formats/source.ts'
import { NotReadable } from '../xml/not-readable.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all } from '../xml/xml-tree.ts'
import { readEach } from './read-each.ts'

export function readXmlFormat(root: Element, source: Source): (WireItem | Refusal)[] {
  if (isG2Item(root)) return [readNewsMlG2(root, source)]
  switch (root.name.toLowerCase()) {
    case 'newsmessage':
      return readNewsMessage(root, source)
    case 'nitf':
      return [readNitf(root, source)]
    case 'nitfs':
    case 'nitf-doc':
      return readNitfs(root, source)
    case 'newsml':
      return readNewsMl1Document(root, source)
    case 'rss':
    case 'rdf':
    case 'channel':
      return readRss(root, source)
    case 'feed':
    case 'entry':
      return readAtom(root, source)
    case 'rbnews':
    case 'xmlnewsqueuedresponse':
      throw ownXml('Ritzau')
    case 'publish':
      throw ownXml('The Canadian Press')
    case 'publication':
      if (root.namespace.startsWith('http://ap.org/schemas/')) throw ownXml("AP's older service")
      throw unknownXml(root)
    case 'release':
      throw ownXml('NTB and STT info')
    case 'contentset':
    case 'inlinexml':
    case 'itemmeta':
    case 'contentmeta':
    case 'newscomponent':
    case 'body':
      throw new NotReadable(
        `The XML begins with <${root.name}>, which is only a fragment of an item; ask the source for whole items.`,
      )
    case 'html':
      throw new NotReadable('The file is a web page, not a wire item; ask the source for its feed.')
    default:
      throw unknownXml(root)
  }
}

function readNitfs(root: Element, source: Source): (WireItem | Refusal)[] {
  const documents = all(root, 'nitf')
  if (documents.length === 0) throw new NotReadable('The file holds no NITF document.')
  return readEach(documents, (nitf) => readNitf(nitf, source))
}

function unknownXml(root: Element): NotReadable {
  return new NotReadable(
    `The XML begins with <${root.name.slice(0, 40)}>, which is none of the formats read here (NewsML, NITF, RSS, Atom); it may be a fragment or one agency's own XML.`,
  )
}

function ownXml(agency: string): NotReadable {
  return new NotReadable(
    `The file is XML of ${agency} alone, not one of the formats read here; ask for NITF or NewsML-G2.`,
  )
}
