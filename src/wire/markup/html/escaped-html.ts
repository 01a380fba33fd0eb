/**
 * HTML that stands as letters where XML has text: in CDATA or escaped, in a paragraph, a headline or a
 * summary. Readers would see its tags.
 */
import type { Element, Node } from '../../xml/xml-tree.ts'
import { parseHtml } from './html-tree.ts'

/**
 * What closes an element of HTML, or breaks lines; an address in angle brackets does neither, and a text
 * may speak of one `<br>`.
 */
const tags =
  /<\/(?:a|b|i|u|p|em|strong|span|font|small|sub|sup|li|ul|ol|h[1-6]|blockquote|table)\s*>|<br\s*\/>|<br>.*<br>/is

/** The code of an embed (NTB) is told by its letters and leaves the text as a whole. */
const code = /<(?:script|iframe|div)\b/i

/** The same tree with such HTML as elements. What holds none stays as it is and is no copy. */
export function withEscapedHtml(tree: Element): Element {
  let isSame = true
  const children: Node[] = []
  for (const child of tree.children) {
    if (typeof child === 'string') {
      const isHtml = child.includes('<') && tags.test(child) && !code.test(child)
      // Thousands at once would be more arguments than a call may have.
      if (isHtml) for (const node of parseHtml(child).children) children.push(node)
      else children.push(child)
      isSame &&= !isHtml
    } else {
      const read = withEscapedHtml(child)
      children.push(read)
      isSame &&= read === child
    }
  }
  if (isSame) return tree
  // Some put the HTML of a whole text into one preformatted element to keep it as it is.
  const holdsBlocks = children.some(
    (child) => typeof child !== 'string' && /^(?:p|div|h[1-6]|ul|ol)$/.test(child.name),
  )
  return { ...tree, name: tree.name === 'pre' && holdsBlocks ? 'div' : tree.name, children }
}
