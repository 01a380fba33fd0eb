/**
 * One running line of text: white space collapses as in HTML, runs of the same looks join, and
 * line breaks are kept until the line is cut into paragraphs.
 */
import type { Block, Mark, Span } from '../../articles/body/body.ts'
import type { Style } from './markup.ts'
import { isEven, storable } from './storable-text.ts'

/** As in HTML, where a no-break space is no white space. */
function collapsed(text: string): string {
  const even = text.replace(/[\t\r\n\f][ \t\r\n\f]*/g, ' ')
  return / {2}/.test(even) ? even.replace(/ {2,}/g, ' ') : even
}

export class SpanLine {
  private spans: Span[] = []
  /** White space is pending: drawn only if text follows. */
  private gap = false

  add(text: string, style: Style): void {
    const written = isEven(text) ? text : collapsed(storable(text))
    const begins = written.startsWith(' ')
    const ends = written.endsWith(' ')
    const words = written.trim() === '' ? '' : written.slice(begins ? 1 : 0, ends ? -1 : undefined)
    if (begins) this.gap = true
    if (words !== '') this.append(this.gap ? this.gapBefore(style) + words : words, style)
    this.gap = ends || (words === '' && this.gap)
  }

  breakLine(style: Style): void {
    this.gap = false
    if (this.spans.length > 0) this.append('\n', style)
  }

  /** Whether text has begun, so that an unknown element belongs to it. */
  isOpen(): boolean {
    return this.spans.length > 0
  }

  /** What it holds, cut at two or more line breaks, empty ones left out; then it is empty. */
  takeParagraphs(): Span[][] {
    const { spans } = this
    this.gap = false
    if (spans.length === 0) return []
    this.spans = []
    return paragraphsIn(spans)
  }

  /** The space is plain where looks change, so that no link and no bold type begins with one. */
  private gapBefore(style: Style): string {
    const last = this.spans.at(-1)
    if (last === undefined || last.text.endsWith('\n')) return ''
    if (sameLooks(last, style)) return ' '
    this.append(' ', { marks: [] })
    return ''
  }

  private append(text: string, style: Style): void {
    const last = this.spans.at(-1)
    if (last && sameLooks(last, style)) {
      last.text += text
      return
    }
    const span: Span = { text }
    if (style.marks.length > 0) span.marks = [...style.marks]
    if (style.href !== undefined) span.href = style.href
    this.spans.push(span)
  }
}

function paragraphsIn(spans: Span[]): Span[][] {
  const [only, more] = spans
  if (only && !more && isTrim(only.text)) return [spans]
  if (!spans.some((span) => span.text.includes('\n'))) {
    const line = trimmed(spans)
    return line.length > 0 ? [line] : []
  }
  const paragraphs: Span[][] = [[]]
  for (const span of splitAtBreaks(spans)) {
    if (span === undefined) paragraphs.push([])
    else paragraphs.at(-1)?.push(span)
  }
  return paragraphs.map(trimmed).filter((line) => line.length > 0)
}

/** Neither empty nor with white space at an end, nor in more lines than one. */
function isTrim(text: string): boolean {
  return text !== '' && text.length === text.trim().length && !text.includes('\n')
}

/** Several lines as one, with line breaks between them. */
export function joinLines(lines: Span[][]): Span[] {
  if (lines.length < 2) return lines[0] ?? []
  return joinedRuns(lines.flatMap((spans, at) => (at === 0 ? spans : [{ text: '\n' }, ...spans])))
}

function sameLooks(span: Span, style: Style): boolean {
  return span.href === style.href && sameMarks(span.marks, style.marks)
}

function sameMarks(some: Mark[] = [], others: Mark[] = []): boolean {
  return some.length === others.length && some.every((mark, at) => mark === others[at])
}

/** The spans with undefined where a paragraph ends: at two or more line breaks, also across spans. */
function splitAtBreaks(spans: Span[]): (Span | undefined)[] {
  const pieces: (Span | undefined)[] = []
  let breaks = 0
  for (const span of spans) {
    for (const piece of span.text.split(/(\n)/)) {
      if (piece === '') continue
      if (piece === '\n') {
        breaks += 1
        continue
      }
      if (piece.trim() === '' && breaks > 0) continue
      if (breaks >= 2) pieces.push(undefined)
      pieces.push({ ...span, text: breaks === 1 ? `\n${piece}` : piece })
      breaks = 0
    }
  }
  return pieces
}

function trimmed(spans: Span[]): Span[] {
  const kept = spans.map((span) => ({ ...span }))
  const start = kept.findIndex((span) => span.text.trim() !== '')
  if (start < 0) return []
  kept.splice(0, start)
  while (kept.at(-1)?.text.trim() === '') kept.pop()
  const opening = kept[0]
  const closing = kept.at(-1)
  if (opening && /^[ \n]/.test(opening.text)) opening.text = opening.text.replace(/^[ \n]+/, '')
  if (closing && /[ \n]$/.test(closing.text)) closing.text = closing.text.replace(/[ \n]+$/, '')
  return joinedRuns(kept)
}

function joinedRuns(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && last.href === span.href && sameMarks(last.marks, span.marks)) {
      last.text += span.text
    } else joined.push({ ...span })
  }
  return joined
}

/** Every line of some blocks, for places that hold lines only: cells, list items, quotations. */
export function linesOf(blocks: Block[]): Span[][] {
  const lines: Span[][] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') lines.push(block.spans)
    else if (block.kind === 'list') lines.push(...block.items)
    else if (block.kind === 'quote') lines.push(...block.paragraphs)
    else if (block.kind === 'table') lines.push(...block.rows.map((row) => joinLines(row.cells)))
    else lines.push([{ text: block.text }])
  }
  return lines
}
