import type { Database } from '../../database/database.ts'
import { plainWords } from './plain-words.ts'
import { matchFirst } from '../reading/fields/holdings.ts'
import type { Standing } from '../placing/standing.ts'
import { standingOf, takeOf } from '../placing/standing.ts'
import type { ItemRow } from '../wire.queries.ts'
import * as queries from '../wire.queries.ts'

/** Parts of one story come within this time of its start, in milliseconds. */
const longestStory = 24 * 3_600_000
/** How many items of one slug are looked at; a day's file has a few. */
const mostRelatives = 50

/** What tells which story a part belongs to. */
interface Relative {
  row: ItemRow
  isTake: boolean
  created: number
  headlines: string[]
  /** It waits for an editor to say which story it updates. */
  isUnmatched: boolean
}

/**
 * The article that a take goes on from: of its source's stories with its slug, the one that has its
 * headline too, or else the only one that was there before it. Undefined where none or several are.
 */
export async function storyOfTake(db: Database, row: ItemRow): Promise<string | undefined> {
  if (row.family === null) return undefined
  const take = await relativeOf(db, row)
  if (!take?.isTake) return undefined
  const rows = await queries.relatives(db, row.source, row.family, mostRelatives)
  const others = rows.filter(({ id, article_id }) => id !== row.id && article_id !== null)
  const known = await Promise.all(others.map((other) => relativeOf(db, other)))
  return choose(
    take,
    known.filter((one) => one !== undefined),
  )
}

/** The items of one slug that are looked at, the newest first. */
export function relativesOf(db: Database, source: string, family: string): Promise<ItemRow[]> {
  return queries.relatives(db, source, family, mostRelatives)
}

/**
 * Takes of the same slug that came before the story they go on from, and its item as it is now.
 * `relatives` are the others of its slug, where they were asked for under the lock of their family.
 */
export async function takesWaitingFor(
  db: Database,
  { id, source, family }: ItemRow,
  relatives?: readonly ItemRow[],
): Promise<{ known?: ItemRow | undefined; waiting: ItemRow[] }> {
  if (family === null) return { waiting: [] }
  const rows = relatives ?? (await relativesOf(db, source, family))
  const apart = rows.filter((other) => other.article_id === null && other.id !== id)
  if (apart.length === 0) return { waiting: [] }
  const known = await queries.itemById(db, id)
  if (!known || known.article_id === null) return { waiting: [] }
  const waiting: ItemRow[] = []
  for (const other of apart)
    if ((await storyOfTake(db, other)) === known.article_id) waiting.push(other)
  return { known, waiting }
}

function choose(take: Relative, others: Relative[]): string | undefined {
  const near = others.filter(
    ({ isTake, isUnmatched, created }) =>
      !isTake && !isUnmatched && Math.abs(created - take.created) <= longestStory,
  )
  const ofName = near.filter(({ headlines }) =>
    headlines.some((one) => take.headlines.includes(one)),
  )
  const before = near.filter(({ created }) => created <= take.created)
  for (const candidates of [ofName, before]) {
    const articles = new Set(candidates.map(({ row }) => row.article_id))
    if (articles.size > 1) return undefined
    const [only] = articles
    if (only) return only
  }
  return undefined
}

async function relativeOf(db: Database, row: ItemRow): Promise<Relative | undefined> {
  const versions: Standing = await standingOf(db, { ...row, article_id: null })
  const current = versions.at(-1)
  if (!current) return undefined
  const times = versions.map(({ versionCreated, receivedAt }) => versionCreated ?? receivedAt)
  const all = versions.flatMap(({ item }) => item.headlines)
  return {
    row,
    isTake: takeOf(versions) !== undefined,
    created: Math.min(...times.map((time) => Date.parse(time))),
    headlines: [...new Set(all.map(({ value }) => plainWords(value)))].filter(Boolean),
    isUnmatched: current.item.standfirst.held.includes(matchFirst),
  }
}
