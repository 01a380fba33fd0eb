/**
 * Mark-up to blocks, by allow-list: XHTML, NITF, HTML and the agencies' own vocabularies. Text is
 * never lost: an element nobody knows gives its text, and what is taken out (scripts, picture
 * captions that go to the picture, addresses that may not be linked) is told in a notice.
 */
import type { Block, Mark, Span } from '../../articles/body/body.ts'
import type { Notice } from '../item.ts'
import { linkable } from './links.ts'
import { isBlockRole, roleOf } from './markup-roles.ts'
import { emptyTable, tableRows } from './markup-table.ts'
import { blocksOfTeletype, isLaidOut } from '../reading/teletype-text.ts'
import { SpanLine, joinLines, linesOf } from './span-line.ts'
import type { Element, Node } from '../xml/xml-tree.ts'
import { attribute, elements, rawText } from '../xml/xml-tree.ts'

export interface Marked {
  blocks: Block[]
  notices: Notice[]
  /** Pictures and other media that stood in the text, in order. */
  media: Element[]
}

export interface Style {
  marks: Mark[]
  href?: string
}

/** Deeper than this only the text is kept; deeper trees than bodies have would exhaust the stack. */
const FLATTEN_BELOW = 150

export function blocksOf(root: Element): Marked {
  const writer = new BlockWriter()
  if (!writer.layOut(root)) writer.walk(root.children, { marks: [] }, 0)
  writer.flush()
  return { blocks: writer.blocks, notices: writer.notices, media: writer.media }
}

/** Walks a tree in reading order; text gathers in a line that block elements end. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly notices: Notice[]
  readonly media: Element[]
  private readonly line = new SpanLine()

  /** What is told and set aside in a part of a text goes to the same lists as from the whole. */
  constructor(notices: Notice[] = [], media: Element[] = []) {
    this.notices = notices
    this.media = media
  }

  walk(nodes: Node[], style: Style, depth: number): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.line.add(node, style)
      else if (depth > FLATTEN_BELOW) this.line.add(rawText(node), style)
      else this.element(node, style, depth + 1)
    }
  }

  /** Ends the running line as a paragraph; two line breaks in it part paragraphs. */
  flush(): void {
    for (const spans of this.line.takeParagraphs()) this.blocks.push({ kind: 'paragraph', spans })
  }

  private element(element: Element, style: Style, depth: number): void {
    const role = roleOf(element, this.line.isOpen())
    if (isBlockRole(role)) this.flush()
    switch (role.kind) {
      case 'inline':
        return this.walk(element.children, this.styled(element, style, role.mark), depth)
      case 'break':
        return this.line.breakLine(style)
      case 'drop':
        return this.drop(element)
      case 'media':
        return this.setAside(element, style)
      case 'embed':
        return this.embed(element, style, depth)
      case 'container':
        if (this.layOut(element)) return
        this.walk(element.children, style, depth)
        return this.flush()
      default:
        return this.block(element, role, style, depth)
    }
  }

  /** Agencies put teletype lines into one paragraph as they are (Reuters, ANSA); they stay lines. */
  layOut(element: Element): boolean {
    const [text, more] = element.children
    if (typeof text !== 'string' || more !== undefined || !isLaidOut(text)) return false
    this.blocks.push(...blocksOfTeletype(text))
    return true
  }

  private block(
    element: Element,
    role: { kind: 'heading' | 'list' | 'quote' | 'table' | 'preformatted'; level?: 2 | 3 | 4 },
    style: Style,
    depth: number,
  ): void {
    const inner = (nodes: Node[]): Block[] => this.inside(nodes, style, depth)
    if (role.kind === 'preformatted') {
      const text = rawText(element)
        .replace(/\r\n?/g, '\n')
        .replace(/^\n+|\s+$/g, '')
      if (text !== '') this.blocks.push({ kind: 'preformatted', text })
    } else if (role.kind === 'heading') {
      const spans = joinLines(linesOf(inner(element.children)))
      if (spans.length > 0) this.blocks.push({ kind: 'heading', level: role.level ?? 3, spans })
    } else if (role.kind === 'quote') {
      const paragraphs = linesOf(inner(element.children))
      if (paragraphs.length > 0) this.blocks.push({ kind: 'quote', paragraphs })
    } else if (role.kind === 'list') {
      const items = listItems(element, inner)
      const ordered = element.name.toLowerCase() === 'ol'
      if (items.length > 0) this.blocks.push({ kind: 'list', ordered, items })
    } else {
      const { before, rows } = tableRows(element, inner)
      this.blocks.push(...before)
      if (!emptyTable(rows)) this.blocks.push({ kind: 'table', rows })
    }
  }

  /** The blocks of some nodes by themselves. */
  private inside(nodes: Node[], style: Style, depth: number): Block[] {
    const writer = new BlockWriter(this.notices, this.media)
    writer.walk(nodes, style, depth)
    writer.flush()
    return writer.blocks
  }

  private styled(element: Element, style: Style, mark: Mark | undefined): Style {
    const marks = mark && !style.marks.includes(mark) ? [...style.marks, mark] : style.marks
    const address = attribute(element, 'href')
    if (element.name.toLowerCase() !== 'a' || !address) return { ...style, marks }
    const href = linkable(address)
    if (href) return { marks, href }
    this.notices.push({ kind: 'removed', what: 'link address', text: address.slice(0, 500) })
    return { ...style, marks }
  }

  private drop(element: Element): void {
    const text = rawText(element).trim()
    if (text === '' && element.name.toLowerCase() !== 'script') return
    this.notices.push({ kind: 'removed', what: `<${element.name}> element`, text })
  }

  private setAside(element: Element, style: Style): void {
    this.media.push(element)
    const text = rawText(element).replace(/\s+/g, ' ').trim()
    if (text !== '') this.notices.push({ kind: 'removed', what: 'picture caption', text })
    else if (element.name.toLowerCase() === 'img') this.line.add(' ', style)
  }

  /** A frame or an object becomes a link to what it would have shown. */
  private embed(element: Element, style: Style, depth: number): void {
    const address =
      attribute(element, 'src') ?? attribute(element, 'data') ?? attribute(element, 'href')
    const href = address && linkable(address)
    this.walk(element.children, style, depth)
    if (href) {
      this.flush()
      this.line.add(href, { marks: [], href })
      this.notices.push({ kind: 'assumed', what: 'an embed is shown as a link', text: href })
    } else if (address) {
      this.notices.push({
        kind: 'removed',
        what: `<${element.name}> element`,
        text: address.slice(0, 500),
      })
    }
    this.flush()
  }
}

/** A nested list's items follow their parent's line; a list in a list item would lose its place. */
function listItems(list: Element, inner: (nodes: Node[]) => Block[]): Span[][] {
  const items: Span[][] = []
  const loose: Node[] = []
  const takeLoose = (): void => {
    items.push(...linesOf(inner(loose.splice(0))))
  }
  for (const child of list.children) {
    const isItem = typeof child !== 'string' && /^(?:li|dt|dd)$/i.test(child.name)
    if (!isItem) {
      loose.push(child)
      continue
    }
    takeLoose()
    items.push(...itemLines(inner(child.children)))
  }
  takeLoose()
  return items
}

function itemLines(blocks: Block[]): Span[][] {
  const inOrder = blocks.findIndex((block) => block.kind === 'list')
  const after = inOrder >= 0 && blocks.slice(inOrder).some((block) => block.kind !== 'list')
  if (after) return linesOf(blocks)
  const own = inOrder < 0 ? blocks : blocks.slice(0, inOrder)
  const nested = inOrder < 0 ? [] : blocks.slice(inOrder)
  const line = joinLines(linesOf(own))
  return [...(line.length > 0 ? [line] : []), ...linesOf(nested)]
}

/** True where an element holds no element at all. */
export function isPlain(element: Element): boolean {
  return elements(element).length === 0
}
