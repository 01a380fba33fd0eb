/**
 * A NewsML 1 document: an envelope with one or several NewsItems, each read by itself. Business Wire
 * and GlobeNewswire put one release in several languages into one item; each language is an item.
 */
import type { Refusal, WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { readEach } from '../../reading/read-each.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendants, first, without } from '../../xml/xml-tree.ts'
import { readNewsMl1 } from './newsml-1.ts'
import type { Source } from '../source.ts'

export function readNewsMl1Document(root: Element, source: Source): (WireItem | Refusal)[] {
  const items = descendants(root, 'NewsItem').map(withoutInner).flatMap(inEachLanguage)
  if (items.length === 0) throw new NotReadable('The NewsML document holds no NewsItem.')
  return readEach(items, ({ item, language }) => {
    const read = readNewsMl1(item, source)
    if (language !== undefined) {
      read.uri += `:${language}`
      read.language = language
    }
    return read
  })
}

/** Items may stand inside the components of another; each is read by itself. */
function withoutInner(item: Element): Element {
  return without(item, (one) => one.name === 'NewsItem')
}

interface InLanguage {
  item: Element
  language?: string
}

function inEachLanguage(item: Element): InLanguage[] {
  const component = first(item, 'NewsComponent')
  const languages = new Set(
    all(component, 'NewsComponent')
      .map(languageOf)
      .filter((one) => one),
  )
  if (!component || languages.size < 2) return [{ item }]
  return [...languages].map((language = '') => ({
    language,
    item: withChild(item, component, {
      ...component,
      children: component.children.filter(
        (node) => typeof node === 'string' || [undefined, '', language].includes(languageOf(node)),
      ),
    }),
  }))
}

function languageOf(component: Element): string | undefined {
  if (component.name !== 'NewsComponent') return undefined
  const stated = first(component, 'DescriptiveMetadata', 'Language')
  return attribute(stated, 'FormalName') ?? attribute(component, 'xml:lang')
}

function withChild(parent: Element, old: Element, replacement: Element): Element {
  const children = parent.children.map((child) => (child === old ? replacement : child))
  return { ...parent, children }
}
