import type { Article, ArticleContent } from '../articles/articles.ts'
import { paragraphsOf } from '../articles/articles.ts'
import type { Database } from '../database/database.ts'
import { newId, together } from '../database/database.ts'
import { saysTheSame } from './text/article-text.ts'
import { carriedSentences } from './carry.ts'
import { checksOf, chosenFrom, siteExtract } from './extract/chosen.ts'
import type { SummaryPolicy } from './policy/policy.ts'
import { policyIn } from './policy/policy.ts'
import { askForRevision } from './models/asking.ts'
import { noteEvent, noteSummaryChange } from './register/record.ts'
import { permissionFor } from './policy/refusal.ts'
import type { SummaryRow } from './summaries.queries.ts'
import * as queries from './summaries.queries.ts'
import type { SummarySentence } from './summary.ts'

/**
 * Follows a new revision of an article, in the transaction that makes it: takes down every summary
 * of the text before, brings over what is still true of the new one, and chooses an extract anew.
 * No reader ever sees the text with the summary of another one.
 */
export async function summariseRevision(tx: Database, article: Article, now: Date): Promise<void> {
  const isNew = article.revision === 1
  const [policy, struck, before] = await together([
    policyIn(tx),
    // A first revision has no past.
    isNew ? [] : queries.struckTexts(tx, article.id),
    isNew ? [] : queries.liveRowsWithText(tx, article.id),
    noteSummaryChange(tx, article.id, now),
  ])
  const permission = permissionFor(article, policy)
  const known = before.flatMap(({ row }) => sentencesIn(row.sentences))
  let hasExtract = false
  for (const { row, told } of before) {
    const follower = { article, struck, permission: permission.summary, policy }
    const content = told === null ? undefined : (JSON.parse(told) as ArticleContent)
    const next = await follow(tx, follower, row, content, now)
    if (next && row.method === 'extract') hasExtract = true
  }
  if (permission.summary === 'none') return
  const hasNews = hasExtract || (await insertExtract(tx, article, { struck, policy, known }, now))
  // A brief has no summary, so there is nothing to ask for either.
  if (hasNews && policy.make === 'each-revision' && permission.summary === 'model')
    await askForRevision(tx, article, now)
}

interface Follower {
  article: Article
  /** What editors struck out of summaries before. */
  struck: readonly string[]
  permission: 'none' | 'extract' | 'model'
  policy: SummaryPolicy
}

/** Takes one summary down and, where something of it stands, puts it up again for the new text. */
async function follow(
  tx: Database,
  { article, struck, permission, policy }: Follower,
  row: SummaryRow,
  /** What the article said when it was made. */
  before: ArticleContent | undefined,
  now: Date,
): Promise<boolean> {
  const same = before !== undefined && saysTheSame(told(before, article), article)
  const { kept, fallen } = carriedSentences(
    sentencesIn(row.sentences),
    row.revision,
    before === undefined ? [] : paragraphsOf(before.body),
    paragraphsOf(article.body),
    (texts) => checksOf(texts, article, struck),
  )
  const mayStay = permission === 'model' || (permission === 'extract' && row.method === 'extract')
  // An extract is chosen anew from a changed text; it costs nothing, and the news may be elsewhere.
  const carries = mayStay && kept.length > 0 && (same || row.method !== 'extract')
  await withdraw(tx, row, { who: 'standfirst', reason: 'The article was edited.' }, now)
  await noteFall(tx, row, { article, fallen, mayStay, carried: carries ? kept.length : 0 }, now)
  if (!carries) return false
  const isExamined = same && fallen.length === 0 && row.examined_at !== null
  const mayShow = policy[row.method === 'extract' ? 'extract' : 'model'] === 'at-once'
  await queries.insertSummary(tx, {
    ...row,
    id: newId(now),
    revision: article.revision,
    sentences: JSON.stringify(kept),
    created_at: now.toISOString(),
    // The examiner judged it as an account of the whole text, also of what it leaves out; so an
    // examination holds only where no word of that text changed.
    examined_at: isExamined ? row.examined_at : null,
    examiner: isExamined ? row.examiner : null,
    shown_at: isExamined || mayShow ? now.toISOString() : null,
    withdrawn_at: null,
    fresh: 0,
  })
  return true
}

function told(content: ArticleContent, { publishedAt }: Article) {
  return { ...content, publishedAt }
}

async function noteFall(
  tx: Database,
  row: SummaryRow,
  fall: { article: Article; fallen: number[]; mayStay: boolean; carried: number },
  now: Date,
): Promise<void> {
  const { article, fallen, mayStay, carried } = fall
  const total = sentencesIn(row.sentences).length
  const publicWords = mayStay
    ? `The article was edited (revision ${article.revision}). ${fallen.length} of ${total} sentences rested on what changed and ${fallen.length === 1 ? 'was' : 'were'} taken down.`
    : `The article was edited (revision ${article.revision}) and has no machine summary any more.`
  const isNews = row.shown_at !== null && (fallen.length > 0 || !mayStay)
  // An extract that nobody examined and that stayed true is no matter for the record.
  if (!isNews && row.method === 'extract' && row.examined_at === null) return
  await noteEvent(
    tx,
    row,
    {
      what: 'withdrawn',
      who: 'standfirst',
      detail: { because: 'edit', toRevision: article.revision, fallen, carried },
      ...(isNews ? { publicWords } : {}),
    },
    now,
  )
}

/** Takes a summary away from every reader. */
export async function withdraw(
  tx: Database,
  row: SummaryRow,
  { who, reason }: { who: string; reason: string },
  now: Date,
): Promise<void> {
  await queries.updateSummary(tx, row.id, {
    withdrawn_at: now.toISOString(),
    withdrawn_by: who,
    withdrawn_reason: reason,
  })
}

/** Chooses the extract of this revision; false where the article is too short to need one. */
export async function insertExtract(
  tx: Database,
  article: Article,
  { struck, policy, known }: Pick<Follower, 'struck' | 'policy'> & { known: SummarySentence[] },
  now: Date,
): Promise<boolean> {
  const sentences = siteExtract(chosenFrom(article, struck), policy).map((sentence) => {
    const since = known.find((each) => each.text === sentence.text)
    return since ? { ...sentence, since: since.since ?? article.revision - 1 } : sentence
  })
  if (sentences.length === 0) return false
  const row = rowOf(article, {
    method: 'extract',
    sentences,
    isShown: policy.extract === 'at-once',
    fresh: sentences.filter(({ since }) => since === undefined).length,
    now,
  })
  await queries.insertSummary(tx, row)
  return true
}

export function rowOf(
  article: Pick<Article, 'id' | 'revision'>,
  made: {
    method: string
    sentences: SummarySentence[]
    isShown: boolean
    fresh: number
    now: Date
    provenance?: object
  },
): SummaryRow {
  const at = made.now.toISOString()
  return {
    id: newId(made.now),
    article_id: article.id,
    revision: article.revision,
    method: made.method,
    sentences: JSON.stringify(made.sentences),
    created_at: at,
    examined_at: null,
    examiner: null,
    withdrawn_at: null,
    shown_at: made.isShown ? at : null,
    withdrawn_by: null,
    withdrawn_reason: null,
    fresh: made.fresh,
    provenance: made.provenance === undefined ? null : JSON.stringify(made.provenance),
  }
}

export function sentencesIn(json: string): SummarySentence[] {
  return JSON.parse(json) as SummarySentence[]
}
