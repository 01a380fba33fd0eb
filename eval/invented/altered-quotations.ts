import { quotedIn } from '../../src/summaries/checker/quoting/marks.ts'

/** A sentence of an article with a quotation, taken apart. */
export interface QuotedSentence {
  text: string
  /** What stands between the marks, and where. */
  words: string[]
  start: number
  end: number
  /** Names and plain words of the article that the sentence has not. */
  names: readonly string[]
  strangers: readonly string[]
  /** A sentence of the article without quotations. */
  plain: string | undefined
}

/** One way to make a quotation wrong, or nothing where the sentence does not lend itself. */
export type Alteration = (sentence: QuotedSentence) => string | undefined

const leastWords = 4

export function quotationIn(
  text: string,
): { start: number; end: number; words: string[] } | undefined {
  for (const { start, ends, opened, closed } of quotedIn(text)) {
    const end = ends.at(-1) as number
    const words = text.slice(start, end).split(' ')
    const isPlain =
      words.every((word) => /[\p{L}\p{N}]/u.test(word)) && !/["“”‘]/.test(words.join(' '))
    const isClosed = closed && !/^[\p{L}'’]/u.test(text.slice(end + 1))
    if (opened && isClosed && isPlain && words.length >= leastWords) return { start, end, words }
  }
  return undefined
}

function inside(
  change: (words: string[], sentence: QuotedSentence) => string[] | undefined,
): Alteration {
  return (sentence) => {
    const words = change([...sentence.words], sentence)
    return (
      words &&
      sentence.text.slice(0, sentence.start) + words.join(' ') + sentence.text.slice(sentence.end)
    )
  }
}

function outside(
  pattern: RegExp,
  change: (found: string, sentence: QuotedSentence) => string | undefined,
): Alteration {
  return (sentence) => {
    const { text, start, end } = sentence
    const behind = pattern.exec(text.slice(end))
    const before = behind ? null : pattern.exec(text.slice(0, start))
    const found = behind ?? before
    const other = found && change(found[0], sentence)
    if (!found || !other) return undefined
    const at = found.index + (behind ? end : 0)
    return text.slice(0, at) + other + text.slice(at + found[0].length)
  }
}

/** Replaces the words of a word, and leaves its punctuation. */
function inItsPlace(word: string, other: string): string {
  return word.replace(/[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*/u, () => other)
}

function atPlace(
  place: number,
  change: (words: string[], at: number, stranger: string) => string[] | undefined,
): Alteration {
  return inside((words, { strangers }) => {
    const [stranger] = strangers
    return stranger === undefined
      ? undefined
      : change(words, Math.round(place * (words.length - 1)), stranger)
  })
}

const drop = (words: string[], at: number) => words.toSpliced(at, 1)
const replace = (words: string[], at: number, stranger: string) =>
  words.toSpliced(at, 1, inItsPlace(words[at] as string, stranger))
const insert = (words: string[], at: number, stranger: string) => words.toSpliced(at, 0, stranger)
const append = (words: string[], at: number, stranger: string) => {
  const last = words[at] as string
  const mark = /[.,;:!?]*$/.exec(last)?.[0] ?? ''
  return words.toSpliced(at, 1, last.slice(0, last.length - mark.length), stranger + mark)
}
const swap = (words: string[], at: number) => {
  const [first, second] = [words[at], words[at + 1]]
  if (first === undefined || second === undefined || first === second) return undefined
  return words.toSpliced(at, 2, second, first)
}

const otherForms: Record<string, string> = {
  is: 'was',
  was: 'is',
  are: 'were',
  were: 'are',
  has: 'had',
  had: 'has',
  have: 'had',
  will: 'would',
  would: 'will',
  can: 'could',
  could: 'can',
  do: 'did',
  did: 'do',
}

function exchanged(table: (word: string) => string | undefined) {
  return inside((words) => {
    const at = words.findIndex((word) => table(word) !== undefined)
    return at < 0 ? undefined : words.toSpliced(at, 1, table(words[at] as string) as string)
  })
}

const name =
  /\b(?!(?:On|In|At|By|For|From|But|The|Since|After|Before|Last|This|When|While|Under|According) )\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+)+/u
const speaker =
  /(?<=\b(?:said|says|told|added|asked|wrote) )\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+)*|\b\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+)*(?= (?:said|says|told|added|asked|wrote)\b)/u

/** Every way in which a quotation or its speaker is made wrong, by name. */
export const alterations: Record<string, Alteration> = {
  'first word dropped': atPlace(0, drop),
  'middle word dropped': atPlace(0.5, drop),
  'last word dropped': atPlace(1, drop),
  'first word replaced': atPlace(0, replace),
  'middle word replaced': atPlace(0.5, replace),
  'last word replaced': atPlace(1, replace),
  'word put first': atPlace(0, insert),
  'word put in the middle': atPlace(0.5, insert),
  'word put last': atPlace(1, append),
  'first words exchanged': atPlace(0, swap),
  'middle words exchanged': atPlace(0.5, swap),
  'last words exchanged': inside((words) => swap(words, words.length - 2)),
  'another number': exchanged((word) =>
    /\d/.test(word) ? word.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : undefined,
  ),
  'negation added': inside((words) => {
    const at = words.findIndex((word) => word.toLowerCase() in otherForms)
    return at < 0 ? undefined : words.toSpliced(at + 1, 0, 'not')
  }),
  'negation dropped': inside((words) => {
    const at = words.findIndex((word) => /^(not|never)$|n['’]t$/i.test(word))
    if (at < 0) return undefined
    const left = (words[at] as string).replace(/^(not|never)$|n['’]t$/i, '')
    return left === '' ? words.toSpliced(at, 1) : words.toSpliced(at, 1, left)
  }),
  'another tense': exchanged((word) => otherForms[word]),
  'marks widened to the right': ({ text, end }) => {
    const mark = text[end] as string
    const behind = /^(?:[\s,]*[\p{L}\p{N}'’.,-]+){2}/u.exec(text.slice(end + 1))?.[0]
    return behind === undefined
      ? undefined
      : text.slice(0, end) + behind + mark + text.slice(end + 1 + behind.length)
  },
  'marks widened to the left': ({ text, start }) => {
    const mark = text[start - 1] as string
    const before = /(?<=^|\s)(?:[\p{L}\p{N}][\p{L}\p{N}.,-]*[\s,:]*){2}$/u.exec(
      text.slice(0, start - 1),
    )?.[0]
    return before === undefined
      ? undefined
      : text.slice(0, start - 1 - before.length) + mark + before + text.slice(start)
  },
  'marks around unquoted words': ({ plain }) => {
    const words = plain?.split(' ') ?? []
    if (words.length < 8) return undefined
    return [...words.slice(0, 3), `"${words.slice(3, 7).join(' ')}"`, ...words.slice(7)].join(' ')
  },
  'another speaker': outside(speaker, (_, { names }) => names[0]),
  'another name in the sentence': outside(name, (_, { names }) => names[0]),
  'pronoun of the other gender': outside(
    /(?<![\p{L}'’])(he|she|He|She)(?![\p{L}'’])/u,
    (found) => ({ he: 'she', she: 'he', He: 'She', She: 'He' })[found],
  ),
  'denied for said': outside(/(?<![\p{L}'’])(said|says)(?![\p{L}'’])/u, () => 'denied'),
  'two quotations merged': ({ text }) => {
    const merged = text.replace(/[,.]?["”] ([^"“”]{3,60}), ["“](?=\p{Ll})/u, ' ')
    return merged === text ? undefined : merged
  },
  'word of an inner quotation replaced': ({ text, strangers }) => {
    const [stranger] = strangers
    const changed = text.replace(
      /(["“][^"“”]* ['‘])([\p{L}]+)( [^"“”'’]+['’][^"“”]*["”])/u,
      (_, before: string, word: string, behind: string) => before + (stranger ?? word) + behind,
    )
    return changed === text ? undefined : changed
  },
}
