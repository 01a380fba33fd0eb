/** A NewsML 1 document: an envelope with one or several NewsItems, each read by itself. */
import type { Refusal, WireItem } from '../item.ts'
import { NotReadable } from '../not-readable.ts'
import { readEach } from '../read-each.ts'
import type { Element } from '../xml-tree.ts'
import { all } from '../xml-tree.ts'
import { readNewsMl1 } from './newsml-1.ts'
import type { Source } from './source.ts'

export function readNewsMl1Document(root: Element, source: Source): (WireItem | Refusal)[] {
  const items = all(root, 'NewsItem')
  if (items.length === 0) throw new NotReadable('The NewsML document holds no NewsItem.')
  return readEach(items, (item) => readNewsMl1(item, source))
}
