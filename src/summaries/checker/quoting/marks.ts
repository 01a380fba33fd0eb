/** What stands between two quotation marks, marks not included, in UTF-16 units of its text. */
export interface Quoted {
  start: number
  /** Where it may end: an apostrophe behind a word may be a closing mark or none. */
  ends: readonly number[]
  /** Both marks stand in the text. A quotation may go on in the sentence or paragraph after it. */
  opened: boolean
  closed: boolean
}

type Side = 'opens' | 'closes' | undefined

interface Mark {
  at: number
  side: Side
}

const doubleMarks = /["“”„«»]/g
const singleMarks = /['‘’‚‹›`]/g
const opensBySight = new Set('“„«‘‚‹`')
const closesBySight = new Set('”»’›')

/** Every quotation of a text, in double marks or single ones, also one inside another. */
export function quotedIn(text: string): Quoted[] {
  return [
    ...pairsOf(marksIn(text, doubleMarks), text, true),
    ...pairsOf(marksIn(text, singleMarks), text, false),
  ]
}

function marksIn(text: string, pattern: RegExp): Mark[] {
  return [...text.matchAll(pattern)].map(({ index }) => ({ at: index, side: sideOf(text, index) }))
}

/** An opening mark stands before a word and behind a gap, a closing one the other way round. */
function sideOf(text: string, at: number): Side {
  const opens = gapBefore.test(text.slice(Math.max(0, at - 2), at))
  const closes = gapBehind.test(text.slice(at + 1, at + 3))
  if (opens !== closes) return opens ? 'opens' : 'closes'
  const mark = text[at] as string
  if (opensBySight.has(mark) && opens) return 'opens'
  return closesBySight.has(mark) && closes ? 'closes' : undefined
}

const gapBefore = /(^|[\s([{\-–—/"“”„«»'‘’‚‹›`])$/u
const gapBehind = /^($|[\s)\]}\-–—/.,;:!?…"“”„«»'‘’‚‹›`])/u

/**
 * Double marks are quotations even where one of the pair is missing. A single one is an apostrophe
 * unless it has a partner; between its opening and the next, the last that may close does.
 */
function pairsOf(marks: readonly Mark[], text: string, double: boolean): Quoted[] {
  const found: Quoted[] = []
  let open: number | undefined
  let ends: number[] = []
  const close = (closed: boolean, end: number) => {
    if (open !== undefined && (closed || double))
      found.push({ start: open, ends: closed ? ends : [end], opened: true, closed })
    open = undefined
    ends = []
  }
  for (const { at, side } of marks) {
    const isOpening = side === 'opens' || (side === undefined && open === undefined && double)
    if (isOpening) {
      close(ends.length > 0, at)
      open = at + 1
    } else if (open !== undefined) {
      ends.push(at)
      if (double) close(true, at)
    } else if (double && side === 'closes' && !/\d/.test(text[at - 1] ?? '')) {
      found.push({ start: 0, ends: [at], opened: false, closed: true })
    }
  }
  close(ends.length > 0, text.length)
  return found
}
