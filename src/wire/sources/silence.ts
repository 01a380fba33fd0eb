import type { Database, Engine } from '../../database/database.ts'
import { allSources } from './sources.ts'
import * as queries from './sources.queries.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** How far back a source's own history counts, in milliseconds. */
const memory = 28 * day
/** Deliveries in fewer spans of ten minutes, or over less time, tell no habit. */
const fewestSpans = 20
const shortestHistory = 2 * day
/** A source may be this much quieter than it ever was before it is called silent. */
const patience = 1.25

/** A source that has been quiet for longer than its own normal (rule 6). */
export interface Silence {
  source: string
  lastAt: string
  /** The pause that is normal for it, in milliseconds. */
  normal: number
}

/**
 * The sources that are quiet for longer than is normal for them, the longest silence first. Normal
 * is what the operator said, or else the second longest pause of the last four weeks, so that one
 * outage does not hide the next. A source whose habits are not known yet is not called silent; one
 * that nobody made known has habits all the same.
 */
export async function silentSources(db: Database, now: Date): Promise<Silence[]> {
  const since = new Date(now.getTime() - memory).toISOString()
  const known = new Map((await allSources(db)).map((source) => [source.name, source]))
  const heard = new Map(await queries.lastDeliveries(db, since))
  for (const { name, lastHeardAt } of known.values())
    if (lastHeardAt !== undefined) heard.set(name, lastHeardAt)
  const silences: Silence[] = []
  for (const [source, lastAt] of heard) {
    const declared = known.get(source)?.usualInterval
    const normal = declared === undefined ? await habitOf(db, source, since) : declared * 1000
    if (normal !== undefined && now.getTime() - Date.parse(lastAt) > normal)
      silences.push({ source, lastAt, normal })
  }
  return silences.toSorted((a, b) => (a.lastAt < b.lastAt ? -1 : 1))
}

/** Notes new silences, each once whatever number of nodes looks. Gives those that are new. */
export async function raiseSilences(engine: Engine, now: Date): Promise<Silence[]> {
  const raised: Silence[] = []
  for (const silence of await silentSources(engine.db, now)) {
    const isNew = await engine.write((tx) =>
      queries.setSilent(tx, silence.source, now.toISOString()),
    )
    if (isNew) raised.push(silence)
  }
  return raised
}

/** The quiet that is normal by its own history; undefined where that is too short. */
async function habitOf(db: Database, source: string, since: string): Promise<number | undefined> {
  const spans = (await queries.busyTenMinutes(db, source, since)).map((span) =>
    Date.parse(`${span}0:00.000Z`),
  )
  const [first, last] = [spans[0], spans.at(-1)]
  if (spans.length < fewestSpans || first === undefined || last === undefined) return undefined
  if (last - first < shortestHistory) return undefined
  const pauses = spans.slice(1).map((at, i) => at - (spans[i] ?? at))
  const [, second = 0] = pauses.toSorted((a, b) => b - a)
  return second * patience + 10 * minute
}
