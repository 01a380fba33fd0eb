/**
 * Teletype text to blocks: lines are wrapped at 69 characters, paragraphs begin with an indent or
 * after a blank line, and tables (agate) are columns of spaces or semicolons that must stay as they
 * are.
 */
import type { Block } from '../../articles/body/body.ts'
import { storable } from '../markup/storable-text.ts'

export function blocksOfTeletype(text: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  const close = (): void => {
    const block = blockOf(open)
    if (block) blocks.push(block)
    open = []
  }
  for (const line of storable(text).replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') close()
    else {
      if (/^[ \t]{2,}\S/.test(line) && !isTabular([...open.slice(-4), line])) close()
      open.push(line)
    }
  }
  close()
  return joinTables(blocks)
}

function blockOf(lines: string[]): Block | undefined {
  if (lines.length === 0) return undefined
  if (isTabular(lines)) {
    return { kind: 'preformatted', text: lines.map(withoutIndent).join('\n') }
  }
  const text = lines.join(' ').replace(/\s+/g, ' ').trim()
  return { kind: 'paragraph', spans: [{ text }] }
}

/** AP begins every line of a table with a tab and three spaces, as it does every paragraph. */
function withoutIndent(line: string): string {
  return line.trimEnd().replace(/^\t {0,3}/, '')
}

/** Two lines or more, most of them with columns: gaps inside the line, or several semicolons. */
export function isTabular(lines: string[]): boolean {
  const columns = lines.filter(
    (line) => /\S(?: {2,}|\t)\S/.test(line) || line.split(';', 4).length > 3,
  )
  return lines.length >= 2 && columns.length * 2 > lines.length
}

/**
 * Whether line ends and indents of a text mean something: some lines begin at the margin, others are
 * set in or are columns. Mark-up that is merely indented has every line set in alike.
 */
export function isLaidOut(text: string): boolean {
  if (!text.includes('\n') && !text.includes('\r')) return false
  // Without one of these no line is set in and none has columns.
  if (!/[\t;]/.test(text) && !/ {2}/.test(text)) return false
  const all = text.split(lineEnd)
  if (all.length < FEWEST_LINES) return false
  const lines = all.slice(1).filter((line) => line.trim() !== '')
  if (lines.length < FEWEST_LINES - 1 || !lines.some((line) => /^\S/.test(line))) return false
  return lines.some((line) => /^(?: {2,}|\t)\s*\S/.test(line)) || isTabular(lines)
}

const lineEnd = /\r\n?|\n/
/** Less is no layout; the first line begins after a tag. */
const FEWEST_LINES = 4

/** Lines of one table that blank lines or indents had parted. */
function joinTables(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'preformatted' && last?.kind === 'preformatted') {
      last.text += `\n${block.text}`
    } else joined.push(block)
  }
  return joined
}
