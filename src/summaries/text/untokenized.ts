/** A text as people write it, and where its characters stood in what a tokenizer made of it. */
export interface Untokenized {
  text: string
  /** From a position in `text` to the one in the text that was given, both in UTF-16 units. */
  placeOf: (position: number) => number
}

/**
 * What summarizers print who read and write words of the Penn Treebank's tokenizer: marks parted
 * from their words (`said .`, `do n't`), `-lrb-` for a bracket, two single marks for a double one.
 * French parts some marks itself, but no full stop and no comma.
 */
const signs = /[\p{L}\p{N}] [.,](?:\s|$)|\p{L} n't\b|-[lr][rs]b-|``/iu

/** Brackets and quotation marks by name; and the gap before a mark or ending that was parted. */
const marks =
  /-l[rs]b- *|(?<! ) *-r[rs]b-|`` *|(?<! ) *''|(?<! ) +(?=[.,;:!?%](?:[\s"'”’)]|$)|(?:n't|'(?:s|re|ve|ll|d|m))\b)/giu
const meant = new Map(
  Object.entries({ '-lrb-': '(', '-lsb-': '[', '-rrb-': ')', '-rsb-': ']', '``': '"', "''": '"' }),
)

/** Whether the text shows that a tokenizer took it apart. */
export function isTokenized(text: string): boolean {
  return signs.test(text)
}

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
