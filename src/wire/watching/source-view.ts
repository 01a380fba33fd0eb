import type { Database, Engine } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import type { Silence } from '../sources/silence.ts'
import { silentSources } from '../sources/silence.ts'
import type { Settings, WrongSetting } from '../sources/source-settings.ts'
import { settingsOf, settledSource } from '../sources/source-settings.ts'
import type { Source } from '../sources/sources.ts'
import { allSources, keepSource, sourceName } from '../sources/sources.ts'
import * as queries from '../sources/sources.queries.ts'

const hour = 3_600_000
/** How many hours are drawn. */
const hoursShown = 24
/** A source that nobody made known is listed as long as it delivered within this, in milliseconds. */
const remembered = 28 * 24 * hour

/** A source as the desk sees it. */
export interface SourceOnDesk {
  name: string
  /** What was set for it; undefined for one that delivers without having been made known. */
  known?: Source
  heardAt?: string
  /** Deliveries in each of the last 24 hours, the oldest first. */
  hours: number[]
  /** Deliveries that wait in quarantine. */
  refused: number
  silence?: Silence
  /** Where it is asked: when last, what is wrong, and since when it has been given up. */
  asked?: { at?: string; trouble?: string; stoppedAt?: string }
}

/** All sources that were made known or delivered lately, by their names. */
export async function sourcesOnDesk(db: Database, now: Date): Promise<SourceOnDesk[]> {
  const since = new Date(now.getTime() - remembered).toISOString()
  const [known, heard, hours, refused, polls, silences] = await Promise.all([
    allSources(db),
    queries.lastDeliveries(db, since),
    hoursBySource(db, now),
    queries.refusedBySource(db),
    queries.pollRows(db),
    silentSources(db, now),
  ])
  const [sources, times] = [new Map(known.map((each) => [each.name, each])), new Map(heard)]
  const names = [...new Set([...sources.keys(), ...times.keys()])].sort()
  return names.map((name) => {
    const source = sources.get(name)
    const heardAt = source?.lastHeardAt ?? times.get(name)
    const silence = silences.find((each) => each.source === name)
    const poll = polls.find((each) => each.source === name)
    return {
      name,
      ...(source === undefined ? {} : { known: source }),
      ...(heardAt === undefined ? {} : { heardAt }),
      hours: hours.get(name) ?? Array.from({ length: hoursShown }, () => 0),
      refused: refused.get(name) ?? 0,
      ...(silence === undefined ? {} : { silence }),
      ...(poll === undefined ? {} : { asked: askedOf(poll) }),
    }
  })
}

/** One of them; undefined for a name of which nothing is known. */
export async function sourceOnDesk(
  db: Database,
  name: string,
  now: Date,
): Promise<SourceOnDesk | undefined> {
  return (await sourcesOnDesk(db, now)).find((source) => source.name === name)
}

/**
 * Gives a source other settings, or makes it known, and says in the ledger who did and what
 * changed. How it delivers stays: addresses and keys are the operator's.
 */
export async function keepSettings(
  engine: Engine,
  { name, known }: SourceOnDesk,
  settings: Settings,
  by: string,
  now: Date,
): Promise<WrongSetting | undefined> {
  if (!sourceName.test(name))
    return { option: 'name', wrong: 'has other letters than a-z, 0-9 and hyphens.' }
  const source = settledSource(name, known, known?.channel ?? { kind: 'command' }, settings)
  if ('wrong' in source) return source
  const detail = differences(known, source)
  if (known !== undefined && detail === '') return undefined
  await engine.write(async (tx) => {
    await keepSource(tx, source, now)
    const deed = known === undefined ? 'made known' : 'changed'
    await recordDecision(tx, { subject: `source:${name}`, deed, by, reason: '', detail }, now)
  })
  return undefined
}

function differences(before: Source | undefined, after: Source): string {
  const old: Settings = before === undefined ? {} : settingsOf(before)
  return Object.entries(settingsOf(after))
    .filter(([option, value]) => value !== (old[option] ?? ''))
    .map(([option, value]) => `${option}: ${old[option] || '–'} → ${value || '–'}`)
    .join('; ')
}

async function hoursBySource(db: Database, now: Date): Promise<Map<string, number[]>> {
  // The hour that runs is the last one.
  const first = Math.floor(now.getTime() / hour) - hoursShown + 1
  const bySource = new Map<string, number[]>()
  const rows = await queries.deliveriesByHour(db, new Date(first * hour).toISOString())
  for (const { source, at, number } of rows) {
    const hours = bySource.get(source) ?? Array.from({ length: hoursShown }, () => 0)
    const place = Math.floor(Date.parse(`${at}:00:00.000Z`) / hour) - first
    if (place >= 0 && place < hoursShown) hours[place] = number
    bySource.set(source, hours)
  }
  return bySource
}

function askedOf(poll: Awaited<ReturnType<typeof queries.pollRows>>[number]) {
  return {
    ...(poll.polled_at === null ? {} : { at: poll.polled_at }),
    ...(poll.trouble === null ? {} : { trouble: poll.trouble }),
    ...(poll.stopped_at === null ? {} : { stoppedAt: poll.stopped_at }),
  }
}
