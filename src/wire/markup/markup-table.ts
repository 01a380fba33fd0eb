/** Tables stay tables (rule 18): rows and cells in reading order, spans of cells ignored. */
import type { Block, Span } from '../../articles/body/body.ts'
import { joinLines, linesOf } from './span-line.ts'
import type { Element, Node } from '../xml/xml-tree.ts'

export interface Row {
  header: boolean
  cells: Span[][]
}

const parts = new Set('tr thead tbody tfoot custom-table nitf-colgroup colgroup col'.split(' '))

type Inner = (nodes: Node[]) => Block[]

/** The rows of a table, and the blocks of what stood in it outside its cells (its caption). */
export function tableRows(table: Element, inner: Inner): { before: Block[]; rows: Row[] } {
  const before: Block[] = []
  const rows: Row[] = []
  const walk = (nodes: Node[], inHead: boolean): void => {
    const outside: Node[] = []
    for (const node of nodes) {
      const name = typeof node === 'string' ? '' : node.name.toLowerCase()
      if (typeof node === 'string' || !parts.has(name)) outside.push(node)
      else if (name === 'tr') rows.push(rowOf(node, inHead, inner))
      else walk(node.children, inHead || name === 'thead')
    }
    before.push(...inner(outside))
  }
  walk(table.children, false)
  return { before, rows: rows.filter((row) => row.cells.length > 0) }
}

function rowOf(row: Element, inHead: boolean, inner: Inner): Row {
  const cells: { header: boolean; spans: Span[] }[] = []
  for (const node of row.children) {
    const isCell = typeof node !== 'string' && /^(?:td|th)$/i.test(node.name)
    const spans = joinLines(linesOf(inner(isCell ? node.children : [node])))
    if (isCell) cells.push({ header: node.name.toLowerCase() === 'th', spans })
    else if (spans.length > 0) cells.push({ header: false, spans })
  }
  const header = cells.length > 0 && (inHead || cells.every((cell) => cell.header))
  return { header, cells: cells.map((cell) => cell.spans) }
}

export function emptyTable(rows: Row[]): boolean {
  return rows.every((row) => row.cells.every((spans) => spans.length === 0))
}
