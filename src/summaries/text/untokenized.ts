import type { Evidence } from '../summary.ts'

/** A text as people write it, and where its characters stood in what a tokenizer made of it. */
interface Untokenized {
  text: string
  /** From a position in `text` to the one in the text that was given, both in UTF-16 units. */
  placeOf: (position: number) => number
}

/** The paragraphs as people write them; undefined where no tokenizer took them apart. */
export function untokenizedArticle(paragraphs: readonly string[]):
  | {
      paragraphs: string[]
      /** From evidence in these paragraphs to the same in those that were given. */
      given: (evidence: Evidence) => Evidence
    }
  | undefined {
  if (!isTokenized(paragraphs)) return undefined
  const plain = paragraphs.map(untokenized)
  return {
    paragraphs: plain.map(({ text }) => text),
    given: ({ paragraph, start, end }) => {
      const placeOf = plain[paragraph - 1]?.placeOf ?? ((position: number) => position)
      return { paragraph, start: placeOf(start), end: placeOf(end) }
    },
  }
}

const parted = / [.,](?=\s|$)/gu
const joined = /\S(?<! )[.,](?=\s|$)/gu

/**
 * Whether it is text as summarizers print it who read and write words of the Penn Treebank's
 * tokenizer: marks parted from their words (`said .`, `do n't`), `-lrb-` for a bracket, two single
 * marks for a double one. There, more stops and commas stand by themselves than behind a word; a
 * single one may also be how a machine ends a caption.
 */
export function isTokenized(texts: readonly string[]): boolean {
  const apart = occurrences(parted, texts)
  return apart > 0 && apart > occurrences(joined, texts)
}

function occurrences(pattern: RegExp, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)
}

/** Brackets and quotation marks by name; and the gap before a mark or ending that was parted. */
const marks =
  /-l[rs]b- *|(?<! ) *-r[rs]b-|`` *|(?<! ) *''|(?<! ) +(?=[.,;:!?%](?:[\s"'”’)]|$)|(?:n't|'(?:s|re|ve|ll|d|m))\b)/giu
const meant = new Map(
  Object.entries({ '-lrb-': '(', '-lsb-': '[', '-rrb-': ')', '-rsb-': ']', '``': '"', "''": '"' }),
)

/** Marks and endings come back to their words; everything else stays as it is. */
export function untokenized(given: string): Untokenized {
  const shifts: { from: number; by: number }[] = []
  let by = 0
  const text = given.replace(marks, (mark: string, offset: number) => {
    const put = meant.get(mark.trim().toLowerCase()) ?? ''
    shifts.push({ from: offset - by + put.length, by: by + mark.length - put.length })
    by += mark.length - put.length
    return put
  })
  const placeOf = (position: number) =>
    position + (shifts.findLast(({ from }) => from <= position)?.by ?? 0)
  return { text, placeOf }
}
