/**
 * HTML by template tag. Every interpolated value is escaped for text and for double-quoted
 * attributes; only what came out of `html` or `trusted` goes in as it is. Objects cannot be
 * interpolated, so that no "[object Object]" reaches a reader.
 */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

export type Part = Html | string | number | false | null | undefined | readonly Part[]

/** Builds markup: `` html`<p class="${name}">${text}</p>` ``. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? ''
  parts.forEach((part, index) => {
    markup += drawn(part) + (strings[index + 1] ?? '')
  })
  return new Html(markup)
}

/** Markup that this program wrote itself: a style sheet, an icon, JSON already made safe. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** JSON inside a `<script>` element; no text in it can close the element. */
export function jsonScript(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function drawn(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  if (part instanceof Html) return part.toString()
  return part.map(drawn).join('')
}
