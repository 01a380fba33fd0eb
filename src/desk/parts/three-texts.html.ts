import type { Block } from '../../articles/articles.ts'
import { markupOf } from '../../articles/articles.ts'
import type { Chunk, FieldChunk, Merging } from '../../articles/articles.ts'
import { html, type Html } from '../../web/html/html.ts'

const kinds: Record<Chunk<unknown>['kind'], string> = {
  same: 'same',
  wire: 'wire changed',
  house: 'we changed',
  both: 'both changed alike',
  conflict: 'both changed',
}

/**
 * Old wire text, new wire text, our text, side by side; on a narrow screen one below the other. In
 * a form, each place that both sides changed asks what shall stand there.
 */
export function threeTexts(merging: Merging, choosing: boolean): Html {
  const fields = merging.fields.filter(({ kind }) => kind !== 'same')
  return html`<table class="three"><caption class="vh">The three texts</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Old wire text</th><th scope="col">New wire text</th><th scope="col">Our text</th></tr></thead>
<tbody>${fields.map((chunk) => fieldRow(chunk, choosing))}${merging.blocks.map((chunk, i) => blockRow(chunk, i, choosing))}</tbody></table>`
}

function fieldRow(chunk: FieldChunk, choosing: boolean): Html {
  const texts = [chunk.old, chunk.wire, chunk.house].map(fieldText)
  return row(chunk.field, chunk.kind, texts, choosing ? `field-${chunk.field}` : undefined)
}

function blockRow(chunk: Chunk<Block[]>, place: number, choosing: boolean): Html {
  const texts = [chunk.old, chunk.wire, chunk.house].map(markupOf)
  return row(`¶ ${place + 1}`, chunk.kind, texts, choosing ? `block-${place}` : undefined)
}

function row(name: string, kind: Chunk<unknown>['kind'], texts: string[], field?: string): Html {
  const columns = ['Old wire text', 'New wire text', 'Our text']
  return html`<tr class="${kind}"><th scope="row">${name} <small>${kinds[kind]}</small></th>${texts.map(
    (text, i) =>
      html`<td data-column="${columns[i] ?? ''}" dir="auto">${text || html`<i>nothing</i>`}</td>`,
  )}</tr>
${kind === 'conflict' && field !== undefined && choice(name, field, texts)}`
}

function choice(name: string, field: string, [, , house = '']: string[]): Html {
  return html`<tr class="choice"><th scope="row"><span class="vh">${name}: </span>What shall stand</th><td colspan="3">
<label class="box"><input type="radio" name="${field}" value="house" required> our text</label>
<label class="box"><input type="radio" name="${field}" value="wire"> the wire’s new text</label>
<label class="box"><input type="radio" name="${field}" value="words"> these words:</label>
<textarea name="${field}-words" rows="3" aria-label="${name}: these words">${house}</textarea></td></tr>`
}

function fieldText(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
