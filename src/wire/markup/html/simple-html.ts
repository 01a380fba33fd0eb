/**
 * The HTML that most bodies are: paragraphs, headings, lists and tables with bold, italic and links in
 * them, every element closed where it should be. It is read here several times as fast as by the whole
 * algorithm of HTML, and gives the same tree; anything that would need the algorithm is left to it.
 */
import type { Element } from '../../xml/xml-tree.ts'
import { letterOf } from './html-letters.ts'

/** May stand in a paragraph and hold others of its kind. */
const inline = new Set(['b', 'i', 'em', 'strong', 'u', 'a', 'span', 'sub', 'sup', 'small', 'cite'])
/** A paragraph ends where one of these begins. */
const blocks = new Set(
  'p div section article header footer aside nav blockquote figure figcaption table'.split(' '),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const lists = new Set(['ul', 'ol'])
const empty = new Set(['br', 'img', 'hr'])
/** What a part of a table may hold; anything else HTML would move out of it. */
const inTable = new Map([
  ['table', ['thead', 'tbody', 'tfoot']],
  ['thead', ['tr']],
  ['tbody', ['tr']],
  ['tfoot', ['tr']],
  ['tr', ['td', 'th']],
])

const known = new Set([...inline, ...blocks, ...headings, ...lists, ...empty, 'li'])

/** An agency's own element, which HTML takes as it stands. */
const isOwn = /^(?:dnl|x)-[a-z-]+$/

/** Deeper bodies are for the whole algorithm, which counts by its own rules. */
const MAX_DEPTH = 40

const tag =
  /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[ \t\n\f]+[a-zA-Z][\w:-]*=(?:"[^"]*"|'[^']*'))*)[ \t\n\f]*(\/?)>/y
const attribute = /([a-zA-Z][\w:-]*)=(?:"([^"]*)"|'([^']*)')/g

/** The tree of a fragment, or undefined where it is not that simple. */
export function simpleHtml(markup: string): Element | undefined {
  return new SimpleReader(markup).read()
}

class SimpleReader {
  private readonly root: Element = newElement('#root', none)
  private readonly open: Element[] = [this.root]
  private readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  read(): Element | undefined {
    if (/[\0\r]/.test(this.markup)) return undefined
    let done = 0
    while (done < this.markup.length) {
      const next = this.markup.indexOf('<', done)
      const end = next < 0 ? this.markup.length : next
      if (end > done && !this.text(this.markup.slice(done, end))) return undefined
      if (next < 0) break
      done = this.tag(next)
      if (done < 0) return undefined
    }
    return this.open.length === 1 ? this.root : undefined
  }

  /** Reads the tag that begins there and gives where it ends, or -1 where it is not that simple. */
  private tag(start: number): number {
    const end = this.markup.indexOf('>', start) + 1
    if (end === 0) return -1
    // Most tags are a bare name that is known, or end the element that is open.
    if (this.markup.startsWith('/', start + 1)) {
      if (this.markup.slice(start + 2, end - 1) === this.top().name) return this.close() ? end : -1
    } else {
      const name = this.markup.slice(start + 1, end - 1)
      if (known.has(name)) return this.begin(name, none) ? end : -1
    }
    tag.lastIndex = start
    const found = tag.exec(this.markup)
    return found && this.element(found) ? tag.lastIndex : -1
  }

  private text(written: string): boolean {
    const text = withLetters(written)
    const isMoved = inTable.has(this.top().name) && /[^ \t\n\f]/.test(written)
    if (text === undefined || isMoved) return false
    this.top().children.push(text)
    return true
  }

  private element([, end = '', written = '', attributes = '', slash = '']: string[]): boolean {
    const name = written.toLowerCase()
    if (end !== '') {
      return attributes === '' && slash === '' && this.top().name === name && this.close()
    }
    if (slash !== '' && !empty.has(name)) return false
    const given = attributesOf(attributes)
    return given !== undefined && this.begin(name, given)
  }

  private close(): boolean {
    this.open.pop()
    return this.open.length > 0
  }

  private begin(name: string, attributes: ReadonlyMap<string, string>): boolean {
    if (!this.mayBegin(name)) return false
    const element = newElement(name, attributes)
    this.top().children.push(element)
    if (!empty.has(name)) this.open.push(element)
    return this.open.length <= MAX_DEPTH
  }

  /** Whether HTML would put the element where it stands, without closing or opening another. */
  private mayBegin(name: string): boolean {
    const parts = inTable.get(this.top().name)
    if (parts) return parts.includes(name)
    if (inline.has(name)) return name !== 'a' || !this.isIn('a')
    if (name === 'br' || name === 'img' || isOwn.test(name)) return true
    if (name === 'li') return lists.has(this.top().name)
    const isBlock = blocks.has(name) || headings.has(name) || lists.has(name) || name === 'hr'
    return isBlock && !this.isIn('p') && !(headings.has(name) && headings.has(this.top().name))
  }

  private isIn(name: string): boolean {
    return this.open.some((element) => element.name === name)
  }

  private top(): Element {
    return this.open.at(-1) ?? this.root
  }
}

const none: ReadonlyMap<string, string> = new Map()

function newElement(name: string, attributes: ReadonlyMap<string, string>): Element {
  return { name, namespace: '', attributes, children: [] }
}

function attributesOf(written: string): ReadonlyMap<string, string> | undefined {
  if (written === '') return none
  const attributes = new Map<string, string>()
  for (const [, name = '', inDouble, inSingle = ''] of written.matchAll(attribute)) {
    const text = withLetters(inDouble ?? inSingle)
    if (text === undefined) return undefined
    const key = name.toLowerCase()
    // Of two of the same name HTML takes the first.
    if (!attributes.has(key)) attributes.set(key, text)
  }
  return attributes
}

/** Text with its references resolved; undefined where one is not plainly written. */
function withLetters(written: string): string | undefined {
  if (!written.includes('&')) return written
  let isPlain = true
  const text = written.replace(reference, (whole: string, name?: string, number?: string) => {
    if (whole === '& ') return whole
    const letter = name === undefined ? numbered(number ?? '') : letterOf(name)
    isPlain &&= letter !== undefined
    return letter ?? whole
  })
  return isPlain ? text : undefined
}

/** An ampersand before a space is one; any other that is not matched whole is for the algorithm. */
const reference = /&(?: |([a-zA-Z][a-zA-Z0-9]*);|#(\d{2,7}|[xX][\da-fA-F]{2,6});|)/g

/** HTML gives some numbers below 160 another meaning, and half of a pair is no letter. */
function numbered(number: string): string | undefined {
  const code = Number(number.replace(/^X?/i, (sign) => (sign === '' ? '' : '0x')))
  const isPlain = (code >= 32 && code < 127) || (code >= 160 && code < 0xd800)
  return isPlain || (code >= 0xe000 && code <= 0xfffd) ? String.fromCharCode(code) : undefined
}
