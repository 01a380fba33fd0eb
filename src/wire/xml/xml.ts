/**
 * XML to a tree: strict, namespaces kept, no DTD loaded, no entity but the five of XML and single
 * letters, and bounds on what one file may make us build.
 */
import { SaxesParser } from 'saxes'
import type { SaxesTagNS } from 'saxes'
import { lettersDeclared, namesDeclared } from './doctype.ts'
import { htmlLettersIn } from '../markup/html/html-letters.ts'
import { NotReadable } from './not-readable.ts'
import type { Element } from './xml-tree.ts'

/** News bodies nest tables in sections in packages, about 25 deep; recursion here is safe to 200. */
export const MAX_DEPTH = 200
/** The largest file of the samples has 700 elements; a feed of 5 MB stays below this. */
export const MAX_NODES = 500_000
/** An element of a wire format carries about ten attributes; more is an attack on memory. */
export const MAX_ATTRIBUTES = 200

export function parseXml(text: string): Element {
  try {
    return parseStrictly(text)
  } catch (error) {
    const mended = withReferencesMended(text)
    if (!(error instanceof NotReadable) || mended === text) throw error
    try {
      return parseStrictly(mended)
    } catch {
      throw error
    }
  }
}

/**
 * An ampersand that begins no reference, and a number that no character of XML has (`&#11;`), are the
 * faults that can be mended without a guess: the one is meant as a letter, the other shows nothing.
 * Comments and CDATA sections may hold them and stay as they are.
 */
function withReferencesMended(text: string): string {
  const stops =
    /&(?!(?:#\d+|#x[\da-fA-F]+|[A-Za-z][\w.-]{0,40});)|&#(\d+|x[\da-fA-F]+);|<!--|<!\[CDATA\[/g
  const parts: string[] = []
  let done = 0
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0] === '&') {
      parts.push(text.slice(done, stop.index), '&amp;')
      done = stop.index + 1
    } else if (stop[1] !== undefined) {
      if (isCharacter(Number(`0${stop[1]}`))) continue
      parts.push(text.slice(done, stop.index))
      done = stops.lastIndex
    } else {
      const end = text.indexOf(stop[0] === '<!--' ? '-->' : ']]>', stops.lastIndex)
      if (end < 0) break
      stops.lastIndex = end
    }
  }
  return parts.join('') + text.slice(done)
}

/** Whether XML 1.0 has a character of this number. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}

function parseStrictly(text: string): Element {
  const parser = new SaxesParser({
    xmlns: true,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
    // Feeds use prefixes that they forget to declare; the names still say what is meant.
    resolvePrefix: (prefix: string) => `urn:undeclared:${prefix}`,
  })
  for (const [name, letter] of htmlLettersIn(text)) parser.ENTITIES[name] = letter
  const tree = new TreeBuilder()
  parser.on('error', (error) => {
    throw new NotReadable(`The XML is broken or cut off: ${plainly(error.message)}.`)
  })
  parser.on('doctype', (doctype) => {
    for (const name of namesDeclared(doctype)) delete parser.ENTITIES[name]
    for (const [name, letter] of lettersDeclared(doctype)) parser.ENTITIES[name] = letter
  })
  parser.on('opentag', (tag) => tree.open(elementOf(tag)))
  parser.on('closetag', () => tree.close())
  parser.on('text', (piece) => tree.text(piece))
  parser.on('cdata', (piece) => tree.text(piece))
  parser.write(text).close()
  return tree.top()
}

class TreeBuilder {
  private readonly root: Element = {
    name: '',
    namespace: '',
    attributes: new Map(),
    children: [],
  }
  private readonly path: Element[] = [this.root]
  private nodes = 0

  open(element: Element): void {
    this.nodes += 1
    if (this.nodes > MAX_NODES) throw new NotReadable('The file has too many elements to be news.')
    if (this.path.length > MAX_DEPTH) {
      throw new NotReadable('The file is nested too deep to be news.')
    }
    this.path.at(-1)?.children.push(element)
    this.path.push(element)
  }

  close(): void {
    this.path.pop()
  }

  text(piece: string): void {
    const children = this.path.at(-1)?.children ?? []
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + piece
    else if (piece !== '') children.push(piece)
  }

  top(): Element {
    const top = this.root.children.find((node): node is Element => typeof node !== 'string')
    if (!top) throw new NotReadable('The file holds no XML element.')
    return top
  }
}

function elementOf(tag: SaxesTagNS): Element {
  return { name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), children: [] }
}

const none: ReadonlyMap<string, string> = new Map()

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  let attributes: Map<string, string> | undefined
  for (const name in tag.attributes) {
    attributes ??= new Map()
    attributes.set(name, tag.attributes[name]?.value ?? '')
    if (attributes.size > MAX_ATTRIBUTES) {
      throw new NotReadable('An element has too many attributes.')
    }
  }
  return attributes ?? none
}

/** "3:14: unclosed tag: b" becomes "unclosed tag: b at line 3". */
function plainly(message: string): string {
  const [, at, what] = /^(?:undefined:)?(\d+):\d+:\s*(.*)$/s.exec(message) ?? []
  const reason = (what ?? message).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 120)
  return at ? `${reason} (line ${at})` : reason
}
