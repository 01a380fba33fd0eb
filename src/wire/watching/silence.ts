import type { Database } from '../../database/database.ts'
import * as queries from '../wire.queries.ts'

/** How far back a source's own normal is looked for, in days. */
const lookBack = 14
/** Fewer deliveries than this say nothing about what is normal. */
const fewest = 8
/** No silence shorter than this is worth an alarm, in milliseconds. */
const shortest = 30 * 60_000

/** A source that has been quiet for longer than its own normal (rule 6). */
export interface Silence {
  source: string
  lastAt: string
  /** The pause that this source seldom exceeds, in milliseconds. */
  normal: number
}

export async function silentSources(db: Database, now: Date): Promise<Silence[]> {
  const since = new Date(now.getTime() - lookBack * 86_400_000).toISOString()
  return silencesIn(await queries.deliveryTimes(db, since), now)
}

/** Normal is the pause that nineteen of twenty of its pauses stay under; the alarm waits for twice that. */
export function silencesIn(
  deliveries: readonly { source: string; received_at: string }[],
  now: Date,
): Silence[] {
  const bySource = Map.groupBy(deliveries, ({ source }) => source)
  return [...bySource].flatMap(([source, own]) => {
    const times = own.map(({ received_at }) => Date.parse(received_at)).toSorted((a, b) => a - b)
    const last = times.at(-1)
    if (times.length < fewest || last === undefined) return []
    const pauses = times.slice(1).map((time, i) => time - (times[i] ?? time))
    const normal = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length * 0.95)] ?? 0
    if (now.getTime() - last <= Math.max(shortest, normal * 2)) return []
    return [{ source, lastAt: new Date(last).toISOString(), normal }]
  })
}
