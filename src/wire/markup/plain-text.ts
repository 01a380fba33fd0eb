/** Plain text to blocks: blank lines part paragraphs; with none, each line is a paragraph. */
import type { Block } from '../../articles/body/body.ts'
import { onOneLine, storable } from './storable-text.ts'

export function blocksOfText(text: string): Block[] {
  const lines = storable(text).replace(/\r\n?/g, '\n')
  const cut = /\n[ \t]*\n/.test(lines.trim()) ? /\n[ \t]*\n/ : /\n/
  return lines
    .split(cut)
    .map(onOneLine)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', spans: [{ text: paragraph }] }))
}
