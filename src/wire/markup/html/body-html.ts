/** A body drawn as HTML with nothing but the elements of its blocks: the `bodies` of an item. */
import type { Block, Body, Mark, Span } from '../../../articles/body/body.ts'
import { escape } from '../../../web/html/html.ts'

export function htmlOf(body: Body): string {
  let html = ''
  for (const block of body) html += drawn(block)
  return html
}

function drawn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${line(block.spans)}</p>`
    case 'heading':
      return `<h${block.level}>${line(block.spans)}</h${block.level}>`
    case 'quote':
      return `<blockquote>${block.paragraphs.map((spans) => `<p>${line(spans)}</p>`).join('')}</blockquote>`
    case 'preformatted':
      return `<pre>${escape(block.text)}</pre>`
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((spans) => `<li>${line(spans)}</li>`).join('')}</${name}>`
    }
    case 'table':
      return `<table>${block.rows.map(row).join('')}</table>`
  }
}

function row({ header, cells }: { header: boolean; cells: Span[][] }): string {
  const name = header ? 'th' : 'td'
  return `<tr>${cells.map((spans) => `<${name}>${line(spans)}</${name}>`).join('')}</tr>`
}

const elementFor = {
  strong: 'strong',
  emphasis: 'em',
  subscript: 'sub',
  superscript: 'sup',
} satisfies Record<Mark, string>

function line(spans: Span[]): string {
  let html = ''
  for (const one of spans) html += span(one)
  return html
}

function span({ text, marks, href }: Span): string {
  let html = escape(text).replaceAll('\n', '<br>')
  for (const mark of marks ?? []) html = `<${elementFor[mark]}>${html}</${elementFor[mark]}>`
  return href === undefined ? html : `<a href="${escape(href)}">${html}</a>`
}
