/** The small tree that XML and HTML become here, and the questions that formats ask of it. */

export interface Element {
  /** The name without its prefix, as written. */
  name: string
  /** Its namespace, '' for none. */
  namespace: string
  /** By the name as written (`xml:lang`, `ns1:msgType`). */
  attributes: Map<string, string>
  children: Node[]
}

export type Node = Element | string

export function elements(parent: Element | undefined): Element[] {
  return parent ? parent.children.filter((node): node is Element => typeof node !== 'string') : []
}

/** The children of that name. Names are compared without case: feeds in the wild mix them. */
export function all(parent: Element | undefined, name: string): Element[] {
  const wanted = name.toLowerCase()
  return elements(parent).filter((element) => element.name.toLowerCase() === wanted)
}

/** The first element along a path of child names, `first(item, 'itemMeta', 'pubStatus')`. */
export function first(parent: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => all(element, name)[0], parent)
}

/** Every element of that name below, in reading order. */
export function descendants(parent: Element | undefined, name: string): Element[] {
  const wanted = name.toLowerCase()
  const found: Element[] = []
  const walk = (element: Element): void => {
    for (const child of elements(element)) {
      if (child.name.toLowerCase() === wanted) found.push(child)
      walk(child)
    }
  }
  if (parent) walk(parent)
  return found
}

/** An attribute by its written name, or by its local name under any prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  const exact = element.attributes.get(name)
  if (exact !== undefined) return exact.trim()
  for (const [key, value] of element.attributes) {
    if (key.endsWith(`:${name}`)) return value.trim()
  }
  return undefined
}

/** All text below, as written. */
export function rawText(node: Node | undefined): string {
  if (node === undefined) return ''
  if (typeof node === 'string') return node
  const parts: string[] = []
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') parts.push(child)
      else walk(child)
    }
  }
  walk(node)
  return parts.join('')
}

/** All text below on one line, or undefined where there is none. */
export function line(node: Node | undefined): string | undefined {
  const text = rawText(node).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

export function lineAt(parent: Element | undefined, ...path: string[]): string | undefined {
  return line(first(parent, ...path))
}

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && typeof node !== 'string'
}
