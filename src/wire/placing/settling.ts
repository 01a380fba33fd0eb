import type { Article, ArticleContent, DeskArticle, OnRevision } from '../../articles/articles.ts'
import {
  compareThree,
  createArticle,
  deskArticle,
  lockArticle,
  mergedContent,
  reviseArticle,
} from '../../articles/articles.ts'
import type { Database, Engine } from '../../database/database.ts'
import { together } from '../../database/database.ts'
import type { Verdict } from '../../gate/gate.ts'
import { gate } from '../../gate/gate.ts'
import type { Mark } from '../../ledger/ledger.ts'
import { openReceipt } from '../../ledger/ledger.ts'
import { pictureAddresses } from '../../pictures/pictures.ts'
import { contentOf, correctionIn, factsOf, publishedAtOf } from '../item-to-article.ts'
import type { Placed } from '../placing.ts'
import * as rulings from './rulings.queries.ts'
import { settlePictures } from './picturing.ts'
import type { Standing, StandingVersion } from './standing.ts'
import { leadsOf, standingOf, standingVersion, takeOf, textVersionId } from './standing.ts'
import type { ItemRow } from '../wire.queries.ts'
import * as queries from '../wire.queries.ts'

export interface SettlingContext {
  engine: Engine
  onRevision: OnRevision
  siteLanguage: string
  section: string
  now: Date
  /** What else the commit closes when a story is taken down: summaries, comments. */
  alsoClosed?: (tx: Database, articleId: string) => Promise<Mark[]>
}

/**
 * Makes the article say what the current version of its items says, as far as the gate and the
 * house's edits allow. `known` is what was found under the lock of the item's article, or where it
 * has none.
 */
export async function settle(
  tx: Database,
  row: ItemRow,
  context: SettlingContext,
  known?: Known,
): Promise<Placed> {
  const { placed, articleId, current } = await settleText(tx, row, context, known)
  await settlePictures(tx, { ...row, article_id: articleId }, current, context.now)
  return placed
}

interface Known {
  standing: Standing
  /** Undefined where the item has none. */
  article: DeskArticle | undefined
}

interface Settled {
  placed: Placed
  articleId: string | null
  current: StandingVersion
}

async function settleText(
  tx: Database,
  row: ItemRow,
  context: SettlingContext,
  known: Known | undefined,
): Promise<Settled> {
  const { standing, article: before } = known ?? (await lockedAndRead(tx, row, context))
  const current = standing.at(-1)
  if (!current) throw new Error(`The item ${row.id} has no version.`)
  const content = contentOf(current.item, context.siteLanguage)
  const verdict = gate(factsOf(current.item), context.now)
  if (row.article_id !== null) {
    if (!before) throw new Error(`There is no article ${row.article_id}.`)
    const placed = await revise(tx, row, before, standing, content, verdict, context)
    return { placed, articleId: row.article_id, current }
  }
  const apart = (lacks?: string) => {
    return { placed: placedAs(verdict, undefined, lacks), articleId: null, current }
  }
  // A take that waits for its story takes no address; an editor may still make it a story.
  if (!verdict.open && takeOf(standing)) return apart()
  if (!content) return apart('It has no headline or no text to show.')
  const draft = { ...draftOf(standing, current, context), section: context.section, content }
  const article = await createArticle(context.engine, tx, draft, context.now, context.onRevision)
  await queries.setArticle(tx, row.id, article.id)
  return { placed: placedAs(verdict, article), articleId: article.id, current }
}

/** Whoever changes the article meanwhile changes what stands. */
export async function lockedAndRead(
  tx: Database,
  row: ItemRow,
  { engine, now }: SettlingContext,
): Promise<Known> {
  if (row.article_id !== null) await lockArticle(engine, tx, row.article_id)
  const [standing, article] = await together([
    standingOf(tx, row),
    row.article_id === null ? undefined : deskArticle(tx, row.article_id, now),
  ])
  return { standing, article }
}

async function revise(
  tx: Database,
  row: ItemRow,
  before: DeskArticle,
  standing: Standing,
  content: ArticleContent | undefined,
  verdict: Verdict,
  context: SettlingContext,
): Promise<Placed> {
  const current = standing.at(-1) as StandingVersion
  const { id, section, updatedAt } = before.article
  const text = await textAfter(tx, row, before, standing, content, context)
  const draft = { ...draftOf(standing, current, context), section }
  const article = await reviseArticle(
    tx,
    id,
    text === undefined
      ? // Readers keep the house's text; what the gate goes by applies all the same.
        { section, facts: draft.facts, publishedAt: draft.publishedAt, updatedAt }
      : { ...draft, ...(text.content ? { content: text.content } : {}) },
    context.now,
    context.onRevision,
    before.stored,
  )
  await receiptFor(tx, before, verdict, current, context)
  if (!verdict.open) return placedAs(verdict, article)
  if (text === undefined) {
    const reason = 'The house has edited this story; the wire’s new text waits on the desk.'
    return { outcome: 'needs-merging', reason, slug: article.slug }
  }
  if (!content) return placedAs(verdict, article, 'It has no headline or no text to show.')
  if (!before.verdict.open) return placedAs(verdict, article)
  return {
    outcome: draft.correction === undefined ? 'updated' : 'corrected',
    slug: article.slug,
  }
}

/**
 * The text after this version: the wire's, or the two merged where the house has edited and no
 * place was changed by both. Undefined where an editor has to merge them.
 */
async function textAfter(
  tx: Database,
  row: ItemRow,
  before: DeskArticle,
  standing: Standing,
  content: ArticleContent | undefined,
  context: SettlingContext,
): Promise<{ content?: ArticleContent } | undefined> {
  const { id } = before.article
  if (!content) return {}
  if (before.baseVersionId === undefined || !before.isEdited) return { content }
  const base = await standingVersion(tx, row, standing, before.baseVersionId)
  const old = base && contentOf(base.item, context.siteLanguage)
  if (!base || !old) return { content }
  const merging = compareThree(old, content, before.content)
  if (merging.isClean) {
    await rulings.deleteMerge(tx, id)
    return { content: mergedContent(before.content, merging) }
  }
  await rulings.setMerge(tx, {
    article_id: id,
    base_version_id: before.baseVersionId,
    item_version_id: textVersionId(standing),
    asked_at: context.now.toISOString(),
  })
  return undefined
}

async function receiptFor(
  tx: Database,
  before: DeskArticle,
  after: Verdict,
  current: StandingVersion,
  { now, alsoClosed }: SettlingContext,
): Promise<void> {
  if (after.open || !before.wasLive) return
  if (!before.verdict.open && before.verdict.reason === after.reason) return
  const { id, slug } = before.article
  const pictures = await pictureAddresses(tx, id)
  const closed = [
    { what: 'article page, JSON and text', number: 3, detail: `/articles/${slug}` },
    {
      what: 'picture addresses',
      number: pictures.length,
      detail: pictures.join('\n'),
    },
    ...((await alsoClosed?.(tx, id)) ?? []),
  ]
  await openReceipt(
    tx,
    { articleId: id, cause: after.reason, deliveredAt: current.receivedAt, closed },
    now,
  )
}

function draftOf(standing: Standing, current: StandingVersion, { now }: SettlingContext) {
  const { item, receivedAt } = current
  const correction = correctionIn(item)
  const items = leadsOf(standing).map((version) => version.item)
  return {
    facts: factsOf(item),
    publishedAt: publishedAtOf(items, receivedAt, now),
    updatedAt: item.versionCreated ?? receivedAt,
    itemVersionId: textVersionId(standing),
    ...(correction === undefined ? {} : { correction: { text: correction } }),
  }
}

function placedAs(verdict: Verdict, article: Article | undefined, lacks?: string): Placed {
  const slug = article && { slug: article.slug }
  if (!verdict.open) {
    const known = ['canceled', 'withheld', 'embargoed'] as const
    const outcome = known.find((reason) => reason === verdict.reason) ?? 'held'
    return { outcome, reason: verdict.words, ...slug }
  }
  if (lacks !== undefined) return { outcome: 'held', reason: lacks, ...slug }
  return { outcome: 'published', ...slug }
}
