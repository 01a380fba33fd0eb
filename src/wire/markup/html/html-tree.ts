/** HTML strings, as JSON formats and feeds carry them, to the same tree that XML becomes. */
import { html as htmlNames, parse, parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { NotReadable } from '../../xml/not-readable.ts'
import { simpleHtml } from './simple-html.ts'
import { parseXml } from '../../xml/xml.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { first } from '../../xml/xml-tree.ts'

/**
 * The HTML algorithm searches the open elements at every tag, so time grows with depth times tags.
 * Real copy nests about 30 deep; at 400 the work stays within a tenth of a second.
 */
export const MAX_HTML_DEPTH = 400
/** The longest body of the samples has 20,000 characters, a day's live ticker 500,000. */
export const MAX_HTML_CHARACTERS = 1_500_000

/** Elements that HTML closes by itself; not counted as depth. */
const selfClosing =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|rp|rt)$/i

export function parseHtml(given: string): Element {
  const simple = given.length <= MAX_HTML_CHARACTERS ? simplePart(given) : undefined
  if (simple) return simple
  if (isXhtml(given)) {
    const tree = asXml(given)
    if (tree) return bodyOf(tree)
  }
  assertShort(given)
  // "<title/>" is empty in XHTML; in HTML it would swallow the rest of the text.
  const markup = given.replace(
    /<(title|script|style|textarea|iframe|noscript|xmp)(\s[^<>]*)?\/>/gi,
    '',
  )
  assertModest(markup)
  const whole = /<(?:html|body|head)[\s>]/i.test(markup)
  const tree = whole ? parse(markup) : parseFragment(markup)
  return whole ? bodyOf(adopt(tree)) : adopt(tree)
}

/** What is as simple means the same in HTML and in XHTML. */
function simplePart(markup: string): Element | undefined {
  return simpleHtml(simplePage.exec(markup)?.[1] ?? markup)
}

/** A page with nothing but a title around its body. */
const simplePage =
  /^\s*(?:<html(?: xmlns="http:\/\/www\.w3\.org\/1999\/xhtml")?>\s*)?(?:<head>\s*(?:<title>[^<]*<\/title>\s*|<title\/>\s*)?<\/head>\s*)?<body>([^]*)<\/body>\s*(?:<\/html>\s*)?$/i

/** A whole page's title and head are no part of the text. */
function bodyOf(tree: Element): Element {
  const page = first(tree, 'html') ?? tree
  return first(page, 'body') ?? tree
}

function isXhtml(markup: string): boolean {
  return /^\s*<[^>]+\sxmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/.test(markup)
}

/** Undefined where it only calls itself XHTML. */
function asXml(markup: string): Element | undefined {
  try {
    const root = parseXml(markup.trim())
    return { name: '#root', namespace: '', attributes: new Map(), children: [root] }
  } catch (error) {
    if (error instanceof NotReadable) return undefined
    throw error
  }
}

function assertShort(markup: string): void {
  if (markup.length > MAX_HTML_CHARACTERS) throw new NotReadable('A body is too long to be news.')
}

function assertModest(markup: string): void {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, end, written = ''] of markup.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const name = written.toLowerCase()
    const count = open.get(name) ?? 0
    // Only its own end closes an element: a stray "</div>" must not hide an open "<b>".
    if (selfClosing.test(name) || (end !== '' && count === 0)) continue
    open.set(name, end ? count - 1 : count + 1)
    depth += end ? -1 : 1
    if (depth > MAX_HTML_DEPTH) throw new NotReadable('A body is nested too deep to be news.')
  }
}

function adopt(node: DefaultTreeAdapterTypes.ParentNode): Element {
  const attributes = new Map<string, string>()
  const element: Element = { name: '#root', namespace: '', attributes, children: [] }
  if ('tagName' in node) {
    element.name = node.tagName
    element.namespace = node.namespaceURI === htmlNames.NS.HTML ? '' : node.namespaceURI
    for (const { name, value } of node.attrs) attributes.set(name, value)
  }
  const children = 'content' in node ? node.content.childNodes : node.childNodes
  for (const child of children) {
    if (child.nodeName === '#text' && 'value' in child) element.children.push(child.value)
    else if ('childNodes' in child) element.children.push(adopt(child))
  }
  return element
}
