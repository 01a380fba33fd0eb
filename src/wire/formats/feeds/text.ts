/** Titles of feeds: plain text, HTML, or HTML escaped into XML, often without saying which. */
import { textOf } from '../../../articles/body/body.ts'
import { contentVersion } from '../../reading/fields/content-version.ts'
import { absoluteAddress } from '../../markup/base-address.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import { fetchable } from '../../markup/links.ts'
import { blocksOf } from '../../markup/markup.ts'
import { storableLine } from '../../markup/storable-text.ts'
import type { WireItem } from '../../item.ts'
import { addConcept, addKeyword, conceptOf } from '../../reading/fields/subjects.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, line, lineAt, rawText } from '../../xml/xml-tree.ts'

/** Text of a title where JSON gives it: HTML's letters are resolved, its mark-up is taken off. */
export function plainText(text: string | undefined): string | undefined {
  const hasMarkup = /<[a-z!/][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text ?? '')
  return hasMarkup ? textOf(blocksOf(parseHtml(text ?? '')).blocks) : text
}

export function plainTitle(title: Element | undefined): string | undefined {
  if (!title) return undefined
  if (elements(title).length > 0) return textOf(blocksOf(title).blocks)
  return plainText(decoded(title))
}

/** The text of an element; Atom 0.3 may send it as base64, and Atom 1.0 does so for types that are no text. */
export function decoded(element: Element): string {
  const text = unwrapped(rawText(element))
  const isPacked =
    attribute(element, 'mode') === 'base64' ||
    attribute(element, 'type') === 'application/octet-stream'
  if (!isPacked) return text
  return new TextDecoder().decode(Buffer.from(text, 'base64'))
}

/** Some escape the marks of a CDATA section too, so that they would stand before the reader. */
export function unwrapped(text: string): string {
  return /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(text)?.[1] ?? text
}

/** Namespaces of the feed formats themselves; modules reuse their names (`media:title`). */
const ownNamespaces =
  /^$|^http:\/\/purl\.org\/(?:rss|atom)|Atom$|^http:\/\/(?:my\.netscape|backend\.userland|channel\.netscape)/

/** The child that is the format's own, before one of a module with the same name. */
export function ownChild(parent: Element, name: string): Element | undefined {
  const named = all(parent, name).filter(
    (one) => one.attributes.size > 0 || line(one) !== undefined,
  )
  return named.find(({ namespace }) => ownNamespaces.test(namespace)) ?? named[0]
}

/** What a feed says for all its entries; looked up once, since a feed may hold thousands. */
export interface FeedFacts {
  title: string | undefined
  origin: string
  language: string | undefined
  rights: string | undefined
  author: string | undefined
  /** The page of the feed, against which addresses are read where nothing nearer is given. */
  home: string | undefined
  /** An `xml:base` that the feed states. */
  base: string | undefined
}

export function feedFacts(feed: Element, root = feed): FeedFacts {
  const stated = line(ownChild(feed, 'title'))
  const base = absoluteAddress(attribute(feed, 'xml:base'), attribute(root, 'xml:base'))
  return {
    title: storableLine(plainTitle(ownChild(feed, 'title'))) ?? stated,
    origin: line(ownChild(feed, 'link')) ?? lineAt(feed, 'id') ?? stated ?? '',
    home: fetchable(line(ownChild(feed, 'link')) ?? alternateLink(feed)),
    base: base ?? attribute(root, 'xml:base'),
    language: lineAt(feed, 'language') ?? attribute(feed, 'xml:lang'),
    rights: lineAt(feed, 'copyright') ?? lineAt(feed, 'rights'),
    author: lineAt(feed, 'author', 'name'),
  }
}

/** Links that may stand for the page where none is said to be it; others are licences, files, next pages. */
const linksToThePage = /^(?:self|via|related|canonical|shortlink|https?:.*)$/

/** The link that Atom gives to the page itself; without a `rel` it is one. */
export function alternateLink(holder: Element): string | undefined {
  const links = all(holder, 'link').filter((one) => attribute(one, 'href') !== undefined)
  const relation = (one: Element): string => attribute(one, 'rel') ?? 'alternate'
  const page =
    links.find((one) => relation(one) === 'alternate') ??
    links.find((one) => linksToThePage.test(relation(one)))
  return attribute(page, 'href') || undefined
}

/** Names joined, without the e-mail addresses that RSS wants and no reader does. */
export function namesOf(stated: (string | undefined)[]): string | undefined {
  const names = stated.map((given) => {
    const one = withoutLetters(given)
    const inBrackets = /^\S+@\S+\s*\(([^)]+)\)$/.exec(one ?? '')?.[1] ?? one
    return inBrackets
      ?.replace(/\s*<[^<>]*@[^<>]*>|\b(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, '')
      .replace(/\(\s*\)/g, '')
      .trim()
  })
  // One element may name all of them, and others each of them again.
  const whole = [...new Set(names.filter((name) => name))]
  const alone = whole.filter((name) => !whole.some((other) => namesAlso(other, name)))
  const joined = alone.join(', ')
  return joined === '' ? undefined : joined
}

function namesAlso(list: string | undefined, name: string | undefined): boolean {
  return list !== name && (list ?? '').split(/,\s*|\s+and\s+/).includes(name ?? '')
}

/** What an entry is about: a Media Topic where its scheme or its text says so, or else a keyword. */
export function addCategory(
  out: WireItem,
  {
    scheme,
    term,
    label,
  }: { scheme?: string | undefined; term?: string | undefined; label?: string | undefined },
): void {
  const isTopic = /mediatopic|\bmedtop\b/i.test(scheme ?? '') || /^medtop:/i.test(term ?? '')
  const code = isTopic ? /(?:^|[:/])(\d{8})$/.exec(term ?? '')?.[1] : undefined
  if (code === undefined) return addKeyword(out, label ?? term)
  addConcept(out, 'subjects', conceptOf(`medtop:${code}`, { name: label }))
}

/** A name whose letters are escaped once more than XML needs. An address in angle brackets is no mark-up. */
function withoutLetters(name: string | undefined): string | undefined {
  return /<[^<>]*@/.test(name ?? '') ? name : plainText(name)
}

/**
 * RSS makes both guid and link optional. An entry without them is known by its title within its
 * feed, or by its text; one without either is none.
 */
export function uriByTitle(feed: FeedFacts, entry: Element): string | undefined {
  const name = line(ownChild(entry, 'title')) ?? line(entry)
  return name === undefined ? undefined : `urn:feed:${contentVersion(`${feed.origin} ${name}`)}`
}
