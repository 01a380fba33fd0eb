/**
 * NewsML-G2 as Infomaker's editor writes it: the time from which an item may be read stands in an
 * extension property, whatever its status says; authors and topics are links; the text is IDF, elements
 * and objects that say by their type what they are.
 */
import { distance } from '../damage/distance.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import { parseHtml } from '../markup/html/html-tree.ts'
import { addConcept } from '../reading/fields/subjects.ts'
import type { Element, Node } from '../xml/xml-tree.ts'
import { all, attribute, descendants, first, isElement, line, lineAt } from '../xml/xml-tree.ts'
import { rawText } from '../xml/xml-tree.ts'

/** Reads an element of itemMeta that is Infomaker's own; false for every other. */
export function readInfomaker(out: WireItem, other: Element): boolean {
  const type = attribute(other, 'type') ?? ''
  const isProperty = other.name === 'itemMetaExtProperty'
  if (isProperty && isAlmostStart(type)) {
    fill.hold(out, `the file looks damaged: "${type}" reads almost like "${start}"`)
  }
  if (isProperty && type.startsWith('imext:')) {
    readProperty(out, type, attribute(other, 'value') ?? '')
    return true
  }
  if (other.name !== 'links' || !other.namespace.includes('infomaker')) return false
  for (const link of all(other, 'link')) readLink(out, link)
  return true
}

const start = 'imext:pubstart'
/** So many of its letters may have become others on the way. */
const mayDiffer = 3

function isAlmostStart(type: string): boolean {
  return type !== start && type.length === start.length && distance(type, start) <= mayDiffer
}

function readProperty(out: WireItem, type: string, value: string): void {
  fill.keepExtra(out, type, value)
  if (value === '' || value === 'null') return
  if (type === start) fill.embargo(out, value, type)
  if (type !== 'imext:pubstop') return
  // From then on it is neither listed nor read.
  fill.expiry(out, value, undefined)
  fill.expiry(out, value, 'archive')
}

const listOf = { place: 'places', person: 'people', organisation: 'organisations' } as const

function readLink(out: WireItem, link: Element): void {
  const name = attribute(link, 'title')
  const rel = attribute(link, 'rel') ?? ''
  if (!name) return
  if (rel === 'author' && !(out.by ?? '').includes(name)) {
    out.by = out.by === undefined ? name : `${out.by}, ${name}`
  }
  if (!/^(?:subject|section|mainsection|channel)$/.test(rel)) return
  const type = (attribute(link, 'type') ?? '').replace(/^x-im\//, '')
  const list = type in listOf ? listOf[type as keyof typeof listOf] : 'subjects'
  const code = attribute(link, 'uuid')
  addConcept(out, list, { name, ...(code ? { code } : {}) })
}

/** IDF as the HTML that it means; `dateline` and `pagedateline` leave it for the item's dateline. */
export function htmlOfIdf(out: WireItem, idf: Element): Element {
  return { ...idf, name: 'body', children: idf.children.flatMap((node) => htmlOf(out, node)) }
}

function htmlOf(out: WireItem, node: Node): Node[] {
  if (!isElement(node)) return [node]
  const children = (): Node[] => node.children.flatMap((one) => htmlOf(out, one))
  if (node.name === 'object') return objectOf(out, node)
  if (node.name === 'list-item') return [made('li', children())]
  if (node.name !== 'element') return [{ ...node, children: children() }]
  const type = attribute(node, 'type') ?? ''
  if (/^(?:page)?dateline$/.test(type) && out.dateline === undefined) {
    fill.give(out, 'dateline', line(node))
    return []
  }
  return [made(elementFor.find(([pattern]) => pattern.test(type))?.[1] ?? 'p', children())]
}

const elementFor: [RegExp, string][] = [
  [/^headline/, 'h2'],
  [/headline|^drophead/, 'h3'],
  [/quote/, 'blockquote'],
  [/^ordered-list$/, 'ol'],
  [/^unordered-list$/, 'ul'],
  [/^preformatted$/, 'pre'],
]

function objectOf(out: WireItem, object: Element): Node[] {
  const type = attribute(object, 'type') ?? ''
  const data = first(object, 'data')
  if (type === 'x-im/link') {
    const words = lineAt(data, 'anchor') ?? lineAt(data, 'title') ?? line(object) ?? ''
    return [made('a', [words], { href: lineAt(data, 'href') ?? '' })]
  }
  if (/^x-im\/image/.test(type)) return picturesOf(object)
  if (type === 'x-im/content-part') return partOf(out, object, data)
  const address = attribute(object, 'url')
  const left = rawText(data).trim()
  if (left !== '') fill.notice(out, 'removed', `${type} object`, left)
  const href = address?.replace(/^\/\//, 'https://')
  return href ? [made('p', [made('a', [attribute(object, 'title') || href], { href })])] : []
}

/** A box of facts beside the text. */
function partOf(out: WireItem, object: Element, data: Element | undefined): Node[] {
  const title = lineAt(data, 'title') ?? attribute(object, 'title')
  const text = first(data, 'text')
  const isHtml = attribute(text, 'format') === 'html'
  const inner = isHtml ? parseHtml(rawText(text)).children : (text?.children ?? [])
  const subject = lineAt(data, 'subject')
  return [
    ...(title ? [made('h4', [title])] : []),
    ...(subject ? [made('p', [subject])] : []),
    ...(isHtml ? inner : inner.flatMap((one) => htmlOf(out, one))),
  ]
}

function picturesOf(object: Element): Node[] {
  const files = descendants(object, 'link').filter((one) => attribute(one, 'url'))
  const pictures = files.filter((one) => attribute(one, 'type') === 'x-im/image')
  return pictures.map((file) => {
    const data = first(file, 'data')
    const src = (attribute(file, 'url') ?? '').replace(/^\/\//, 'https://')
    const size = ['width', 'height'].map((side) => [side, lineAt(data, side) ?? ''])
    const author = all(first(file, 'links'), 'link').find(
      (one) => attribute(one, 'rel') === 'author',
    )
    return made('figure', [
      made('img', [], { src, ...(Object.fromEntries(size) as object) }),
      made('figcaption', [lineAt(data, 'caption') ?? lineAt(data, 'text') ?? '']),
      made('media-producer', [attribute(author, 'title') ?? '']),
    ])
  })
}

function made(name: string, children: Node[], attributes: Record<string, string> = {}): Element {
  return { name, namespace: '', attributes: new Map(Object.entries(attributes)), children }
}
