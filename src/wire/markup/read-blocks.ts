/** Mark-up into an item's body: the blocks, what was taken out, and the pictures that stood in it. */
import type { Block } from '../../articles/body/body.ts'
import { textOf } from '../../articles/body/body.ts'
import { parseHtml } from './html/html-tree.ts'
import type { WireItem } from '../item.ts'
import { blocksOfTeletype, isLaidOut } from '../reading/teletype-text.ts'
import { blocksOf } from './markup.ts'
import { associationOf } from './media-in-text.ts'
import { blocksOfText } from './plain-text.ts'
import type { Element } from '../xml/xml-tree.ts'
import { rawText } from '../xml/xml-tree.ts'

/** A gallery has a hundred pictures; each is compared with those before it. */
const MAX_MEDIA = 300

export function readBlocks(out: WireItem, root: Element): Block[] {
  const { blocks, notices, media } = blocksOf(root)
  out.standfirst.notices.push(...notices)
  for (const element of media.slice(0, MAX_MEDIA)) {
    const association = associationOf(element)
    const uri = association?.renditions[0]?.href ?? association?.uri
    const known = (out.associations ?? []).some(
      (one) =>
        uri !== undefined && (one.uri === uri || one.renditions.some(({ href }) => href === uri)),
    )
    if (association && !known) (out.associations ??= []).push(association)
  }
  return blocks.filter((block) => !isEmbedCode(out, block))
}

/** The code of an embed, escaped into the text (NTB): readers would see mark-up. */
function isEmbedCode(out: WireItem, block: Block): boolean {
  if (block.kind !== 'paragraph' || !block.spans[0]?.text.startsWith('<')) return false
  const text = textOf([block])
  const isCode = /^<(div|script|iframe|blockquote|figure)\b[^>]*>/i.test(text) && text.endsWith('>')
  if (isCode) out.standfirst.notices.push({ kind: 'removed', what: 'code of an embed', text })
  return isCode
}

export function readHtml(out: WireItem, markup: string): Block[] {
  return readBlocks(out, parseHtml(markup))
}

const blockTag = /<(?:p|br|div|h[1-6]|li|table|section|article|blockquote|pre)\b/i
/** What only HTML has; "<ada@example.org>" in a text is an address. */
const inlineTag = /<(?:a\s[^<>]*|b|i|em|strong|span|u|sub|sup|font|img\s[^<>]*)(?:\s[^<>]*)?\/?>/i

/** Text of which nobody says what it is: HTML with paragraphs or only with lines, teletype, plain. */
export function readAnyText(out: WireItem, text: string): Block[] {
  if (blockTag.test(text)) return readHtml(out, text)
  if (inlineTag.test(text)) {
    return readHtml(out, text.replace(/[^\r\n]*\S[^\r\n]*/g, '<p>$&</p>'))
  }
  return isLaidOut(text) ? blocksOfTeletype(text) : blocksOfText(text)
}

/** An element that holds text or mark-up, or mark-up that is escaped into its text. */
export function readAnyElement(out: WireItem, element: Element): Block[] {
  const isText = element.children.every((child) => typeof child === 'string')
  return isText ? readAnyText(out, rawText(element)) : readBlocks(out, element)
}
