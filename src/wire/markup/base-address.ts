/**
 * Feeds may write addresses as a page does: relative to `xml:base`, to the entry's page or to the
 * feed's. What has a scheme of its own is left alone, whatever it is; who links decides about it.
 */
import type { Element } from '../xml/xml-tree.ts'

export function absoluteAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  if (!address || base === undefined) return address
  const hasScheme = /^\s*[a-z][a-z\d+.-]*:/i.test(address)
  if (hasScheme || !/^https?:/i.test(base)) return address
  try {
    return new URL(address.trim(), base).href
  } catch {
    return address
  }
}

const addressNames = ['href', 'src', 'url']

/**
 * Makes the addresses in a tree absolute, and gives each element the base that counts for it, since HTML
 * may be escaped into its text. An `xml:base` inside it counts for what stands below. The tree itself is
 * changed and handed back.
 */
export function withBase(tree: Element, outer: string | undefined): Element {
  settle(tree, outer, bearing(outer))
  return tree
}

/** The attributes of an element that has none of its own, which all of them share. */
type Bearing = ReadonlyMap<string, string>

function bearing(base: string | undefined): Bearing {
  return new Map(base === undefined ? [] : [['xml:base', base]])
}

function settle(element: Element, outer: string | undefined, bare: Bearing): void {
  const isBare = element.attributes.size === 0
  const base = isBare
    ? outer
    : (absoluteAddress(element.attributes.get('xml:base'), outer) ?? outer)
  element.attributes = isBare ? bare : settled(element.attributes, base)
  const inner = base === outer ? bare : bearing(base)
  for (const child of element.children) if (typeof child !== 'string') settle(child, base, inner)
}

function settled(given: Bearing, base: string | undefined): Bearing {
  const attributes = new Map(given)
  if (base !== undefined) attributes.set('xml:base', base)
  for (const name of addressNames) {
    const address = absoluteAddress(attributes.get(name), base)
    if (address !== undefined) attributes.set(name, address)
  }
  return attributes
}
