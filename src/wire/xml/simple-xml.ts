/**
 * The XML that nearly all wires send: elements, attributes, text, comments and CDATA, with no DOCTYPE
 * that declares anything. It is read here several times as fast as by the general parser, and gives
 * the same tree; whatever is not plainly well formed gives undefined, and the general parser reads the
 * file anew and says what is wrong with it.
 */
import type { Name } from './names.ts'
import { nameAt, startsOfNames } from './names.ts'
import { References } from './references.ts'
import type { Element } from './xml-tree.ts'
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_DOCTYPE, MAX_NODES } from './xml-limits.ts'

/** Control characters, which XML has no place for, and line ends that it reads as others. */
const unusual = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]/
const notAllowed = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

const declaration =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/
/** Names another file, which is never read, and declares nothing itself. */
const doctype = /<!DOCTYPE[ \t\n](?:[^<>"'[\]]|"[^"<>[\]]*"|'[^'<>[\]]*')*>/y

const [tab, newline, space, quote, ampersand, apostrophe, slash, less, equals, greater] =
  Array.from('\t\n "&\'/<=>', (letter) => letter.charCodeAt(0))

/** The tree of a document, or undefined where it is not that simple. */
export function simpleXml(given: string): Element | undefined {
  let text = given
  if (unusual.test(text)) {
    if (notAllowed.test(text) || !text.isWellFormed()) return undefined
    text = text.replace(/\r\n?/g, '\n')
  }
  return new SimpleXmlReader(text).read()
}

/** An element whose end has not come, with the namespaces that hold in it. */
interface Open {
  element: Element
  written: string
  namespaces: ReadonlyMap<string, string>
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const noNamespaces: ReadonlyMap<string, string> = new Map([['xml', xmlNamespace]])
const none: ReadonlyMap<string, string> = new Map()

class SimpleXmlReader {
  private readonly text: string
  private at = 0
  private root: Element | undefined
  private readonly open: Open[] = []
  private nodes = 0
  private readonly references = new References()
  /** Of the element being read: how many attributes have a prefix, and whether one declares any. */
  private prefixed = 0
  private declares = false
  private hasDoctype = false
  /** The marks of a CDATA section's end are looked for in text only where there are any. */
  private readonly hasEnds: boolean

  constructor(text: string) {
    this.text = text
    this.hasEnds = text.includes(']]>')
  }

  read(): Element | undefined {
    const { text } = this
    if (text.startsWith('<?xml')) {
      const length = declaration.exec(text)?.[0].length
      if (length === undefined) return undefined
      this.at = length
    }
    for (;;) {
      const next = text.indexOf('<', this.at)
      const end = next < 0 ? text.length : next
      if (end > this.at && !this.words(end)) return undefined
      if (next < 0) break
      this.at = next + 1
      if (!this.markup(text.charCodeAt(this.at))) return undefined
    }
    return this.open.length === 0 ? this.root : undefined
  }

  /** Text up to the next mark-up. */
  private words(end: number): boolean {
    const written = this.text.slice(this.at, end)
    const top = this.open.at(-1)
    if (top === undefined) return !/[^ \t\n]/.test(written)
    if (this.hasEnds && written.includes(']]>')) return false
    const text = this.references.resolved(written)
    if (text === undefined) return false
    append(top.element.children, text)
    return true
  }

  private markup(code: number): boolean {
    if (code === slash) return this.end()
    if (startsOfNames[code] === 1) return this.begin()
    const { text } = this
    if (text.startsWith('!--', this.at)) {
      const end = text.indexOf('--', this.at + 3)
      if (end < 0 || text.charCodeAt(end + 2) !== greater) return false
      this.at = end + 3
      return true
    }
    if (text.startsWith('![CDATA[', this.at)) {
      const top = this.open.at(-1)
      const end = text.indexOf(']]>', this.at)
      if (top === undefined || end < 0) return false
      const piece = text.slice(this.at + 8, end)
      if (piece !== '') append(top.element.children, piece)
      this.at = end + 3
      return true
    }
    return this.typeOfDocument()
  }

  private typeOfDocument(): boolean {
    doctype.lastIndex = this.at - 1
    const found = doctype.exec(this.text)?.[0]
    if (found === undefined || found.length > MAX_DOCTYPE) return false
    if (this.root !== undefined || this.hasDoctype) return false
    this.hasDoctype = true
    this.at += found.length - 1
    return true
  }

  private end(): boolean {
    const top = this.open.pop()
    if (top === undefined || !this.text.startsWith(top.written, this.at + 1)) return false
    this.at += 1 + top.written.length
    this.skipSpace()
    return this.text.charCodeAt(this.at++) === greater
  }

  private begin(): boolean {
    const { text, open } = this
    const name = nameAt(text, this.at)
    if (name === undefined) return false
    this.at += name.written.length
    const attributes = this.attributes()
    if (attributes === undefined) return false
    const outer = open.at(-1)
    const namespaces = this.namespaces(attributes, outer?.namespaces ?? noNamespaces)
    if (namespaces === undefined || name.prefix === 'xmlns') return false
    const element: Element = {
      name: name.local,
      namespace: namespaces.get(name.prefix) ?? `urn:undeclared:${name.prefix}`,
      attributes,
      children: [],
    }
    if (outer !== undefined) outer.element.children.push(element)
    else if (this.root !== undefined) return false
    else this.root = element
    this.nodes += 1
    if (this.nodes > MAX_NODES || open.length >= MAX_DEPTH) return false
    if (text.charCodeAt(this.at) === slash) this.at += 1
    else open.push({ element, written: name.written, namespaces })
    return text.charCodeAt(this.at++) === greater
  }

  /** Up to the end of the tag, which is left to read. */
  private attributes(): ReadonlyMap<string, string> | undefined {
    let given: Map<string, string> | undefined
    this.prefixed = 0
    for (;;) {
      const hasGap = this.skipSpace()
      const code = this.text.charCodeAt(this.at)
      if (code === greater || code === slash) break
      given ??= new Map()
      if (!hasGap || !this.attribute(given) || given.size > MAX_ATTRIBUTES) return undefined
    }
    if (given === undefined) return none
    // The general parser compares their namespaces too.
    return this.prefixed > 1 && haveSameEnds(given) ? undefined : given
  }

  private attribute(given: Map<string, string>): boolean {
    const { text } = this
    const name = nameAt(text, this.at)
    if (name === undefined || given.has(name.written)) return false
    this.at += name.written.length
    if (!this.opens(name)) return false
    const value = this.value(text.charCodeAt(this.at - 1))
    if (value === undefined) return false
    given.set(name.written, value)
    return true
  }

  /** The mark of equality and the first quotation mark; notes what the name means for the element. */
  private opens({ written, prefix }: Name): boolean {
    const { text } = this
    if (prefix !== '') this.prefixed += 1
    if (prefix === 'xmlns' || written === 'xmlns') this.declares = true
    if (text.charCodeAt(this.at) !== equals) this.skipSpace()
    if (text.charCodeAt(this.at++) !== equals) return false
    let mark = text.charCodeAt(this.at)
    if (mark !== quote && this.skipSpace()) mark = text.charCodeAt(this.at)
    this.at += 1
    return mark === quote || mark === apostrophe
  }

  private value(mark: number): string | undefined {
    const { text } = this
    const start = this.at
    let at = start
    let isPlain = true
    for (let code = text.charCodeAt(at); code !== mark; code = text.charCodeAt(++at)) {
      if (code === less || at >= text.length) return undefined
      if (code === ampersand || code === tab || code === newline) isPlain = false
    }
    this.at = at + 1
    const written = text.slice(start, at)
    return isPlain ? written : this.references.resolved(written.replace(/[\t\n]/g, ' '))
  }

  /** Those that hold in an element; undefined where one may not be declared so. */
  private namespaces(
    attributes: ReadonlyMap<string, string>,
    outer: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, string> | undefined {
    if (!this.declares) return outer
    this.declares = false
    const own = new Map(outer)
    for (const [name, value] of attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice(6)
      const namespace = value.trim()
      if (reserved.has(prefix) || reserved.has(namespace)) return undefined
      if (prefix !== '' && namespace === '') return undefined
      own.set(prefix, namespace)
    }
    return own
  }

  /** Moves on to what is no white space; false where that is here. */
  private skipSpace(): boolean {
    const { text } = this
    const start = this.at
    let code = text.charCodeAt(this.at)
    while (code === space || code === newline || code === tab) code = text.charCodeAt(++this.at)
    return this.at > start
  }
}

function append(children: (Element | string)[], text: string): void {
  const last = children.length - 1
  const before = children[last]
  if (typeof before === 'string') children[last] = before + text
  else children.push(text)
}

/** Whether two have the same name behind their prefixes. */
function haveSameEnds(given: ReadonlyMap<string, string>): boolean {
  const ends = [...given.keys()]
    .filter((name) => name.includes(':'))
    .map((name) => name.split(':')[1])
  return new Set(ends).size < ends.length
}

/** Prefixes and namespaces that belong to each other and to no others. */
const reserved = new Set(['xml', 'xmlns', xmlNamespace, 'http://www.w3.org/2000/xmlns/'])
