import { html, type Html } from '../../web/html/html.ts'
import { paragraphsOf, textOfSpans, type Block, type Body, type Mark, type Span } from './body.ts'

/**
 * The body with an anchor on every paragraph: `#pN` is number N of `paragraphsOf(body)`. A passage
 * that the summary rests on says so and leads back to it.
 */
export function bodyMarkup(
  body: Body,
  dateline?: string,
  summarized: ReadonlySet<number> = new Set(),
): Html {
  const run: Run = { paragraph: 0, heading: 1, dateline, summarized }
  return html`${body.map((block) => drawn(block, run))}`
}

/** What has been counted so far while a body is drawn from top to bottom. */
interface Run {
  paragraph: number
  /** The level of the last heading, so that none is skipped. */
  heading: number
  /** Runs in at the first paragraph. */
  dateline: string | undefined
  summarized: ReadonlySet<number>
}

type Renderers = {
  [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>, run: Run) => Html
}

const renderers: Renderers = {
  paragraph: ({ spans }, run) =>
    html`<p id="${anchor(run)}">${runIn(run)}${spans.map(drawnSpan)}${mark(run)}</p>
`,
  heading: ({ level, spans }, run) => {
    run.heading = Math.min(level, run.heading + 1)
    return heading(run.heading, anchor(run), spans.map(drawnSpan))
  },
  list: ({ ordered, items }, run) => {
    const drawn = items
      .filter((item) => textOfSpans(item) !== '')
      .map((item) => html`<li id="${anchor(run)}">${item.map(drawnSpan)}${mark(run)}</li>`)
    return ordered ? html`<ol>${drawn}</ol>` : html`<ul>${drawn}</ul>`
  },
  quote: ({ paragraphs }, run) => {
    const drawn = paragraphs
      .filter((spans) => textOfSpans(spans) !== '')
      .map((spans) => html`<p id="${anchor(run)}">${spans.map(drawnSpan)}${mark(run)}</p>`)
    return html`<blockquote>${drawn}</blockquote>`
  },
  table: ({ rows }, run) => {
    const drawn = rows
      .filter((row) => hasText({ kind: 'table', rows: [row] }))
      .map((row) => html`<tr id="${anchor(run)}">${row.cells.map(cell(row.header))}</tr>`)
    // It scrolls on a narrow screen, so the keyboard must reach it.
    return html`<div class="table" tabindex="0" role="region" aria-label="Table"><table>${drawn}</table></div>`
  },
  preformatted: ({ text }, run) => html`<pre id="${anchor(run)}" tabindex="0">${text}</pre>`,
}

function drawn(block: Block, run: Run): Html | undefined {
  if (!hasText(block)) return undefined
  // TypeScript cannot see that the renderer and the block are of one kind.
  const renderer = renderers[block.kind] as (block: Block, run: Run) => Html
  return renderer(block, run)
}

function hasText(block: Block): boolean {
  return paragraphsOf([block]).length > 0
}

function anchor(run: Run): string {
  run.paragraph += 1
  return `p${run.paragraph}`
}

function mark({ paragraph, summarized }: Run): Html | false {
  return summarized.has(paragraph) && html` <a class="ref" href="#summary">In the summary</a>`
}

/** Kept as the agency writes it; where it leaves the dash to the reader's side, one is added. */
function runIn(run: Run): Html | undefined {
  const { dateline } = run
  run.dateline = undefined
  if (!dateline) return undefined
  const closed = /[-–—:]\s*$/.test(dateline)
  return html`<span class="dateline">${dateline.trim()}${!closed && ' –'}</span> `
}

function heading(level: number, id: string, text: Html[]): Html {
  if (level === 2) return html`<h2 id="${id}">${text}</h2>`
  if (level === 3) return html`<h3 id="${id}">${text}</h3>`
  return html`<h4 id="${id}">${text}</h4>`
}

function cell(header: boolean): (spans: Span[]) => Html {
  return (spans) =>
    header
      ? html`<th scope="col">${spans.map(drawnSpan)}</th>`
      : html`<td>${spans.map(drawnSpan)}</td>`
}

function drawnSpan({ text, marks = [], href }: Span): Html {
  const lines = text
    .split('\n')
    .map((line, index) => (index > 0 ? html`<br>${line}` : html`${line}`))
  const marked = marks.reduce((inner, mark) => markings[mark](inner), html`${lines}`)
  return href && followable.test(href)
    ? html`<a href="${href}" rel="noopener">${marked}</a>`
    : marked
}

const followable = /^(?:https?:\/\/|mailto:|tel:)/i

const markings = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  emphasis: (inner) => html`<em>${inner}</em>`,
  subscript: (inner) => html`<sub>${inner}</sub>`,
  superscript: (inner) => html`<sup>${inner}</sup>`,
} satisfies Record<Mark, (inner: Html) => Html>
