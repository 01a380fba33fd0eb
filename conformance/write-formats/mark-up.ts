/** Text in XML and paragraphs in HTML, as every writer of mark-up needs them. */
import type { Dispatch } from '../story.ts'

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function paragraphs(body: string[]): string {
  return body.map((text) => `<p>${escaped(text)}</p>`).join('\n')
}

/** The element with its text, or nothing where there is no text. */
export function element(name: string, text: string | undefined, attributes = ''): string {
  if (text === undefined) return ''
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${escaped(text)}</${name.split(' ')[0]}>`
}

/** Lines without those that came out empty. */
export function lines(...all: string[]): string {
  return `${all.filter((line) => line !== '').join('\n')}\n`
}

export function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** `20260302T080000Z`, as NITF and NewsML 1 write times; what is no such time stays as it is. */
export function basicTime(iso: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:]+Z?$/.test(iso) ? iso.replace(/[-:]/g, '') : iso
}

/** A slugline with the words by which agencies number takes and new leads. */
export function versionedSlug({ slugline, take, writethru }: Dispatch): string {
  const part = take === undefined ? '' : `, Take ${take}`
  return `${slugline}${part}${writethru === undefined ? '' : `, ${writethru}st Ld-Writethru`}`
}
