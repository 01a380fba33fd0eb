import type { Database, Engine } from '../../database/database.ts'
import type { Source } from './sources.ts'
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

export interface SilentSource {
  name: string
  title: string
  /** When it delivered last; absent where it never has. */
  lastHeardAt?: string
  /** Quiet that is normal for it, in seconds. */
  usualInterval: number
  /** Quiet until now, in seconds. */
  quietFor: number
}

/**
 * The sources that are quiet for longer than is normal for them, the longest silence first. Normal
 * is what the operator said, or else the second longest pause of the last four weeks, so that one
 * outage does not hide the next. A source whose habits are not known yet is not called silent.
 */
export async function silentSources(db: Database, now: Date): Promise<SilentSource[]> {
  const silent: SilentSource[] = []
  for (const source of await allSources(db)) {
    // What is taken in by hand keeps no hours.
    if (source.channel.kind === 'command' && source.usualInterval === undefined) continue
    const usual = source.usualInterval ?? (await habitOf(db, source, now))
    if (usual === undefined || source.lastHeardAt === undefined) continue
    const quietFor = (now.getTime() - Date.parse(source.lastHeardAt)) / 1000
    const { name, title, lastHeardAt } = source
    if (quietFor > usual) silent.push({ name, title, lastHeardAt, usualInterval: usual, quietFor })
  }
  return silent.toSorted((a, b) => b.quietFor - a.quietFor)
}

/** Notes new silences, each once whatever number of nodes looks. Gives those that are new. */
export async function raiseSilences(engine: Engine, now: Date): Promise<SilentSource[]> {
  const raised: SilentSource[] = []
  for (const source of await silentSources(engine.db, now)) {
    const isNew = await engine.write((tx) => queries.setSilent(tx, source.name, now.toISOString()))
    if (isNew) raised.push(source)
  }
  return raised
}

/** Seconds of quiet that are normal by its own history; undefined where that is too short. */
async function habitOf(db: Database, { name }: Source, now: Date): Promise<number | undefined> {
  const since = new Date(now.getTime() - memory).toISOString()
  const spans = (await queries.busyTenMinutes(db, name, since)).map((span) =>
    Date.parse(`${span}0:00.000Z`),
  )
  const [first, last] = [spans[0], spans.at(-1)]
  if (spans.length < fewestSpans || first === undefined || last === undefined) return undefined
  if (last - first < shortestHistory) return undefined
  const pauses = spans.slice(1).map((at, i) => at - (spans[i] ?? at))
  const [, second = 0] = pauses.toSorted((a, b) => b - a)
  return (second * patience + 10 * minute) / 1000
}
