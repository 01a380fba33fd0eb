/**
 * The text of a component, once: a list of equivalents gives the same text in several formats, and a
 * file may stand where its text would. Senders mark lists as equivalents that are none, so only what
 * begins alike is taken for the same.
 */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { collapsed } from '../../markup/storable-text.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendants, elements, first, rawText } from '../../xml/xml-tree.ts'

/** The data of its content items that is text. */
export function renditionsOf(out: WireItem, component: Element): Element[] {
  const texts = all(component, 'ContentItem').flatMap(textOf)
  return isListOfEquivalents(component) ? longestOfEach(out, texts, rawText) : texts
}

export function withoutEquivalents(out: WireItem, component: Element): Element[] {
  const inner = all(component, 'NewsComponent')
  if (!isListOfEquivalents(component)) return inner
  return longestOfEach(out, inner, (one) =>
    descendants(one, 'DataContent')
      .map((data) => rawText(data))
      .join(' '),
  )
}

function isListOfEquivalents(component: Element): boolean {
  return attribute(component, 'EquivalentsList') === 'yes'
}

const base64 = /^[A-Za-z\d+/=\s]{40,}$/

function textOf(content: Element): Element[] {
  const encoded = first(content, 'Encoding')
  const isBase64 = /base64/i.test(attribute(encoded, 'Notation') ?? '')
  const data = first(content, 'DataContent') ?? first(encoded, 'DataContent') ?? bareText(content)
  if (!data) return []
  const kinds = ['MediaType', 'MimeType', 'Format'].map(
    (name) => attribute(first(content, name), 'FormalName') ?? '',
  )
  const isFile = kinds.some((kind) => /^(?:image|audio|video)|photo|graphic|pdf|jpe?g/i.test(kind))
  if (isFile && (isBase64 || base64.test(rawText(data)))) return []
  if (!isBase64) return [data]
  return [{ ...data, children: [Buffer.from(rawText(data), 'base64').toString('utf8')] }]
}

/** Some leave out the element for the data. */
function bareText(content: Element): Element | undefined {
  const blocks = elements(content).filter(({ name }) =>
    /^(?:p|div|html|nitf|body|h[1-6])$/i.test(name),
  )
  return blocks.length === 0 ? undefined : { ...content, name: 'DataContent', children: blocks }
}

/** So many letters tell whether two texts are the same one. */
const BEGINNING = 60
/** No text comes in more formats; each is compared with the others. */
const MOST_EQUIVALENTS = 50

function longestOfEach(out: WireItem, given: Element[], text: (one: Element) => string): Element[] {
  if (given.length > MOST_EQUIVALENTS) return given
  const told = given.map((one) => {
    const bare = text(one).replace(/<[^<>]*>/g, ' ')
    return { one, text: collapsed(bare).replace(/[^\p{L}\p{N}]/gu, '') }
  })
  const kept = told.filter(({ one, text }) => {
    const beginning = text.slice(0, BEGINNING)
    const others = told.filter((other) => other.one !== one && other.text.startsWith(beginning))
    const isLongest = others.every(
      (other) =>
        other.text.length < text.length ||
        (other.text.length === text.length && given.indexOf(other.one) > given.indexOf(one)),
    )
    return beginning === '' || isLongest
  })
  if (kept.length < given.length) {
    fill.notice(out, 'assumed', 'equivalent renderings of the text; the longest is used')
  }
  return kept.map(({ one }) => one)
}
