/**
 * XML to a tree: strict, namespaces kept, no DTD loaded, no entity but the five of XML and single
 * letters, and bounds on what one file may make us build.
 */
import { SaxesParser } from 'saxes'
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
    const mended = withEdgesMended(withReferencesMended(text))
    if (!(error instanceof NotReadable) || mended === text) throw error
    try {
      return parseStrictly(mended)
    } catch {
      throw error
    }
  }
}

/**
 * Programs that keep pages put their comments before the declaration of a feed or behind its end, where
 * others put scripts. Nothing of it is in the document, unless another one begins there.
 */
function withEdgesMended(text: string): string {
  const start = /^\s*(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)+(?=<\?xml\s)/.exec(text)?.[0] ?? ''
  const ends = ['</rss>', '</feed>', '</rdf:RDF>'].map(
    (tag) => [tag, text.lastIndexOf(tag)] as const,
  )
  const [tag, at] = ends.toSorted(([, a], [, b]) => b - a)[0] ?? ['', -1]
  const end = at < 0 ? text.length : at + tag.length
  const rest = text.slice(end)
  const isAnother = /<\?xml|<(?:rss|feed|rdf:RDF|channel|item|entry)\b/i.test(rest)
  return text.slice(start.length, isAnother ? text.length : end)
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
  parser.on('doctype', (doctype) => {
    for (const name of namesDeclared(doctype)) delete parser.ENTITIES[name]
    for (const [name, letter] of lettersDeclared(doctype)) parser.ENTITIES[name] = letter
  })
  // A seventh listener would make the parser an object that V8 finds properties in twice as slowly.
  parser.on('attribute', ({ name, value }) => tree.attribute(name, value))
  parser.on('opentag', ({ local, uri }) => tree.open(local, uri))
  parser.on('closetag', () => tree.close())
  parser.on('text', (piece) => tree.text(piece))
  parser.on('cdata', (piece) => tree.text(piece))
  try {
    parser.write(text).close()
  } catch (error) {
    throw isFault(error)
      ? new NotReadable(`The XML is broken or cut off: ${plainly(error)}.`)
      : error
  }
  return tree.document()
}

/** A fault in the XML, which saxes throws where nobody listens for it; its message begins with the place. */
function isFault(error: unknown): error is Error {
  return error instanceof Error && /^(?:undefined:)?\d+:\d+:/.test(error.message)
}

const none: ReadonlyMap<string, string> = new Map()

class TreeBuilder {
  private readonly root: Element = { name: '', namespace: '', attributes: none, children: [] }
  private readonly above: Element[] = []
  private top = this.root
  /** Those of the element that is about to open. */
  private attributes: Map<string, string> | undefined
  private nodes = 0

  attribute(name: string, value: string): void {
    this.attributes ??= new Map()
    this.attributes.set(name, value)
    if (this.attributes.size > MAX_ATTRIBUTES) {
      throw new NotReadable('An element has too many attributes.')
    }
  }

  open(name: string, namespace: string): void {
    this.nodes += 1
    if (this.nodes > MAX_NODES) throw new NotReadable('The file has too many elements to be news.')
    if (this.above.length >= MAX_DEPTH) {
      throw new NotReadable('The file is nested too deep to be news.')
    }
    const attributes = this.attributes ?? none
    const element: Element = { name, namespace, attributes, children: [] }
    this.attributes = undefined
    this.top.children.push(element)
    this.above.push(this.top)
    this.top = element
  }

  close(): void {
    this.top = this.above.pop() ?? this.root
  }

  text(piece: string): void {
    const { children } = this.top
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + piece
    else if (piece !== '') children.push(piece)
  }

  document(): Element {
    const top = this.root.children.find((node): node is Element => typeof node !== 'string')
    if (!top) throw new NotReadable('The file holds no XML element.')
    return top
  }
}

/** "3:14: unclosed tag: b" becomes "unclosed tag: b at line 3". */
function plainly({ message }: Error): string {
  const [, at, what] = /^(?:undefined:)?(\d+):\d+:\s*(.*)$/s.exec(message) ?? []
  const reason = (what ?? message).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 120)
  return at ? `${reason} (line ${at})` : reason
}
