/**
 * Feeds may write addresses as a page does: relative to `xml:base`, to the entry's page or to the
 * feed's. What has a scheme of its own is left alone, whatever it is; who links decides about it.
 */
import type { Element } from '../xml/xml-tree.ts'

export function absoluteAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  const hasScheme = /^\s*[a-z][a-z\d+.-]*:/i.test(address ?? '')
  if (!address || hasScheme || !/^https?:/i.test(base ?? '')) return address
  try {
    return new URL(address.trim(), base).href
  } catch {
    return address
  }
}

const addressNames = ['href', 'src', 'url']

/**
 * The same tree with absolute addresses, each element with the base that counts for it, since HTML may
 * be escaped into its text. An `xml:base` inside it counts for what stands below.
 */
export function withBase(element: Element, outer: string | undefined): Element {
  return below(element, outer, bearing(outer))
}

/** The attributes of an element that has none of its own, which all of them share. */
type Bearing = ReadonlyMap<string, string>

function bearing(base: string | undefined): Bearing {
  return new Map(base === undefined ? [] : [['xml:base', base]])
}

function below(element: Element, outer: string | undefined, bare: Bearing): Element {
  const { attributes, base } = attributesBelow(element, outer, bare)
  const inner = base === outer ? bare : bearing(base)
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : below(child, base, inner),
  )
  return { ...element, attributes, children }
}

function attributesBelow(
  element: Element,
  outer: string | undefined,
  bare: Bearing,
): { attributes: Bearing; base: string | undefined } {
  if (element.attributes.size === 0) return { attributes: bare, base: outer }
  const base = absoluteAddress(element.attributes.get('xml:base'), outer) ?? outer
  const attributes = new Map(element.attributes)
  if (base !== undefined) attributes.set('xml:base', base)
  for (const name of addressNames) {
    const address = absoluteAddress(attributes.get(name), base)
    if (address !== undefined) attributes.set(name, address)
  }
  return { attributes, base }
}
