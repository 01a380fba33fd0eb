import type { Block, Body, Mark, Span } from '../body/body.ts'
import { textOfSpans } from '../body/body.ts'

/**
 * A body as an editor types it, and back. Blank lines part paragraphs; `## ` begins a heading (up to
 * `#### `), `> ` a quotation, `- ` and `1. ` an item; `**strong**`, `*emphasis*`, `[text](address)`.
 * A backslash takes the meaning from the sign after it. What cannot be typed (tables, preformatted
 * text) stands as a line such as `{{table 1}}`, which keeps the block where the line stands.
 */
export function markupOf(body: Body): string {
  let held = 0
  return body
    .map((block) => (isTypable(block) ? typed(block) : placeholder(block, ++held)))
    .join('\n\n')
}

/**
 * Reads what an editor typed. A paragraph that was not touched keeps its block as it was in
 * `before`, so that an edit elsewhere never costs it a mark or a link.
 */
export function bodyFrom(text: string, before: Body = []): Body {
  const known = new Map(before.filter(isTypable).map((block) => [typed(block), block]))
  const held = before.filter((block) => !isTypable(block))
  const body: Body = []
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const trimmed = chunk.replace(/^[ \t\n]+|[ \t\n]+$/g, '')
    if (trimmed === '') continue
    const kept = known.get(trimmed) ?? heldBlock(trimmed, held)
    const block = kept ?? read(trimmed)
    const last = body.at(-1)
    if (kept === undefined && block.kind === 'list' && last?.kind === 'list') {
      if (last.ordered === block.ordered) {
        body[body.length - 1] = { ...last, items: [...last.items, ...block.items] }
        continue
      }
    }
    body.push(block)
  }
  return body
}

type Typable = Exclude<Block, { kind: 'table' | 'preformatted' }>

function isTypable(block: Block): block is Typable {
  return block.kind !== 'table' && block.kind !== 'preformatted'
}

function placeholder(block: Block, number: number): string {
  return `{{${block.kind === 'table' ? 'table' : 'preformatted'} ${number}}}`
}

function heldBlock(chunk: string, held: Body): Block | undefined {
  const number = /^\{\{(?:table|preformatted) (\d{1,4})\}\}$/.exec(chunk)?.[1]
  return number === undefined ? undefined : held[Number(number) - 1]
}

function typed(block: Typable): string {
  switch (block.kind) {
    case 'paragraph':
      return line(block.spans).replace(/^(#{2,4} |> |- |\d+\. |\{\{)/, '\\$1')
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.spans)}`
    case 'list':
      return block.items
        .map((spans, i) => `${block.ordered ? `${i + 1}.` : '-'} ${line(spans)}`)
        .join('\n')
    case 'quote':
      return block.paragraphs.map((spans) => `> ${line(spans)}`).join('\n')
  }
}

function read(chunk: string): Block {
  const heading = /^(#{2,4}) (.*)$/s.exec(chunk)
  if (heading) {
    const level = (heading[1]?.length ?? 2) as 2 | 3 | 4
    return { kind: 'heading', level, spans: spansOf(heading[2] ?? '') }
  }
  if (chunk.startsWith('> ')) return { kind: 'quote', paragraphs: items(chunk, /^> /) }
  if (chunk.startsWith('- ')) return { kind: 'list', ordered: false, items: items(chunk, /^- /) }
  if (/^\d+\. /.test(chunk)) return { kind: 'list', ordered: true, items: items(chunk, /^\d+\. /) }
  return { kind: 'paragraph', spans: spansOf(chunk) }
}

/** Lines that do not begin with the sign belong to the item above them. */
function items(chunk: string, sign: RegExp): Span[][] {
  const found: string[] = []
  for (const each of chunk.split('\n')) {
    if (sign.test(each)) found.push(each.replace(sign, ''))
    else found[found.length - 1] += `\n${each}`
  }
  return found.map(spansOf)
}

const signs = { strong: '**', emphasis: '*' } as const

/** Only strong, emphasis and links can be typed; other marks stay while nobody touches the text. */
function line(spans: Span[]): string {
  return spans.map(spanTyped).join('')
}

function spanTyped({ text, marks = [], href }: Span): string {
  const plain = text.replace(/[\\*[\]]/g, '\\$&')
  const marked = marks.reduce(
    (inner, mark) => (mark in signs ? wrapped(inner, signs[mark as keyof typeof signs]) : inner),
    plain,
  )
  return href === undefined ? marked : `[${marked}](${href.replace(/[()\s]/g, encodeURIComponent)})`
}

/** A sign binds to a letter, so blanks at the ends stay outside. */
function wrapped(inner: string, sign: string): string {
  const [, head = '', middle = '', tail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? []
  return middle === '' ? inner : `${head}${sign}${middle}${sign}${tail}`
}

const tokens =
  /\\([\\*[\]#>{\-0-9])|\[((?:\\.|[^\\[\]])+)\]\(((?:https?:\/\/|mailto:|tel:)[^\s()]+)\)|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*/gs

function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let plain = ''
  let end = 0
  const flush = () => {
    if (plain !== '') spans.push({ text: plain })
    plain = ''
  }
  for (const match of text.matchAll(tokens)) {
    plain += text.slice(end, match.index)
    end = match.index + match[0].length
    const [, escaped, linkText, href, strong, emphasis] = match
    if (escaped !== undefined) plain += escaped
    else {
      flush()
      if (href !== undefined) spans.push(...spansOf(linkText ?? '').map((s) => ({ ...s, href })))
      else if (strong !== undefined) spans.push(...withMark(strong, 'strong'))
      else spans.push(...withMark(emphasis ?? '', 'emphasis'))
    }
  }
  plain += text.slice(end)
  flush()
  return spans.length === 0 ? [{ text: '' }] : spans
}

function withMark(inner: string, mark: Mark): Span[] {
  const text = textOfSpans(spansOf(inner))
  return [{ text, marks: [mark] }]
}
