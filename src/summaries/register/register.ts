import { openArticle } from '../../articles/articles.ts'
import type { Database } from '../../database/database.ts'
import type { FlagFigures } from '../flags/flags.queries.ts'
import { answeredFlags, flagFigures } from '../flags/flags.queries.ts'
import { modelDays } from '../models/requests.queries.ts'
import * as queries from '../summaries.queries.ts'

/** How many lines the register shows, the newest first. */
const shown = 1000
/** Below this many sentences a share says nothing, and none is given. */
export const fewestForShare = 500

/** What the site says in public about the errors of its machine summaries. */
export interface Register {
  entries: Entry[]
  figures: Figures
  model?: ModelState
}

export interface Entry {
  at: string
  what: 'withdrawn' | 'corrected' | 'stands'
  /** Why, in words. */
  words: string
  method: string
  revision: number
  /** Absent where readers may not see the story any more. */
  article?: { slug: string; headline: string }
}

export interface Figures extends FlagFigures {
  /** Different sentences that readers were shown. */
  sentences: { extract: number; model: number }
  /** Wrong sentences by sentences shown; absent while there are too few to say. */
  share?: { value: number; low: number; high: number }
}

export interface ModelState {
  lastAnswerAt?: string
  lastFailureAt?: string
  /** Of the last 30 days with any. */
  requests: number
  failures: number
  withheld: number
  sentences: number
}

export async function registerOf(db: Database, now: Date): Promise<Register> {
  const [events, answers, sentences, flags, days] = await Promise.all([
    queries.publicEventRows(db, shown),
    answeredFlags(db, shown),
    queries.shownSentences(db),
    flagFigures(db),
    modelDays(db, 30),
  ])
  const lines = [
    ...events.map((row) => ({
      articleId: row.article_id,
      at: row.at,
      what: row.what === 'corrected' ? ('corrected' as const) : ('withdrawn' as const),
      words: row.public_words ?? '',
      method: row.method,
      revision: row.revision,
    })),
    // A flag that was upheld stands there already, as what became of its sentence.
    ...(await answersThatStand(db, answers)),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  const entries = await withArticles(db, lines.slice(0, shown), now)
  const model = modelStateOf(days)
  return { entries, figures: figuresOf(sentences, flags), ...(model ? { model } : {}) }
}

type Line = Omit<Entry, 'article'> & { articleId: string }

async function answersThatStand(
  db: Database,
  answers: Awaited<ReturnType<typeof answeredFlags>>,
): Promise<Line[]> {
  const lines: Line[] = []
  const known = new Set<string>()
  for (const flag of answers) {
    const key = `${flag.article_id} ${flag.text}`
    if (flag.upheld_at !== null || known.has(key)) continue
    known.add(key)
    const summary = await queries.summaryById(db, flag.summary_id)
    lines.push({
      articleId: flag.article_id,
      at: flag.answered_at ?? '',
      what: 'stands',
      words: `A reader said that sentence ${flag.sentence} was wrong; it stands. ${flag.answer ?? ''}`,
      method: summary?.method ?? '',
      revision: flag.revision,
    })
  }
  return lines
}

async function withArticles(db: Database, lines: Line[], now: Date): Promise<Entry[]> {
  const ids = [...new Set(lines.map(({ articleId }) => articleId))]
  const found = await Promise.all(
    ids.map(async (id) => [id, await openArticle(db, id, now)] as const),
  )
  const articles = new Map(found)
  return lines.map(({ articleId, ...line }) => {
    const article = articles.get(articleId)
    return article
      ? { ...line, article: { slug: article.slug, headline: article.headline } }
      : // What was taken back is not said again.
        line
  })
}

function figuresOf(sentences: Figures['sentences'], flags: FlagFigures): Figures {
  const n = sentences.extract + sentences.model
  if (n < fewestForShare) return { sentences, ...flags }
  return { sentences, ...flags, share: shareOf(flags.wrongSentences, n) }
}

/** A share with its 95 % interval after Wilson, which holds for few errors too. */
function shareOf(wrong: number, n: number): { value: number; low: number; high: number } {
  const z = 1.96
  const value = wrong / n
  const middle = value + (z * z) / (2 * n)
  const reach = z * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return { value, low: Math.max(0, (middle - reach) / scale), high: (middle + reach) / scale }
}

function modelStateOf(days: Awaited<ReturnType<typeof modelDays>>): ModelState | undefined {
  if (days.length === 0) return undefined
  const sum = (of: (day: (typeof days)[number]) => number) =>
    days.reduce((total, day) => total + of(day), 0)
  const last = (of: (day: (typeof days)[number]) => string | null) =>
    days.map(of).find((at) => at !== null)
  const answer = last((day) => day.last_answer_at)
  const failure = last((day) => day.last_failure_at)
  return {
    ...(answer ? { lastAnswerAt: answer } : {}),
    ...(failure ? { lastFailureAt: failure } : {}),
    requests: sum((day) => day.requests),
    failures: sum((day) => day.failures),
    withheld: sum((day) => day.withheld),
    sentences: sum((day) => day.sentences),
  }
}
