/**
 * The body of an article as data. Everything that readers, feeds, search and the summary see of a
 * text is made from these blocks, and every text node is escaped when it is drawn.
 */

/** A run of text with the same looks. `text` may hold "\n", which is drawn as a line break. */
export interface Span {
  text: string
  marks?: Mark[]
  /** An absolute http, https, mailto or tel address. */
  href?: string
}

export type Mark = 'strong' | 'emphasis' | 'subscript' | 'superscript'

export type Block =
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'heading'; level: 2 | 3 | 4; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }
  | { kind: 'quote'; paragraphs: Span[][] }
  | { kind: 'table'; rows: { header: boolean; cells: Span[][] }[] }
  | { kind: 'preformatted'; text: string }

export type Body = Block[]

/**
 * The paragraphs of a body as plain text, in reading order. Paragraph n of this list (from 1) is
 * the element `#pn` of the page and the `paragraph` of a summary's evidence. A list item, a
 * paragraph of a quotation and a row of a table (cells parted by a tab) count as one each.
 */
export function paragraphsOf(body: Body): string[] {
  const paragraphs: string[] = []
  for (const block of body) {
    for (const text of paragraphsOfBlock(block)) if (text !== '') paragraphs.push(text)
  }
  return paragraphs
}

/** The body as plain text, paragraphs parted by a blank line: the `bodyText` of an item. */
export function textOf(body: Body): string {
  return paragraphsOf(body).join('\n\n')
}

export function textOfSpans(spans: Span[]): string {
  let text = ''
  for (const span of spans) text += span.text
  return text
}

function paragraphsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [textOfSpans(block.spans)]
    case 'list':
      return block.items.map(textOfSpans)
    case 'quote':
      return block.paragraphs.map(textOfSpans)
    case 'table':
      return block.rows.map((row) => row.cells.map(textOfSpans).join('\t'))
    case 'preformatted':
      return [block.text.replace(/\n{2,}/g, '\n').trim()]
  }
}
