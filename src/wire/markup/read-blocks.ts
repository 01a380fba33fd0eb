/** Mark-up into an item's body: the blocks, what was taken out, and the pictures that stood in it. */
import type { Block } from '../../articles/body.ts'
import { textOf } from '../../articles/body.ts'
import { parseHtml } from './html-tree.ts'
import type { WireItem } from '../item.ts'
import { blocksOf } from './markup.ts'
import { associationOf } from './media-in-text.ts'
import type { Element } from '../xml/xml-tree.ts'

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
  if (block.kind !== 'paragraph') return false
  const text = textOf([block])
  const isCode = /^<(div|script|iframe|blockquote|figure)\b[^>]*>/i.test(text) && text.endsWith('>')
  if (isCode) out.standfirst.notices.push({ kind: 'removed', what: 'code of an embed', text })
  return isCode
}

export function readHtml(out: WireItem, markup: string): Block[] {
  return readBlocks(out, parseHtml(markup))
}
