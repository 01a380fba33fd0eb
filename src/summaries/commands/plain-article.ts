import type { ArticleText } from '../checker/source.ts'
import { unwrapped } from '../text/unwrapped.ts'

/** Longer first lines are text, not headlines. */
const longestHeadline = 250

/**
 * An article from plain text: the first line is the headline, unless it is all there is or ends
 * like a sentence; a blank line parts paragraphs or, where there is none, every line is one.
 */
export function articleFromText(text: string): ArticleText {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '')
    .trim()
  const [first = '', ...rest] = clean.split('\n')
  const isHeadline =
    rest.length > 0 && first.length <= longestHeadline && !/[.!?…]["'”’»]?\s*$/.test(first)
  const body = isHeadline ? rest.join('\n') : clean
  const paragraphs = paragraphsOf(body)
  return isHeadline ? { headline: first.trim(), paragraphs } : { paragraphs }
}

function paragraphsOf(wrapped: string): string[] {
  const body = unwrapped(wrapped)
  const blocks = /\S\s*\n\s*\n/.test(body) ? body.split(/\n\s*\n/) : body.split('\n')
  return blocks.map((block) => block.replaceAll('\n', ' ').trim()).filter((block) => block !== '')
}
