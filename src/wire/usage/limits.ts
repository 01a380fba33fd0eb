import type { Database } from '../../database/database.ts'
import { newId, readSetting } from '../../database/database.ts'
import type { UsagePhrasesTable } from '../../database/schema.ts'
import type { WireItem } from '../item.ts'
import type { Limit, Meaning } from './meaning.ts'
import { almostLimited, heldForRights, limited, pictureLimit } from './meaning.ts'
import type { Phrase } from './phrases.ts'
import { phraseOf } from '../rights/rights-expression.ts'
import { phrasesIn, phrasesOf, phrasesOfText, rightsExpressionOf } from './phrases.ts'
import * as queries from './usage.queries.ts'

/** Remembers which limits in words an item carries, for a person to say what they mean. */
export async function noteUsage(
  tx: Database,
  { id, source }: { id: string; source: string },
  item: WireItem,
  now: Date,
): Promise<void> {
  for (const { key, words, terms } of inOneOrder(phrasesIn(item))) {
    const phrase = {
      id: newId(now),
      source,
      phrase: key,
      words,
      seen_at: now.toISOString(),
      // What a machine can read needs no person; one may still say that it means something else.
      meaning: terms === undefined ? null : JSON.stringify(terms satisfies Meaning),
      confirmed_at: terms === undefined ? null : now.toISOString(),
      confirmed_by: terms === undefined ? null : 'the rights expression',
    }
    await queries.noteCarrier(tx, phrase, id)
  }
}

/** Two nodes that note the same phrases in one order never wait for each other in a ring. */
function inOneOrder(phrases: Phrase[]): Phrase[] {
  return phrases.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** The item as the confirmed limits of its text leave it. */
export async function underUsage(
  db: Database,
  source: string,
  item: WireItem,
  receivedAt: string,
): Promise<WireItem> {
  const phrases = phrasesOfText(item)
  const expression = rightsExpressionOf(item)
  if (expression !== undefined && !phraseOf(expression)) return heldForRights(item)
  if (phrases.length === 0) return item
  const keys = phrases.map(({ key }) => key)
  const rows = await queries.phraseRows(db, source, keys)
  const limits = confirmedIn(rows)
  const isJudged = keys.every((key) =>
    rows.some((row) => row.phrase === key && row.meaning !== null),
  )
  const nearby = isJudged ? [] : await queries.confirmedRows(db, source)
  const near = almostLimited(item, confirmedIn(nearby), phrases)
  if (limits.length === 0) return near
  return limited(near, limits, await territoriesOf(db), receivedAt)
}

function confirmedIn(rows: readonly UsagePhrasesTable[]): Limit[] {
  return rows.flatMap(({ phrase, words, meaning }): Limit[] =>
    meaning === null ? [] : [{ key: phrase, words, meaning: JSON.parse(meaning) as Meaning }],
  )
}

/**
 * Why a picture that a source sent under these terms is not offered to readers, in words, or
 * undefined: a phrase that nobody has confirmed keeps it back. `since` is when its term counts from.
 */
export async function usageForbids(
  db: Database,
  picture: PictureTerms,
  now: Date,
): Promise<string | undefined> {
  return pictureLimit(await limitsOf(db, picture), await territoriesOf(db), picture.since, now)
}

/** From when and until when confirmed limits let a picture be shown; without a time where they set none. */
export async function usageTimes(
  db: Database,
  picture: PictureTerms,
): Promise<{ from?: string; until?: string }> {
  const meanings = (await limitsOf(db, picture)).flatMap(({ meaning }) => meaning ?? [])
  const day = 24 * 3_600_000
  const ends = meanings.flatMap(({ archiveDays, listedDays, until }) => {
    const days = archiveDays ?? listedDays
    const end = days === undefined ? [] : [Date.parse(picture.since) + days * day]
    return [...end.map((at) => new Date(at).toISOString()), ...(until === undefined ? [] : [until])]
  })
  const [until] = ends.toSorted()
  const from = meanings
    .flatMap((meaning) => meaning.from ?? [])
    .toSorted()
    .at(-1)
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

export interface PictureTerms {
  source: string
  terms: readonly string[]
  /** When its terms count from, ISO 8601. */
  since: string
}

async function limitsOf(db: Database, picture: PictureTerms) {
  const phrases = phrasesOf(picture.terms)
  const rows = await queries.phraseRows(
    db,
    picture.source,
    phrases.map(({ key }) => key),
  )
  return phrases.map(({ key, words }) => {
    const meaning = rows.find(({ phrase }) => phrase === key)?.meaning ?? null
    return meaning === null
      ? { words, meaning: undefined }
      : { key, words, meaning: JSON.parse(meaning) as Meaning }
  })
}

/** The countries where this site is used, as the desk said; undefined while nobody has. */
export async function territoriesOf(db: Database): Promise<string[] | undefined> {
  const setting = await readSetting(db, 'territories')
  return setting === undefined ? undefined : (JSON.parse(setting) as string[])
}
