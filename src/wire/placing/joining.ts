import { deskArticle, lockArticle, reviseArticle } from '../../articles/articles.ts'
import type { Database } from '../../database/database.ts'
import { keepSetting, newId, readSetting } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { refreshArrivals } from '../watching/arrivals.ts'
import { matchFirst } from '../reading/fields/holdings.ts'
import type { WireItem } from '../item.ts'
import type { Evidence } from './matching.ts'
import { evidenceFor, longestGap, scoreOf } from './matching.ts'
import type { Placed } from '../placing.ts'
import * as rulings from './rulings.queries.ts'
import type { SettlingContext } from './settling.ts'
import { settle } from './settling.ts'
import { standingOf } from './standing.ts'
import type { ItemRow } from '../wire.queries.ts'
import * as queries from '../wire.queries.ts'

/** Less than this is not worth an editor's look. */
const leastScore = 0.35
/** How many stories of the same source are compared with one update. */
const mostCandidates = 200

/** A story that an update seems to belong to. */
export interface Match {
  articleId: string
  slug: string
  headline: string
  score: number
  evidence: Evidence
}

/** The stories that an item may be an update of, the likeliest first. */
export async function matchesFor(db: Database, item: ItemRow, now: Date): Promise<Match[]> {
  const update = (await standingOf(db, item)).at(-1)?.item
  if (!update) return []
  const since = new Date(now.getTime() - longestGap * 3_600_000).toISOString()
  const candidates = await queries.recentItems(db, item.source, since, mostCandidates)
  const rejected = await rulings.rejectedArticles(db, item.id)
  const matches: Match[] = []
  for (const row of candidates) {
    const { article_id: articleId } = row
    if (articleId === item.article_id || rejected.has(articleId)) continue
    const earlier = JSON.parse(row.item) as WireItem
    const evidence = evidenceFor(update, earlier)
    const score = scoreOf(evidence)
    const known = matches.find((match) => match.articleId === articleId)
    if (score < leastScore || (known && known.score >= score)) continue
    if (known) Object.assign(known, { score, evidence })
    else
      matches.push({
        articleId,
        slug: row.slug,
        headline: earlier.headlines[0]?.value ?? row.slug,
        score,
        evidence,
      })
  }
  return matches.toSorted((a, b) => b.score - a.score).slice(0, 3)
}

/** The score from which this source's updates are joined without an editor; undefined: never. */
export async function matchThreshold(db: Database, source: string): Promise<number | undefined> {
  const thresholds = await matchThresholds(db)
  return Object.hasOwn(thresholds, source) ? thresholds[source] : undefined
}

export async function matchThresholds(db: Database): Promise<Record<string, number>> {
  const setting = await readSetting(db, 'match-thresholds')
  const known = setting === undefined ? {} : (JSON.parse(setting) as Record<string, unknown>)
  const numbers = Object.entries(known).filter(([, score]) => typeof score === 'number')
  return Object.fromEntries(numbers) as Record<string, number>
}

/** Sets a source's threshold, or takes it away, and notes who did. */
export async function setMatchThreshold(
  tx: Database,
  source: string,
  threshold: number | undefined,
  by: string,
  now: Date,
): Promise<void> {
  const { [source]: before, ...others } = await matchThresholds(tx)
  const after = threshold === undefined ? others : { ...others, [source]: threshold }
  await keepSetting(tx, 'match-thresholds', JSON.stringify(after))
  const detail = `${before ?? 'never'} → ${threshold ?? 'never'}`
  const deed = 'set from which score updates join by themselves:'
  await recordDecision(tx, { subject: `source:${source}`, deed, by, reason: '', detail }, now)
}

export type Joining = Placed | { refused: string }

/** Makes an item the next version of a story that came under another id. */
export async function joinItem(
  tx: Database,
  itemId: string,
  articleId: string,
  context: SettlingContext,
): Promise<Joining> {
  const item = await queries.itemById(tx, itemId)
  if (!item) return { refused: 'There is no such item.' }
  await lockArticle(context.engine, tx, articleId)
  const article = await deskArticle(tx, articleId, context.now)
  if (!article?.baseVersionId)
    return {
      refused: 'That story did not come by wire, so nothing of the wire can be joined to it.',
    }
  if (item.article_id === articleId) return { refused: 'It is a part of that story already.' }
  const own = item.article_id && (await deskArticle(tx, item.article_id, context.now))
  if (own && own.wasLive) return { refused: 'It was published as a story of its own.' }
  const current = (await standingOf(tx, { ...item, article_id: null })).at(-1)
  if (!current) return { refused: 'It has no version.' }
  if (own) {
    await reviseArticle(
      tx,
      own.article.id,
      {
        section: own.article.section,
        facts: { pubStatus: 'withheld', held: ['it was joined to another story'] },
        publishedAt: own.article.publishedAt,
        updatedAt: own.article.updatedAt,
      },
      context.now,
      context.onRevision,
    )
  }
  await rulings.insertRuling(tx, {
    id: newId(context.now),
    item_id: itemId,
    item_version_id: current.id,
    lifted: JSON.stringify([matchFirst]),
    embargoed: null,
    headline: null,
    refused_at: null,
    made_at: context.now.toISOString(),
  })
  await queries.setArticle(tx, itemId, articleId)
  const placed = await settle(tx, { ...item, article_id: articleId }, context)
  await refreshArrivals(tx, itemId, context.now.toISOString())
  return placed
}

/** Remembers that an item is no update of that story, so that nobody is asked again. */
export async function rejectMatch(
  tx: Database,
  itemId: string,
  articleId: string,
  now: Date,
): Promise<void> {
  await rulings.insertRejection(tx, {
    item_id: itemId,
    article_id: articleId,
    rejected_at: now.toISOString(),
  })
}

/** Joins what waits for a match where its source's threshold allows it. */
export async function joinByItself(
  tx: Database,
  itemId: string,
  context: SettlingContext & { source: string },
): Promise<Placed | undefined> {
  const threshold = await matchThreshold(tx, context.source)
  if (threshold === undefined) return undefined
  const item = await queries.itemById(tx, itemId)
  const current = item && (await standingOf(tx, item)).at(-1)
  if (!item || !current?.item.standfirst.held.includes(matchFirst)) return undefined
  const [best] = await matchesFor(tx, item, context.now)
  if (!best || best.score < threshold) return undefined
  const joined = await joinItem(tx, itemId, best.articleId, context)
  if ('refused' in joined) return undefined
  await recordDecision(
    tx,
    {
      subject: `item:${itemId}`,
      deed: 'joined',
      by: `rule of ${context.source}`,
      reason: `score ${best.score} reaches ${threshold}`,
      detail: best.slug,
    },
    context.now,
  )
  return joined
}
