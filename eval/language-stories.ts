import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleText } from '../src/summaries/summaries-tools.ts'

/**
 * An invented story with sentences that are true of it, each with what makes it wrong. A file has
 * the headline, a line `DATE HALF`, the paragraphs, a line `---`, and then lines of these kinds:
 *
 *     + short | A true sentence.          what was done to the article's wording
 *     number | 41 → 47                    the sentence above, with one exchange
 *     role | Ada ↔ Bea                    the same, with two places swapped
 *     condition = A wrong sentence.       one that is no exchange
 */
export interface Story {
  language: string
  name: string
  /** The lists of words were written with an eye on the one half, and not on the other. */
  half: 'develop' | 'held-out'
  article: ArticleText
  pairs: Pair[]
}

export interface Pair {
  /** How the sentence came from the article: `copy`, `short`, `order`, `words`, `join`. */
  kind: string
  text: string
  wrong: { type: string; text: string }[]
}

const folder = join(import.meta.dirname, 'languages')

/** The stories of every language, by tag; all of them are part of the repository. */
export function readStories(): Map<string, Story[]> {
  const tags = readdirSync(folder).sort()
  return new Map(
    tags.map((tag) => [
      tag,
      readdirSync(join(folder, tag))
        .sort()
        .map((file) => storyIn(readFileSync(join(folder, tag, file), 'utf8'), tag, file)),
    ]),
  )
}

/** Throws, naming the file and the line, where a story does not follow the form above. */
export function storyIn(text: string, language: string, file: string): Story {
  const [above = '', below = ''] = text.split('\n---\n')
  const [headline = '', dated = '', ...rest] = above.split('\n')
  const [date = '', half] = dated.split(' ')
  if (half !== 'develop' && half !== 'held-out')
    throw new Error(`${language}/${file}: the second line says neither develop nor held-out`)
  const paragraphs = rest.filter((line) => line.trim() !== '')
  const pairs: Pair[] = []
  for (const line of below.split('\n').filter((each) => each !== '')) {
    const opening = /^\+ (\w+) \| (.+)$/.exec(line)
    if (opening) pairs.push({ kind: opening[1] ?? '', text: opening[2] ?? '', wrong: [] })
    else pairs.at(-1)?.wrong.push(wrongIn(line, pairs.at(-1)?.text ?? '', `${language}/${file}`))
  }
  const article = { headline, paragraphs, language, publishedAt: `${date}T08:00:00Z` }
  return { language, name: file.replace(/\.txt$/, ''), half, article, pairs }
}

function wrongIn(line: string, base: string, file: string): { type: string; text: string } {
  const [, type = '', sign, told = ''] = /^([\w-]+) ([|=]) (.+)$/.exec(line) ?? []
  if (sign === '=') return { type, text: told.trim() }
  const [, from = '', arrow, to = ''] = /^(.+?) ([→↔]) ?(.*)$/.exec(told) ?? []
  const pieces = base.split(from)
  if (from === '' || pieces.length !== 2)
    throw new Error(`${file}: “${line}” does not name one place of “${base}”`)
  if (arrow === '→') return { type, text: opened(pieces.join(to)) }
  if (base.split(to).length !== 2)
    throw new Error(`${file}: “${line}” does not name two places of “${base}”`)
  const text = base.replace(to, '\u0000').replace(from, to).replace('\u0000', from)
  return { type, text: opened(text) }
}

/** With the capital letter that a sentence begins with. */
function opened(text: string): string {
  const trimmed = text.trim()
  return trimmed.charAt(0).toLocaleUpperCase() + trimmed.slice(1)
}
