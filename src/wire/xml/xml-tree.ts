/** The small tree that XML and HTML become here, and the questions that formats ask of it. */
import { onOneLine } from '../markup/storable-text.ts'

export interface Element {
  /** The name without its prefix, as written. */
  name: string
  /** Its namespace, '' for none. */
  namespace: string
  /** By the name as written (`xml:lang`, `ns1:msgType`). */
  attributes: ReadonlyMap<string, string>
  children: Node[]
}

export type Node = Element | string

/** Of an element that is not there. */
const nothing: Node[] = []

export function elements(parent: Element | undefined): Element[] {
  return parent ? parent.children.filter(isElement) : []
}

/** Names are compared without case: feeds in the wild mix them. Nearly all differ in length. */
function isNamed(element: Element, name: string): boolean {
  const own = element.name
  if (own === name) return true
  if (own.length !== name.length || !mayBeSame(own.charCodeAt(0), name.charCodeAt(0))) return false
  return own.toLowerCase() === name.toLowerCase()
}

/** Whether two letters may differ only in case: of ASCII that is one bit. */
function mayBeSame(one: number, other: number): boolean {
  return one > 127 || other > 127 || (one | 0x20) === (other | 0x20)
}

/** The children of that name. */
export function all(parent: Element | undefined, name: string): Element[] {
  const found: Element[] = []
  for (const child of parent?.children ?? nothing) {
    if (typeof child !== 'string' && isNamed(child, name)) found.push(child)
  }
  return found
}

/** The first element along a path of child names, `first(item, 'itemMeta', 'pubStatus')`. */
export function first(parent: Element | undefined, ...path: string[]): Element | undefined {
  let element = parent
  for (const name of path) element = firstChild(element, name)
  return element
}

function firstChild(parent: Element | undefined, name: string): Element | undefined {
  for (const child of parent?.children ?? nothing) {
    if (typeof child !== 'string' && isNamed(child, name)) return child
  }
  return undefined
}

/** Every element of that name below, in reading order. */
export function descendants(parent: Element | undefined, name: string): Element[] {
  const found: Element[] = []
  if (parent) gather(parent, name, found)
  return found
}

/** The first of them, for which the rest is not looked through. */
export function descendant(parent: Element | undefined, name: string): Element | undefined {
  for (const child of parent?.children ?? nothing) {
    if (typeof child === 'string') continue
    const found = isNamed(child, name) ? child : descendant(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every element below, in reading order. */
export function allBelow(parent: Element, found: Element[] = []): Element[] {
  for (const child of parent.children) {
    if (typeof child === 'string') continue
    found.push(child)
    allBelow(child, found)
  }
  return found
}

/**
 * The same tree without the elements of which that is so, each asked once in reading order. What holds
 * none of them stays as it is and is no copy.
 */
export function without(tree: Element, isGone: (element: Element) => boolean): Element {
  let isSame = true
  const children: Node[] = []
  for (const child of tree.children) {
    if (typeof child === 'string') children.push(child)
    else if (isGone(child)) isSame = false
    else {
      const kept = without(child, isGone)
      children.push(kept)
      isSame &&= kept === child
    }
  }
  return isSame ? tree : { ...tree, children }
}

/** Those of a list that have the name. */
export function named(list: readonly Element[], name: string): Element[] {
  return list.filter((one) => isNamed(one, name))
}

function gather(element: Element, name: string, found: Element[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (isNamed(child, name)) found.push(child)
    gather(child, name, found)
  }
}

const COLON = 0x3a

/** An attribute by its written name, or by its local name under any prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element || element.attributes.size === 0) return undefined
  const exact = element.attributes.get(name)
  if (exact !== undefined) return exact.trim()
  for (const key of element.attributes.keys()) {
    const colon = key.length - name.length - 1
    if (colon >= 0 && key.charCodeAt(colon) === COLON && key.endsWith(name)) {
      return element.attributes.get(key)?.trim()
    }
  }
  return undefined
}

/** All text below, as written. */
export function rawText(node: Node | undefined): string {
  if (node === undefined) return ''
  if (typeof node === 'string') return node
  let text = ''
  for (const child of node.children) text += typeof child === 'string' ? child : rawText(child)
  return text
}

/** Elements between which words are parted, in HTML and NITF. */
const parting = /^(?:br|p|div|li|h[1-6]|hl[12]|t[dhr]|hr|blockquote)$/i

/** All text below; where a paragraph or a line ends, words do not run into each other. */
function partedText(node: Node): string {
  if (typeof node === 'string') return node
  let text = ''
  for (const child of node.children) {
    if (typeof child === 'string') text += child
    else if (parting.test(child.name)) text += ` ${partedText(child)} `
    else text += partedText(child)
  }
  return text
}

/** All text below on one line, or undefined where there is none. */
export function line(node: Node | undefined): string | undefined {
  const text = node === undefined ? '' : onOneLine(partedText(node))
  return text === '' ? undefined : text
}

export function lineAt(parent: Element | undefined, ...path: string[]): string | undefined {
  return line(first(parent, ...path))
}

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && typeof node !== 'string'
}
