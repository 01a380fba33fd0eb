import type { Article } from '../../articles/articles.ts'
import { openArticle } from '../../articles/articles.ts'
import type { Database, Engine } from '../../database/database.ts'
import { sentencesIn, withdraw } from '../life.ts'
import { noteEvent, noteSummaryChange } from '../register/record.ts'
import type { SummaryRow } from '../summaries.queries.ts'
import * as queries from '../summaries.queries.ts'
import { check } from '../summaries-tools.ts'
import type { SummarySentence } from '../summary.ts'
import { articleTextOf } from '../text/article-text.ts'
import { visibleText } from '../text/invisible.ts'

/** What an editor decides about one sentence: its words as they shall stand, or that it goes. */
export type Decision = { text: string } | { out: true }

export type Examined =
  | { done: true }
  /** The article was edited meanwhile, or somebody else was faster. */
  | { refused: 'overtaken' }
  /** A sentence that the editor wrote does not pass the check. */
  | { refused: 'not-supported'; sentence: number; findings: string[] }
  | { refused: 'nothing-left' }

/** Lets a summary go out as the editor wants it; every sentence of theirs is checked as well. */
export async function examine(
  engine: Engine,
  editor: string,
  id: string,
  decisions: readonly Decision[],
  now: Date,
): Promise<Examined> {
  return engine.write(async (tx) => {
    const found = await underExamination(tx, id, now)
    if (!found) return { refused: 'overtaken' }
    const { row, article } = found
    const before = sentencesIn(row.sentences)
    const after: SummarySentence[] = []
    for (const [i, sentence] of before.entries()) {
      const decision = decisions[i] ?? { text: sentence.text }
      if ('out' in decision) continue
      const next = written(editor, sentence, decision.text, article)
      if ('findings' in next)
        return { refused: 'not-supported', sentence: i + 1, findings: next.findings }
      after.push(next)
    }
    if (after.length === 0) return { refused: 'nothing-left' }
    await queries.updateSummary(tx, id, {
      sentences: JSON.stringify(after),
      fresh: after.filter(({ since }) => since === undefined).length,
      examined_at: now.toISOString(),
      examiner: editor,
      shown_at: row.shown_at ?? now.toISOString(),
    })
    const detail = changesBetween(before, after, decisions)
    await noteEvent(tx, row, { what: 'examined', who: editor, detail }, now)
    await noteSummaryChange(tx, row.article_id, now)
    return { done: true }
  })
}

/** Refuses a summary; where readers saw it, they learn why it went. */
export async function reject(
  engine: Engine,
  editor: string,
  id: string,
  reason: string,
  now: Date,
): Promise<Examined> {
  return engine.write(async (tx) => {
    const row = await queries.summaryById(tx, id)
    if (!row || row.withdrawn_at !== null) return { refused: 'overtaken' }
    await withdraw(tx, row, { who: editor, reason }, now)
    const wasShown = row.shown_at !== null
    await noteEvent(
      tx,
      row,
      {
        what: wasShown ? 'withdrawn' : 'rejected',
        who: editor,
        detail: { reason, sentences: sentencesIn(row.sentences).map(({ text }) => text) },
        ...(wasShown ? { publicWords: `An editor took it down. ${reason}` } : {}),
      },
      now,
    )
    await noteSummaryChange(tx, row.article_id, now)
    return { done: true }
  })
}

/** The sentence in an editor's words, with the passage that the checker finds for it. */
export function written(
  editor: string,
  before: SummarySentence,
  words: string,
  article: Article,
): SummarySentence | { findings: string[] } {
  const text = visibleText(words)
  if (text === before.text) return before
  const result = check(articleTextOf(article), [text]).sentences[0]
  if (result?.verdict !== 'supported') return { findings: result?.findings ?? [] }
  const { evidence, score } = result
  return { text, evidence, score, editedBy: editor }
}

async function underExamination(
  tx: Database,
  id: string,
  now: Date,
): Promise<{ row: SummaryRow; article: Article } | undefined> {
  const row = await queries.summaryById(tx, id)
  if (!row || row.withdrawn_at !== null) return undefined
  const article = await openArticle(tx, row.article_id, now)
  return article?.revision === row.revision ? { row, article } : undefined
}

/** What the record says of an examination: which words were changed, and which taken out. */
function changesBetween(
  before: readonly SummarySentence[],
  after: readonly SummarySentence[],
  decisions: readonly Decision[],
): object {
  const kept = before.filter((_, i) => !('out' in (decisions[i] ?? {})))
  return {
    sentences: after.length,
    changed: kept.flatMap(({ text }, i) =>
      text === after[i]?.text ? [] : [{ before: text, after: after[i]?.text }],
    ),
    rejected: before.filter((_, i) => 'out' in (decisions[i] ?? {})).map(({ text }) => text),
  }
}
