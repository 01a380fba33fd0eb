import { align } from '../../src/summaries/checker/aligning/align.ts'
import { lexiconOf } from '../../src/summaries/language/lexicon.ts'
import { termsOf } from '../../src/summaries/language/terms.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import type { DescribedRow } from '../reports/describe.ts'

/** One word to learn from. */
export interface LabelledWord {
  row: DescribedRow
  /** Which sentence of the row, and which of the sentence's words that are described. */
  claim: number
  values: Float64Array
  /** Is it what was made wrong? Undefined where nobody can say. */
  wrong: boolean | undefined
}

const lexicon = lexiconOf(english)

/**
 * The words of all rows. In a true row none is wrong; in one made from a true text the words are
 * that this text has not in their place; of other wrong rows it is not known which.
 */
export function labelledWords(rows: readonly DescribedRow[]): LabelledWord[] {
  const partners = new Map(
    rows
      .filter(({ faithful, pair }) => faithful && pair !== undefined)
      .map((row) => [keyOf(row), row]),
  )
  return rows.flatMap((row) => {
    const partner = partners.get(keyOf(row))
    return row.words.flatMap((words, claim) => {
      const isWrong = judgeOf(row, row.texts[claim] as string, partner)
      return words.map(({ at, values }) => ({ row, claim, values, wrong: isWrong(at) }))
    })
  })
}

function keyOf({ source, pair }: DescribedRow): string {
  return `${source} ${pair}`
}

/** Sources whose wrong rows are right ones with one thing changed. */
const changedTexts = new Set(['synthetic', 'synthetic-reference', 'bump', 'invented'])

type Judge = (at: number) => boolean | undefined

function judgeOf(row: DescribedRow, text: string, partner: DescribedRow | undefined): Judge {
  if (row.faithful) return () => false
  if (!changedTexts.has(row.source)) return () => undefined
  if (partner?.texts.includes(text)) return () => false
  const original =
    row.original ?? partner?.texts.filter((one) => !row.texts.includes(one)).join(' ')
  if (!original) return () => undefined
  const { pairs } = align(termsOf(text, lexicon), termsOf(original, lexicon))
  return (at) => (pairs[at] as number) < 0
}
