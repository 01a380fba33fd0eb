/** AAP ends the lines of its teletype with <br/> inside the paragraphs of NITF. */
import type { Element, Node } from '../xml/xml-tree.ts'
import { attribute, descendants, isElement } from '../xml/xml-tree.ts'

export function isFromAap(nitf: Element): boolean {
  return descendants(nitf, 'meta').some((one) => attribute(one, 'name') === 'aap-selectors')
}

/** The same tree with a space for each line end. */
export function withoutLineEnds(element: Element): Element {
  const kept = (node: Node): Node => {
    if (!isElement(node)) return node
    return node.name === 'br' ? ' ' : withoutLineEnds(node)
  }
  return { ...element, children: element.children.map(kept) }
}
