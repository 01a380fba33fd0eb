import type { Article } from '../../articles/articles.ts'
import type { Database, Engine } from '../../database/database.ts'
import { newId } from '../../database/database.ts'
import type { FlagRow } from './flags.queries.ts'
import * as flags from './flags.queries.ts'
import { sentencesIn, withdraw } from '../life.ts'
import { noteEvent, noteSummaryChange } from '../register/record.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'
import { summaryOf } from '../summaries.ts'
import type { SummarySentence } from '../summary.ts'

/** The most that a reader may say with a flag, in characters. */
export const longestReason = 300

export interface FlagForm {
  /** The number of the sentence, from 1. */
  sentence: number
  reason: string
  /** The summary that the reader saw, where the form says. */
  summaryId?: string
}

export type Flagging =
  { flagged: { id: string } } | { refused: 'no-sentence' | 'too-long' | 'changed' }

/** Takes in "this sentence is wrong": a task for the desk, and one line in the register once answered. */
export async function flagSentence(
  engine: Engine,
  article: Article,
  form: FlagForm,
  now: Date,
): Promise<Flagging> {
  if (form.reason.length > longestReason) return { refused: 'too-long' }
  return engine.write(async (tx) => {
    const { summary } = await summaryOf(tx, article)
    if (form.summaryId !== undefined && form.summaryId !== summary?.id)
      return { refused: 'changed' }
    const sentence = summary?.sentences[form.sentence - 1]
    if (summary?.id === undefined || !sentence) return { refused: 'no-sentence' }
    const id = newId(now)
    await flags.insertFlag(tx, {
      id,
      article_id: article.id,
      summary_id: summary.id,
      revision: summary.revision,
      sentence: form.sentence,
      text: sentence.text,
      reason: form.reason === '' ? null : form.reason,
      created_at: now.toISOString(),
      answered_at: null,
      answered_by: null,
      upheld_at: null,
      answer: null,
    })
    return { flagged: { id } }
  })
}

export interface Answer {
  upheld: boolean
  /** Words for the reader and the register. */
  answer: string
  /** What the sentence should say; where nothing is given, it is taken out. */
  correction?: SummarySentence | undefined
}

/**
 * Answers a reader's flag. Where the reader was right, the sentence leaves every summary of the
 * article at once and no machine brings it back.
 */
export async function answerFlag(
  tx: Database,
  editor: string,
  flag: FlagRow,
  { upheld, answer, correction }: Answer,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await flags.answerFlags(
    tx,
    { articleId: flag.article_id, text: flag.text },
    { answered_at: at, answered_by: editor, upheld_at: upheld ? at : null, answer },
  )
  if (upheld) {
    await queries.strike(tx, { article_id: flag.article_id, text: flag.text, struck_at: at })
    for (const row of await queries.liveRows(tx, flag.article_id)) {
      if (sentencesIn(row.sentences).some(({ text }) => text === flag.text))
        await takeOut(tx, editor, row, { text: flag.text, answer, correction }, now)
    }
  }
  await noteSummaryChange(tx, flag.article_id, now)
}

async function takeOut(
  tx: Database,
  editor: string,
  row: SummaryRow,
  wrong: { text: string; answer: string; correction?: SummarySentence | undefined },
  now: Date,
): Promise<void> {
  const { text, answer, correction } = wrong
  const before = sentencesIn(row.sentences)
  const after = before.flatMap((sentence) => {
    if (sentence.text !== text) return [sentence]
    return correction ? [correction] : []
  })
  const number = before.findIndex((sentence) => sentence.text === text) + 1
  if (after.length === 0) {
    await withdraw(tx, row, { who: editor, reason: answer }, now)
  } else {
    await queries.updateSummary(tx, row.id, {
      sentences: JSON.stringify(after),
      fresh: row.fresh + (correction ? 1 : 0),
    })
  }
  await noteEvent(
    tx,
    row,
    {
      what: after.length === 0 ? 'withdrawn' : 'corrected',
      who: editor,
      detail: { because: 'flag', sentence: number, before: text, after: correction?.text ?? null },
      publicWords: `A reader said that sentence ${number} was wrong, and was right. ${answer}`,
    },
    now,
  )
}
