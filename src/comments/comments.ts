import { createHash } from 'node:crypto'
import type { Database, Engine } from '../database/database.ts'
import { isId, newId, noteChange } from '../database/database.ts'
import type { Comment, Order } from './comment.ts'
import { topicsOf } from './comment.ts'
import type { CommentRow } from './comments.queries.ts'
import * as queries from './comments.queries.ts'
import { sorted } from './ranking.ts'
import type { CommentForm, Refused } from './screening.ts'
import { repeatMinutes, screened } from './screening.ts'

export type { Comment, Order } from './comment.ts'
export { orders, placeIn, talkParameters, variantOf } from './comment.ts'
export { commentCounts } from './comments.queries.ts'
export { conversation } from './pages/comments.html.ts'
export type { DeskComment } from './taking-down.ts'
export { newestComments, restore, takeDown } from './taking-down.ts'

export type Posting = { posted: { id: string; threadId: string } } | Refused

/** Takes a comment in. It stands under the article when this resolves, and survives a power cut. */
export async function postComment(
  engine: Engine,
  articleId: string,
  form: CommentForm,
  now: Date,
): Promise<Posting> {
  const draft = screened(form)
  if ('refused' in draft) return draft
  const fingerprint = createHash('sha256').update(draft.repeatKey).digest('base64url')
  const since = new Date(now.getTime() - repeatMinutes * 60_000).toISOString()
  return engine.write(async (tx): Promise<Posting> => {
    await engine.lock(tx, `comment:${articleId}:${fingerprint}`)
    const parent = await parentOf(tx, articleId, draft.parentId)
    if (parent === 'missing') {
      return { refused: 'no-parent', words: 'The comment that you answer is no longer there.' }
    }
    if (await queries.saidSince(tx, articleId, fingerprint, since)) {
      return {
        refused: 'repeat',
        words: 'This has just been said here, in the same words. It is not taken twice.',
      }
    }
    const id = newId(now)
    const threadId = parent?.thread_id ?? id
    await queries.insertComment(tx, {
      id,
      article_id: articleId,
      parent_id: parent?.id ?? null,
      thread_id: threadId,
      name: draft.name,
      text: draft.text,
      fingerprint,
      created_at: now.toISOString(),
      taken_down_at: null,
    })
    await noteChange(tx, topicsOf(articleId), now)
    return { posted: { id, threadId } }
  })
}

/** Recommends a comment, once per browser. False: nothing changed. */
export async function recommend(
  engine: Engine,
  articleId: string,
  commentId: string,
  voter: string,
  now: Date,
): Promise<boolean> {
  return engine.write(async (tx) => {
    const comment = await queries.commentRow(tx, articleId, commentId)
    if (!comment || comment.taken_down_at !== null) return false
    const row = {
      comment_id: commentId,
      article_id: articleId,
      voter,
      created_at: now.toISOString(),
    }
    const changed = await queries.insertRecommendation(tx, row)
    if (changed) await noteChange(tx, [`article:${articleId}`], now)
    return changed
  })
}

export interface Conversation {
  threads: Comment[]
  /** Visible comments, replies included. */
  total: number
}

/** The whole conversation under an article, its threads in the order asked for. */
export async function conversationOn(
  db: Database,
  articleId: string,
  order: Order,
): Promise<Conversation> {
  const rows = await queries.conversationRows(db, articleId)
  const times = rows.length === 0 ? [] : await queries.recommendationTimes(db, articleId)
  const threads = treeOf(rows).map((comment) => ({
    ...comment,
    chances: times.length - countBefore(times, comment.createdAt),
  }))
  return {
    threads: sorted(threads, order).map(({ chances: _, ...comment }) => comment),
    total: rows.filter((row) => row.taken_down_at === null).length,
  }
}

/** The thread that holds one comment, and that comment in it. */
export async function threadOf(
  db: Database,
  articleId: string,
  id: string,
): Promise<{ thread: Comment; comment: Comment } | undefined> {
  if (!isId(id)) return undefined
  const row = await queries.commentRow(db, articleId, id)
  if (!row) return undefined
  const thread = treeOf(await queries.threadRows(db, row.thread_id))[0]
  const comment = thread && within(thread, id)
  return thread && comment && { thread, comment }
}

async function parentOf(tx: Database, articleId: string, id: string | undefined) {
  if (id === undefined) return undefined
  const parent = isId(id) ? await queries.commentRow(tx, articleId, id) : undefined
  return parent && parent.taken_down_at === null ? parent : 'missing'
}

/** Builds the threads. A taken-down comment keeps its place, without its words and its name. */
function treeOf(rows: CommentRow[]): Comment[] {
  const comments = new Map<string, Comment>()
  const threads: Comment[] = []
  for (const row of rows) {
    const comment: Comment = {
      id: row.id,
      ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
      name: row.taken_down_at === null ? row.name : '',
      ...(row.taken_down_at === null ? { text: row.text } : {}),
      createdAt: row.created_at,
      recommended: row.recommended,
      replies: [],
    }
    comments.set(row.id, comment)
    const siblings = row.parent_id === null ? threads : comments.get(row.parent_id)?.replies
    siblings?.push(comment)
  }
  return threads
}

function within(comment: Comment, id: string): Comment | undefined {
  if (comment.id === id) return comment
  for (const reply of comment.replies) {
    const found = within(reply, id)
    if (found) return found
  }
  return undefined
}

/** How many of the sorted times lie before `time`, by halving. */
function countBefore(times: string[], time: string): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? '') < time) low = middle + 1
    else high = middle
  }
  return low
}
